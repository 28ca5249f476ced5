import { combine } from './combine';
import { boundsOf, type Criterion } from './criterion';
import type { Side } from './models';
import { exactly } from './range';
import { answerTo, type Rating } from './rating';

/** The most criteria whose steps are all tried against each other; with more, one at a time is moved. */
const triedTogether = 6;

/**
 * The answers that bring an axis closest to a figure with the least change: fewest criteria moved,
 * then fewest steps. Criteria without an answer begin at the step that lies at the same share of
 * their scale. A criterion that is a plain number takes what is missing.
 */
export function smallestChange(side: Side, rating: Rating, target: number): Rating {
  const start = side.criteria.map((criterion) => startOf(side, criterion, rating, target));
  const options = side.criteria.map((criterion, index) => optionsOf(criterion, start[index] ?? 0));
  const [only] = side.criteria;
  if (side.criteria.length === 1 && only?.scale.kind === 'number') {
    return withAnswers(side, rating, [within(only, target)]);
  }
  const best =
    side.criteria.length <= triedTogether
      ? bestOfAll(side, { start, options, target })
      : bestStepByStep(side, { start, options, target });
  return withAnswers(side, rating, best);
}

type Search = {
  readonly start: readonly number[];
  readonly options: readonly (readonly number[])[];
  readonly target: number;
};

function startOf(side: Side, criterion: Criterion, rating: Rating, target: number): number {
  const answer = answerTo(criterion, rating);
  if (answer !== undefined) return answer.likely;
  const [least, most] = boundsOf(criterion);
  if (most === null || side.most === null) return within(criterion, target);
  const share = (target - side.least) / (side.most - side.least);
  const wanted = least + share * (most - least);
  return nearest(optionsOf(criterion, wanted), wanted);
}

function optionsOf({ scale }: Criterion, start: number): readonly number[] {
  if (scale.kind === 'number') return [start];
  return [...new Set([start, ...scale.steps.map(({ value }) => value)])];
}

function within(criterion: Criterion, figure: number): number {
  const [least, most] = boundsOf(criterion);
  return Math.round(Math.min(most ?? Number.POSITIVE_INFINITY, Math.max(least, figure)) * 2) / 2;
}

function nearest(options: readonly number[], wanted: number): number {
  return options.reduce((best, each) =>
    Math.abs(each - wanted) < Math.abs(best - wanted) ? each : best,
  );
}

/** How far a combination is off, and how much it moves; the less, the better, in that order. */
function costOf(side: Side, answers: readonly number[], { start, target }: Search): number {
  const off = Math.abs(combine(side, answers) - target);
  const moved = answers.filter((answer, index) => answer !== start[index]).length;
  const steps = answers.reduce(
    (sum, answer, index) => sum + Math.abs(answer - (start[index] ?? answer)),
    0,
  );
  return Math.round(off * 1000) + moved / 100 + steps / 100_000;
}

function bestOfAll(side: Side, search: Search): readonly number[] {
  let best = search.start;
  let least = costOf(side, best, search);
  const tryFrom = (answers: readonly number[]): void => {
    const options = search.options[answers.length];
    if (options === undefined) {
      const cost = costOf(side, answers, search);
      if (cost < least) [best, least] = [answers, cost];
      return;
    }
    for (const option of options) tryFrom([...answers, option]);
  };
  tryFrom([]);
  return best;
}

function bestStepByStep(side: Side, search: Search): readonly number[] {
  let best = search.start;
  let left = side.criteria.length;
  while (left > 0) {
    left -= 1;
    const now = best;
    const moves = search.options.flatMap((options, index) =>
      options.map((option) => now.map((answer, at) => (at === index ? option : answer))),
    );
    best = moves.reduce(
      (least, move) => (costOf(side, move, search) < costOf(side, least, search) ? move : least),
      best,
    );
  }
  return best;
}

function withAnswers(side: Side, rating: Rating, answers: readonly number[]): Rating {
  const changed = side.criteria.flatMap((criterion, index) => {
    const next = answers[index];
    const before = rating.answers[criterion.id];
    return next === undefined || before?.likely === next
      ? []
      : [[criterion.id, exactly(next)] as const];
  });
  return { ...rating, answers: { ...rating.answers, ...Object.fromEntries(changed) } };
}
