import {
  lazy,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type RefObject,
} from 'react';
import type { Estimate, Rating } from '#domain/scoring/rating';
import { scoreUseCase } from '#domain/scoring/score-use-case';
import { takenBackAnswers, type RatingChange } from '#domain/scoring/stored-rating';
import { tell } from '../bridge';
import { EditNotices } from '../drafts/edit-notices';
import { useEdits, type Edits } from '../drafts/use-edits';
import { answerTexts } from './answer-texts';
import type { RatingLook } from './rating-look';
import {
  changesIn,
  isUnderWay,
  partsBeside,
  partsOf,
  ratingIn,
  storedIn,
  type RatingSession,
} from './rating-session';
import { LockedNote, SaveNote } from './rating-notes';
import { ScoreDetails } from './score-details';
import { ScoreLine } from './score-line';
import './rating.css';
import { t } from '../texts';

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
  const { session, mayEdit, startOpen = false } = place;
  const state = useSyncExternalStore(session.subscribe, session.state);
  const edits = useRatingEdits(session);
  const [isOpen, setIsOpen] = useState(startOpen);
  const locked = state.read.state === 'newer' || state.read.state === 'damaged';
  const box = useRef<HTMLElement>(null);
  useFocusBack(box, !isOpen);
  const open = (): void => {
    setIsOpen(true);
  };
  return (
    <section
      ref={box}
      className="rating-section"
      aria-label={t('rating.ratingSection.valueAndEffort')}
    >
      <div className="spread">
        <h2 className="label">{t('rating.ratingSection.valueAndEffort')}</h2>
        {mayEdit && !locked && !isOpen ? (
          <OpenButton place={place} isBegun={Object.keys(edits.open).length > 0} onOpen={open} />
        ) : null}
      </div>
      {locked ? <LockedNote newer={state.read.state === 'newer'} /> : null}
      <SaveNote place={place} onRetry={open} />
      {mayEdit && !locked ? <Unsaved place={place} edits={edits} onOpen={open} /> : null}
      {isOpen ? (
        <OpenForm
          place={place}
          edits={edits}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      ) : (
        <Score place={place} rating={storedIn(state)} />
      )}
    </section>
  );
}

/** What a person answered and has not saved, over what is on the issue. */
function useRatingEdits(session: RatingSession): Edits {
  const { read } = session.state();
  const parts = useMemo(() => partsOf(storedIn({ read })), [read]);
  return useEdits(session.box, parts);
}

/** Unsaved answers of another visit, and those that met somebody else's. */
function Unsaved({
  place: { session, look, onSaved },
  edits,
  onOpen,
}: {
  readonly place: RatingPlace;
  readonly edits: Edits;
  readonly onOpen: () => void;
}): ReactElement {
  const decided: Edits = {
    ...edits,
    settle: (clash, isMine) => {
      edits.settle(clash, isMine);
      if (!isMine) return;
      const mine = { [clash.part]: { base: clash.theirs, next: clash.next } };
      void session.save(changesIn(mine)).then((saved) => {
        if (saved.length > 0) edits.forget(mine);
        onSaved?.(saved);
      });
    },
    takeUp: (other) => {
      edits.takeUp(other);
      onOpen();
    },
  };
  return <EditNotices edits={decided} texts={answerTexts(look)} />;
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

function OpenButton({
  place: { session, look, estimate },
  isBegun,
  onOpen,
}: {
  readonly place: RatingPlace;
  readonly isBegun: boolean;
  readonly onOpen: () => void;
}): ReactElement {
  const scored = scoreUseCase(look.model, storedIn(session.state()), estimate).state === 'scored';
  return (
    <button type="button" className="link-button" onClick={onOpen}>
      {isBegun
        ? t('rating.ratingSection.goOnWithAnswersThat')
        : scored
          ? t('rating.ratingSection.change')
          : t('rating.ratingSection.scoreIt')}
    </button>
  );
}

function OpenForm({
  place,
  edits,
  onClose,
}: {
  readonly place: RatingPlace;
  readonly edits: Edits;
  readonly onClose: () => void;
}): ReactElement {
  const { session, look, issueKey, estimate, proposed = false, onSaved, onLeave } = place;
  const rating = ratingIn(edits.values);
  const leave = (): void => {
    onClose();
    onLeave?.();
  };
  const save = async (): Promise<void> => {
    const sent = edits.open;
    const saved = await session.save(changesIn(sent));
    if (session.state().save?.phase === 'failed') return;
    const inputs = new Set(saved.map(({ input }) => input));
    edits.forget(Object.fromEntries(Object.entries(sent).filter(([input]) => inputs.has(input))));
    onClose();
    // Answers that were right already are an answer, too: whoever waits for this one goes on.
    if (Object.keys(sent).length === 0 || saved.length > 0) onSaved?.(saved);
    if (saved.length > 0) tellWithUndo(place, saved, issueKey);
  };
  return (
    <Suspense fallback={<div className="bone bone-tall" />}>
      <RatingForm
        look={look}
        rating={rating}
        estimate={estimate}
        saving={isUnderWay(session.state())}
        onChange={(next) => {
          edits.change(partsBeside(rating, next));
        }}
        onSave={() => void save()}
        onCancel={() => {
          edits.clear();
          leave();
        }}
        onEscape={() => {
          // What was typed is kept; what a hand proposed goes back.
          if (proposed) edits.clear();
          leave();
        }}
      />
    </Suspense>
  );
}

function tellWithUndo(
  { session, look, estimate, onSaved }: RatingPlace,
  saved: readonly RatingChange[],
  issueKey: string,
): void {
  const scoring = scoreUseCase(look.model, storedIn(session.state()), estimate);
  const score =
    scoring.state === 'scored'
      ? t('rating.ratingSection.score', { score: look.say(scoring.score) })
      : t('rating.ratingSection.notScoredYet');
  tell({
    id: `rated-${session.issue}`,
    type: 'success',
    title: `${issueKey}: ${score}`,
    actions: [
      {
        text: t('rating.ratingSection.undo'),
        onClick: () => {
          void session.save(takenBackAnswers(saved)).then((back) => {
            onSaved?.(back);
            if (back.length < saved.length) tellOvertaken(session, issueKey);
          });
        },
      },
    ],
  });
}

/** Somebody answered after us, or Jira refused: the section says which. */
function tellOvertaken(session: RatingSession, issueKey: string): void {
  if (session.state().save?.phase === 'failed') return;
  tell({
    id: `rated-${session.issue}`,
    type: 'error',
    title: t('rating.ratingSection.somebodyChangedTheseAnswersSince', { issueKey }),
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
          ? t('rating.ratingSection.notScoredStillOpen', {
              list: missing.map(({ name }) => name.toLowerCase()).join(', '),
            })
          : mayEdit
            ? t('rating.ratingSection.notScoredYetAMinute')
            : t('rating.ratingSection.notScoredYet2')}
      </p>
    );
  }
  return (
    <>
      <ScoreLine look={look} scored={scoring} />
      <details>
        <summary className="small">{t('rating.ratingSection.whyThisScore')}</summary>
        <ScoreDetails look={look} rating={rating} scored={scoring} estimate={estimate} />
      </details>
      {lastEdit === '' ? null : <p className="quiet small">{lastEdit}</p>}
    </>
  );
}
