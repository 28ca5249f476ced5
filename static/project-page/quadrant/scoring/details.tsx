import { useEffect, useRef, useState, type ReactElement } from 'react';
import { scoreUseCase } from '#domain/scoring/score-use-case';
import { smallestChange } from '#domain/scoring/smallest-change';
import { whatWouldOvertake } from '#domain/scoring/what-would-move-it';
import { withEdit, withEdits } from '#domain/document/pending-edits';
import { openIssue } from '../../../shared/bridge';
import { stageTexts } from '../../../shared/choice-texts';
import { StageGlyph } from '../../../shared/glyphs';
import type { RatingLook } from '../../../shared/rating/rating-look';
import { RatingSection } from '../../../shared/rating/rating-section';
import {
  partsBeside,
  partsOf,
  ratingIn,
  storedIn,
  type RatingSession,
} from '../../../shared/rating/rating-session';
import { sayChance } from '../../../shared/rating/score-texts';
import { useEscape } from '../../../shared/use-escape';
import type { Chosen } from '../data/use-choice';
import type { Choosing, Looking, Rights, WithPicture } from '../data/page-parts';
import type { Rescoring } from './use-rescoring';
import type { WithChart } from '../chart/chart-props';
import { useTopChances } from '../data/use-top-chances';
import { t } from '../../../shared/texts';
import { countOf } from '../../../shared/say-figures';

/** One use case beside the picture: its score, what it is made of, and its questions. */
export default function Details({
  page,
  chosen,
}: {
  readonly page: Uses;
  readonly chosen: Chosen;
}): ReactElement {
  const { picture, choice, mayEdit } = page;
  const { issue } = chosen.item;
  const box = useRef<HTMLElement>(null);
  useEscape(box, choice.close);
  useEffect(() => {
    // Where there is no room beside the picture, what was chosen is below it.
    box.current?.querySelector('h2')?.scrollIntoView({ block: 'nearest' });
  }, [issue.id]);
  return (
    <aside
      ref={box}
      className="details"
      aria-label={t('tools.details.inDetail', { key: issue.key })}
    >
      <div className="spread">
        <button type="button" className="link-button" onClick={() => void openIssue(issue.key)}>
          {issue.key}
        </button>
        <button type="button" className="link-button" onClick={choice.close}>
          {t('tools.details.close')}
        </button>
      </div>
      <h2>{issue.summary}</h2>
      <Facts chosen={chosen} />
      <Answers page={page} chosen={chosen} />
      {chosen.wanted === undefined || !mayEdit ? null : (
        <DropNote chosen={chosen} look={picture.look} />
      )}
      <TopChance page={page} chosen={chosen} />
      <Ahead page={page} chosen={chosen} />
    </aside>
  );
}

type Uses = WithPicture &
  Pick<Looking, 'looks'> &
  Choosing &
  Rescoring &
  WithChart &
  Pick<Rights, 'mayEdit'>;

type DetailsProps = { readonly page: Uses; readonly chosen: Chosen };

function Facts({ chosen: { item } }: Pick<DetailsProps, 'chosen'>): ReactElement {
  const { issue } = item;
  const stage = 'stage' in item ? item.stage : '';
  const facts = [issue.type, issue.status, issue.assignee].filter((fact) => fact !== '');
  return (
    <p className="quiet small">
      {stage === '' ? null : (
        <span className="stage-name">
          <StageGlyph stage={stage} /> {stageTexts[stage].name}
        </span>
      )}
      {stage === '' || facts.length === 0 ? '' : ' · '}
      {facts.join(' · ')}
    </p>
  );
}

function Answers({ page, chosen }: DetailsProps): ReactElement {
  const { rescorings, mayEdit, choice, picture, chart } = page;
  const { look, state } = picture;
  const session = useOpened(page, chosen);
  const { issue, estimate } = chosen.item;
  if (session === 'failed')
    return <p className="wrong">{t('tools.details.theAnswersDidNotLoad')}</p>;
  if (session === undefined) return <div className="bone bone-tall" />;
  const { wanted, scoring } = chosen;
  const moved = wanted !== undefined;
  const leave = (): void => {
    if (!moved) return;
    choice.settle();
    chart.current?.focus();
  };
  return (
    <RatingSection
      key={JSON.stringify([issue.id, wanted, scoring])}
      session={session}
      look={look}
      issueKey={issue.key}
      projectName={state.subject?.name ?? ''}
      mayEdit={mayEdit}
      estimate={estimate}
      lastEdit=""
      startOpen={mayEdit && (moved || scoring === true)}
      proposed={moved}
      onLeave={leave}
      onSaved={(changes) => {
        rescorings.noted(issue.key, session, changes);
        leave();
        choice.next(issue.id);
      }}
    />
  );
}

/** Opens the answers; after a drop, with the smallest change that gets there as a draft. */
function useOpened(
  { rescorings: { open, showScore }, picture: { look }, mayEdit }: Uses,
  { item, wanted }: Chosen,
): RatingSession | 'failed' | undefined {
  const { id } = item.issue;
  // What was read of the issue may change while one looks; what is opened stays until another is chosen.
  const latest = useRef({ item, look, mayEdit });
  useEffect(() => {
    latest.current = { item, look, mayEdit };
  });
  const [opened, setOpened] = useState<{
    readonly id: string;
    readonly session: RatingSession | 'failed';
  }>();
  useEffect(() => {
    let current = true;
    void open(id).then((session) => {
      if (!current) return;
      const now = latest.current;
      if (session !== undefined && wanted !== undefined)
        propose(session, now.look, { item: now.item, wanted });
      if (session !== undefined && now.mayEdit && isOwed(session, now.look, now.item))
        showScore(session);
      setOpened({ id, session: session ?? 'failed' });
    });
    return () => {
      current = false;
    };
  }, [id, wanted, open, showScore]);
  return opened?.id === id ? opened.session : undefined;
}

/** Whether answers and estimate come to a score that the issue does not have: one of them came later. */
function isOwed(session: RatingSession, { model }: RatingLook, item: Chosen['item']): boolean {
  const { read } = session.state();
  if (read.state !== 'ready' || 'score' in item) return false;
  return scoreUseCase(model, read.rating, item.estimate).state === 'scored';
}

/** What was typed before and not saved is kept: the drop is one more change of it. */
function propose(
  session: RatingSession,
  { model }: RatingLook,
  { item, wanted }: Pick<Chosen, 'item'> & { readonly wanted: NonNullable<Chosen['wanted']> },
): void {
  const stored = partsOf(storedIn(session.state()));
  const edits = session.box.own();
  const rating = ratingIn(withEdits(stored, edits));
  const valued = smallestChange(model.value, rating, wanted.value);
  const locked = model.effort.combine === 'estimate' && item.estimate !== undefined;
  const next =
    locked || wanted.effort === undefined
      ? valued
      : smallestChange(model.effort, valued, wanted.effort);
  const moved = Object.entries(partsBeside(rating, next));
  session.box.keep(
    moved.reduce((all, [part, answer]) => withEdit(all, stored, { part, next: answer }), edits),
  );
}

/** How likely it is among the first of what is shown. */
function TopChance({ page, chosen: { item } }: DetailsProps): ReactElement | null {
  const chances = useTopChances(page);
  const { top } = page.looks;
  const count = page.picture.seen.length;
  const chance = typeof chances === 'object' ? chances.get(item.issue.id) : undefined;
  if (chance === undefined || count <= top) return null;
  return (
    <p className="small">
      {t('tools.details.inTheTopOfThe', {
        top,
        count: countOf(count),
        chance: sayChance(chance),
      })}
    </p>
  );
}

/** Who comes right before it in what is shown, and what alone would turn the two round. */
function Ahead({
  page: {
    picture: {
      seen,
      look: { model, say },
    },
  },
  chosen: { item },
}: DetailsProps): ReactElement | null {
  const ahead = seen[seen.findIndex(({ issue }) => issue.id === item.issue.id) - 1];
  if (ahead === undefined || !('score' in item)) return null;
  if (say(ahead.score) === say(item.score)) {
    const text = t('tools.details.comesRightBeforeItWith', { key: ahead.issue.key });
    return <p className="quiet small">{text}</p>;
  }
  const { value, effort } = whatWouldOvertake(model, item, ahead);
  const ways = [
    ...(value === undefined ? [] : [`${model.value.label.toLowerCase()} ${say(value)}`]),
    ...(effort === undefined ? [] : [`${model.effort.label.toLowerCase()} ${say(effort)}`]),
  ];
  return (
    <p className="quiet small">
      {t('tools.details.comesRightBeforeItWith2', {
        key: ahead.issue.key,
        score: say(ahead.score),
        alone:
          ways.length === 0
            ? ''
            : t('tools.details.itWouldDrawLevelWith', { changes: ways.join(', or with ') }),
      })}
    </p>
  );
}

function DropNote({
  chosen: { item, wanted },
  look: { model, say },
}: {
  readonly chosen: Chosen;
  readonly look: RatingLook;
}): ReactElement | null {
  const locked = model.effort.combine === 'estimate' && item.estimate !== undefined;
  const tenth = Math.round((wanted?.value ?? 0) * 10) / 10;
  return (
    <p className="quiet small">
      {t('tools.details.theAnswersAboveAreThe', {
        name: model.value.label.toLowerCase(),
        tenth: say(tenth),
        jira: locked ? t('tools.details.effortStaysItIsThe') : '',
      })}
    </p>
  );
}
