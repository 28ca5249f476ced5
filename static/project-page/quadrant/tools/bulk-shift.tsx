import { useMemo, useRef, useState, type ReactElement } from 'react';
import type { Criterion } from '#domain/scoring/criterion';
import type { Model } from '#domain/scoring/models';
import { noRating, type Rating } from '#domain/scoring/rating';
import { shiftCriterion, type Shift } from '#domain/scoring/shift-criterion';
import type { IssueId } from '#domain/ids';
import { Choice } from './choice';
import type { Mark } from '#domain/quadrant/picture';
import type { Step } from '../scoring/use-steps';
import type { Picking, WithPicture, WithStore } from '../data/page-parts';
import type { Rescoring } from '../scoring/use-rescoring';
import { usePickedRatings, type PickedRatings } from './use-picked-ratings';
import { t } from '../../../shared/texts';

/** The most use cases that are shifted at once: each is a save of its own, as the viewer. */
const shiftedAtMost = 500;

/** Shifts one named criterion for all that are picked, as one step that can be undone. */
export default function BulkShift({ page, marks }: BulkProps): ReactElement {
  if (marks.length > shiftedAtMost)
    return <p className="warn">{t('tools.bulkShift.pickAtMostUseCases', { shiftedAtMost })}</p>;
  return <ShiftForm page={page} marks={marks} />;
}

type Uses = WithStore & WithPicture & Picking & Rescoring;

type BulkProps = { readonly page: Uses; readonly marks: readonly Mark[] };

function ShiftForm({ page, marks }: BulkProps): ReactElement {
  const { model } = page.picture.look;
  const criteria = [...model.value.criteria, ...model.effort.criteria];
  const [id, setId] = useState(criteria[0]?.id ?? '');
  const [by, setBy] = useState(1);
  const ratings = usePickedRatings(page, marks);
  const plan = useMemo(() => {
    const criterion = [...model.value.criteria, ...model.effort.criteria].find(
      (each) => each.id === id,
    );
    if (criterion === undefined || typeof ratings !== 'object' || !Number.isFinite(by))
      return undefined;
    return planOf(model, { marks, ratings, criterion, by });
  }, [model, marks, ratings, id, by]);
  const step = plan?.step ?? [];
  const { said, running, run, stop } = useRun(page, marks, step);
  return (
    <form
      className="shift-form"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <Choice
        label={t('tools.bulkShift.criterion')}
        value={id}
        options={criteria.map((each) => [each.id, each.name] as const)}
        onChange={setId}
      />
      <ShiftBy by={by} onChange={setBy} />
      <button
        type="submit"
        className="button button-primary"
        disabled={running || step.length === 0}
      >
        {t('tools.bulkShift.shift', { stepCount: step.length })}
      </button>
      {running ? (
        <button type="button" className="button" onClick={stop}>
          {t('tools.bulkShift.stop')}
        </button>
      ) : null}
      <p className="quiet small" role="status">
        {said}
      </p>
      <p className="quiet small">{running ? '' : planText(plan, ratings)}</p>
    </form>
  );
}

function ShiftBy({
  by,
  onChange,
}: {
  readonly by: number;
  readonly onChange: (by: number) => void;
}): ReactElement {
  return (
    <label>
      <span className="label">{t('tools.bulkShift.shiftBy')}</span>
      <input
        type="number"
        step="any"
        value={Number.isNaN(by) ? '' : by}
        onChange={({ currentTarget: { valueAsNumber } }) => {
          onChange(valueAsNumber);
        }}
      />
    </label>
  );
}

type Plan = {
  readonly step: Step;
  readonly left: Readonly<Record<Exclude<Shift['outcome'], 'shifted'>, number>>;
};

function planOf(
  model: Model,
  of: {
    readonly marks: readonly Mark[];
    readonly ratings: ReadonlyMap<IssueId, Rating>;
    readonly criterion: Criterion;
    readonly by: number;
  },
): Plan {
  const { marks, ratings, criterion, by } = of;
  const left = { unanswered: 0, estimated: 0, 'at-the-end': 0 };
  const step = marks.flatMap(({ issue, estimate }) => {
    const rating = ratings.get(issue.id) ?? noRating;
    const shift = shiftCriterion(model, criterion, { rating, estimate, by });
    if (shift.outcome === 'shifted')
      return [{ issue: issue.id, key: issue.key, changes: [shift.change] }];
    left[shift.outcome] += 1;
    return [];
  });
  return { step, left };
}

function planText(plan: Plan | undefined, ratings: PickedRatings): string {
  if (ratings === 'failed') return t('tools.bulkShift.theAnswersDidNotLoad');
  if (plan === undefined)
    return ratings === undefined
      ? t('tools.bulkShift.readingTheAnswers')
      : t('tools.bulkShift.byHowMuch');
  const texts = {
    unanswered: t('tools.bulkShift.withoutAnAnswerToIt'),
    estimated: t('tools.bulkShift.onTheTeamsEstimateWhich'),
    'at-the-end': t('tools.bulkShift.atTheEndOfThe'),
  } as const;
  const left = (Object.keys(texts) as (keyof typeof texts)[])
    .filter((outcome) => plan.left[outcome] > 0)
    .map((outcome) => `${String(plan.left[outcome])} ${texts[outcome]}`);
  return left.length === 0 ? '' : t('tools.bulkShift.leftAsTheyAre', { list: left.join(', ') });
}

type Run = {
  readonly said: string;
  readonly running: boolean;
  readonly run: () => void;
  readonly stop: () => void;
};

/** Saves a shift. What did not come through stays picked, so that it alone is tried again. */
function useRun(
  { rescorings, picks }: Rescoring & Picking,
  marks: readonly Mark[],
  step: Step,
): Run {
  const [said, setSaid] = useState('');
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);
  const isStopped = (): boolean => stopped.current;
  const run = async (): Promise<void> => {
    stopped.current = false;
    setRunning(true);
    const all = step.length;
    const saved = await rescorings.saveAll(step, {
      onProgress: (done) => {
        setSaid(t('tools.bulkShift.of', { done, all }));
      },
      stopped: isStopped,
    });
    setRunning(false);
    const through = new Set(saved.map(({ issue }) => issue));
    const left = new Set(step.map(({ issue }) => issue).filter((issue) => !through.has(issue)));
    const why = isStopped()
      ? t('tools.bulkShift.notBegun')
      : t('tools.bulkShift.changedMeanwhileOrJiraDid');
    const rest =
      left.size === 0 ? '' : t('tools.bulkShift.theyStayPicked', { sizeCount: left.size, why });
    setSaid(t('tools.bulkShift.shifted', { savedCount: saved.length, rest }));
    if (left.size > 0) picks.set(marks.filter(({ issue }) => left.has(issue.id)));
  };
  return {
    said,
    running,
    run: () => void run(),
    stop: () => {
      stopped.current = true;
    },
  };
}
