import {
  lazy,
  Suspense,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type RefObject,
} from 'react';
import { noRating, type Estimate, type Rating } from '#domain/scoring/rating';
import { scoreUseCase } from '#domain/scoring/score-use-case';
import { takenBackAnswers, type RatingChange } from '#domain/scoring/stored-rating';
import { tell } from '../bridge';
import { messageFor } from '../messages';
import { Notice } from '../notice';
import { RatingClashes } from './rating-clashes';
import type { RatingLook } from './rating-look';
import { changesTo, type RatingSession } from './rating-session';
import { ScoreDetails } from './score-details';
import { ScoreLine } from './score-line';
import './rating.css';

const RatingForm = lazy(() =>
  import('./rating-form').then((loaded) => ({ default: loaded.RatingForm })),
);

/** Where a section of rating stands: on which issue, for whom, and in whose words. */
export type RatingPlace = {
  readonly session: RatingSession;
  readonly look: RatingLook;
  readonly issueKey: string;
  readonly projectName: string;
  readonly mayEdit: boolean;
  /** undefined while it is being read, and where nothing is estimated. */
  readonly estimate: Estimate | undefined;
  /** Who answered last and when, in words; '' where nobody did. */
  readonly lastEdit: string;
  readonly startOpen?: boolean;
  /** Whether what it starts with was proposed by a hand that moved the mark: leaving takes it back. */
  readonly proposed?: boolean;
  /** Hears that the questions were left without saving. */
  readonly onLeave?: () => void;
  /** Hears what is on the issue now: the changes that were saved, none where all was right already. */
  readonly onSaved?: (changes: readonly RatingChange[]) => void;
};

/** The score of a use case, why it is what it is, and the questions behind it. */
export function RatingSection(place: RatingPlace): ReactElement {
  const { session, look, mayEdit, startOpen = false } = place;
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [draft, setDraft] = useState<Rating | undefined>(() =>
    startOpen ? firstDraft(session) : undefined,
  );
  const locked = state.read.state === 'newer' || state.read.state === 'damaged';
  const box = useRef<HTMLElement>(null);
  useFocusBack(box, draft === undefined);
  const open = (): void => {
    setDraft(firstDraft(session));
  };
  const mayOpen = mayEdit && !locked && draft === undefined;
  return (
    <section ref={box} className="rating-section" aria-label="Value and effort">
      <div className="spread">
        <h2 className="label">Value and effort</h2>
        {mayOpen ? <OpenButton place={place} onOpen={open} /> : null}
      </div>
      {locked ? <LockedNote newer={state.read.state === 'newer'} /> : null}
      <SaveNote place={place} onRetry={open} />
      <RatingClashes
        look={look}
        clashes={state.clashes}
        onSettle={(clash, mine) => {
          void session.settle(clash, mine).then(place.onSaved);
        }}
      />
      {draft === undefined ? (
        <Score place={place} rating={ratingOf(session)} />
      ) : (
        <OpenForm place={place} draft={draft} onDraft={setDraft} />
      )}
    </section>
  );
}

/** When the questions close, the focus goes back to the button that opened them, if nothing else took it. */
function useFocusBack(box: RefObject<HTMLElement>, isClosed: boolean): void {
  const wasClosed = useRef(isClosed);
  useEffect(() => {
    if (isClosed && !wasClosed.current && document.activeElement === document.body)
      box.current?.querySelector('button')?.focus();
    wasClosed.current = isClosed;
  }, [box, isClosed]);
}

function firstDraft(session: RatingSession): Rating {
  return session.drafts.read()?.answers ?? ratingOf(session);
}

function OpenButton({
  place: { session, look, estimate },
  onOpen,
}: {
  readonly place: RatingPlace;
  readonly onOpen: () => void;
}): ReactElement {
  const kept = session.drafts.read() !== undefined;
  const scored = scoreUseCase(look.model, ratingOf(session), estimate).state === 'scored';
  return (
    <button type="button" className="link-button" onClick={onOpen}>
      {kept ? 'Go on with answers that are not saved' : scored ? 'Change' : 'Score it'}
    </button>
  );
}

function ratingOf(session: RatingSession): Rating {
  const { read } = session.state();
  return read.state === 'absent' ? noRating : read.rating;
}

function OpenForm({
  place,
  draft,
  onDraft,
}: {
  readonly place: RatingPlace;
  readonly draft: Rating;
  readonly onDraft: (draft: Rating | undefined) => void;
}): ReactElement {
  const { session, look, issueKey, estimate, proposed = false, onSaved, onLeave } = place;
  // What the person saw on opening is the base of the edit, whatever arrives meanwhile.
  const [base] = useState(() => session.drafts.read()?.base ?? ratingOf(session));
  const save = async (): Promise<void> => {
    const saved = await session.save(changesTo(base, draft));
    const { phase, clashes } = session.state();
    if (phase === 'failed') return;
    session.drafts.clear();
    onDraft(undefined);
    // Answers that were right already are an answer, too: whoever waits for this one goes on.
    if (clashes.length === 0 || saved.length > 0) onSaved?.(saved);
    if (saved.length > 0) tellWithUndo(place, saved, issueKey);
  };
  return (
    <Suspense fallback={<div className="bone bone-tall" />}>
      <RatingForm
        look={look}
        rating={draft}
        estimate={estimate}
        saving={['saving', 'checking'].includes(session.state().phase)}
        onChange={(next) => {
          session.drafts.keep({ base: plain(base), answers: plain(next) });
          onDraft(next);
        }}
        onSave={() => void save()}
        onCancel={() => {
          session.drafts.clear();
          onDraft(undefined);
          onLeave?.();
        }}
        onEscape={() => {
          // What was typed is kept; what a hand proposed goes back.
          if (proposed || changesTo(base, draft).length === 0) session.drafts.clear();
          onDraft(undefined);
          onLeave?.();
        }}
      />
    </Suspense>
  );
}

function plain({ answers, evidence }: Rating): Rating {
  return { answers, evidence };
}

function tellWithUndo(
  { session, look, estimate, onSaved }: RatingPlace,
  saved: readonly RatingChange[],
  issueKey: string,
): void {
  const scoring = scoreUseCase(look.model, ratingOf(session), estimate);
  const score = scoring.state === 'scored' ? `score ${look.say(scoring.score)}` : 'not scored yet';
  tell({
    id: `rated-${session.issue}`,
    type: 'success',
    title: `${issueKey}: ${score}`,
    actions: [
      {
        text: 'Undo',
        onClick: () => {
          void session.save(takenBackAnswers(saved)).then((back) => {
            onSaved?.(back);
          });
        },
      },
    ],
  });
}

function Score({
  place: { look, estimate, lastEdit, mayEdit },
  rating,
}: {
  readonly place: RatingPlace;
  readonly rating: Rating;
}): ReactElement {
  const scoring = scoreUseCase(look.model, rating, estimate);
  if (scoring.state === 'unscored') {
    const { missing } = scoring;
    const begun = Object.keys(rating.answers).length > 0;
    return (
      <p className="to-do small">
        {begun
          ? `Not scored: ${missing.map(({ name }) => name.toLowerCase()).join(', ')} still open.`
          : mayEdit
            ? 'Not scored yet. A minute of answers places it.'
            : 'Not scored yet.'}
      </p>
    );
  }
  return (
    <>
      <ScoreLine look={look} scored={scoring} />
      <details>
        <summary className="small">Why this score</summary>
        <ScoreDetails look={look} rating={rating} scored={scoring} estimate={estimate} />
      </details>
      {lastEdit === '' ? null : <p className="quiet small">{lastEdit}</p>}
    </>
  );
}

function LockedNote({ newer }: { readonly newer: boolean }): ReactElement {
  return (
    <Notice tone={newer ? 'info' : 'warning'} title="Read only for now">
      <p>
        {newer
          ? 'A newer version of Northstar scored this. Reload Jira to get it; nothing is changed until then.'
          : 'The stored answers are damaged or were not written by Northstar. They are left as they are.'}
      </p>
    </Notice>
  );
}

function SaveNote({
  place: { session, projectName },
  onRetry,
}: {
  readonly place: RatingPlace;
  readonly onRetry: () => void;
}): ReactElement | null {
  const { phase, error } = useSyncExternalStore(session.subscribe, session.state);
  if (phase === 'failed' && error !== undefined) {
    const { title, text } = messageFor(error, projectName);
    return (
      <Notice tone="error" title={title}>
        <p>{text}</p>
        <button type="button" className="link-button" onClick={onRetry}>
          Back to the answers
        </button>
      </Notice>
    );
  }
  const texts = {
    saving: 'Saving …',
    checking: 'Still checking whether this was saved …',
    idle: '',
    failed: '',
  };
  return (
    <p className="quiet small" role="status">
      {texts[phase]}
    </p>
  );
}
