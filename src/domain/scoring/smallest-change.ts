import { answerReaching } from './answer-reaching';
import { combine, combineExactly } from './combine';
import { boundsOf, type Criterion } from './criterion';
import type { Side } from './models';
import { exactly } from './range';
import { ownAnswer, answerTo, type Rating } from './rating';
import { shifted } from './shift-criterion';

/** The most criteria whose answers are all tried against each other; with more, one at a time is moved. */
const triedTogether = 6;

/**
 * The answers that bring an axis closest to a figure with the least change: fewest criteria moved,
 * then fewest steps. Criteria with steps are answered with steps, numbers with whatever is missing.
 * Of what nobody answered, steps begin at the same share of their scale, and numbers are shared
 * out evenly. A range that somebody gave moves along.
 */
export function smallestChange(side: Side, rating: Rating, target: number): Rating {
  const start = startOf(side, rating, target);
  const options = side.criteria.map((_criterion, index) =>
    optionsOf(side, start, { index, target }),
  );
  const search = { start, options, target };
  const best =
    side.criteria.length <= triedTogether ? bestOfAll(side, search) : bestStepByStep(side, search);
  return withAnswers(side, rating, best);
}

type Search = {
  readonly start: readonly number[];
  readonly options: readonly (readonly number[])[];
  readonly target: number;
};

/** The answers to begin with; numbers that nobody gave take what the others leave, all alike. */
function startOf(side: Side, rating: Rating, target: number): readonly number[] {
  const known = side.criteria.map(
    (criterion) => answerTo(criterion, rating)?.likely ?? firstStep(side, criterion, target),
  );
  const at = (share: number): readonly number[] =>
    known.map((answer, index) => answer ?? numberAt(side.criteria[index], share));
  if (!known.includes(undefined)) return at(0);
  let [low, high] = [0, 1];
  while (combineExactly(side, at(high)) < target && high < 1e9) high *= 2;
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (combineExactly(side, at(middle)) < target) low = middle;
    else high = middle;
  }
  return at(high).map((answer, index) =>
    known[index] === undefined ? tidy(side, side.criteria[index], answer) : answer,
  );
}

/** A number of a scale: the share of a bounded one, the figure itself of an unbounded one. */
function numberAt(criterion: Criterion | undefined, share: number): number {
  if (criterion === undefined) return 0;
  const [least, most] = boundsOf(criterion);
  if (most === null) return Math.max(least, share);
  const part = Math.min(1, share);
  return least + (most - least) * (criterion.direction === 'more' ? part : 1 - part);
}

/** The step to begin with: at the target's share of a bounded axis, else in the middle of the scale. */
function firstStep(
  { least, most }: Side,
  criterion: Criterion,
  target: number,
): number | undefined {
  if (criterion.scale.kind === 'number') return undefined;
  const values = criterion.scale.steps.map(({ value }) => value);
  if (most === null) return values.toSorted((left, right) => left - right)[values.length >> 1];
  const wanted = numberAt(criterion, Math.max(0, (target - least) / (most - least)));
  return values.reduce((best, each) =>
    Math.abs(each - wanted) < Math.abs(best - wanted) ? each : best,
  );
}

function optionsOf(
  side: Side,
  start: readonly number[],
  { index, target }: { readonly index: number; readonly target: number },
): readonly number[] {
  const criterion = side.criteria[index];
  const now = start[index] ?? 0;
  if (criterion?.scale.kind === 'steps')
    return [...new Set([now, ...criterion.scale.steps.map(({ value }) => value)])];
  const reaching = answerReaching(side, start, { index, figure: target });
  return reaching === undefined ? [now] : [now, tidy(side, criterion, reaching.answer)];
}

/** A number as somebody would say it: an estimate in halves, others with three digits; on its scale. */
function tidy({ combine: by }: Side, criterion: Criterion | undefined, figure: number): number {
  if (criterion === undefined) return figure;
  const [least, most] = boundsOf(criterion);
  const within = Math.min(most ?? Number.POSITIVE_INFINITY, Math.max(least, figure));
  return by === 'estimate' ? Math.round(within * 2) / 2 : Number(within.toPrecision(3));
}

/** How far a combination is off, and how much it moves; the less, the better, in that order. */
function costOf(side: Side, answers: readonly number[], { start, target }: Search): number {
  const off = Math.abs(combine(side, answers) - target);
  const moved = answers.filter((answer, index) => answer !== start[index]).length;
  const steps = answers.reduce(
    (sum, answer, index) => sum + Math.abs(answer - (start[index] ?? answer)),
    0,
  );
  return Math.round(off * 1000) + moved / 100 + steps / 1e9;
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

/** What evidence answers stays with the evidence, and a range keeps its width, unless they were moved. */
function withAnswers(side: Side, rating: Rating, answers: readonly number[]): Rating {
  const changed = side.criteria.flatMap((criterion, index) => {
    const next = answers[index];
    const before = answerTo(criterion, rating);
    if (next === undefined || before?.likely === next) return [];
    const given = ownAnswer(rating.answers, criterion.id) === undefined ? undefined : before;
    const range =
      given === undefined ? exactly(next) : shifted(criterion, given, next - given.likely);
    return [[criterion.id, { ...range, likely: next }] as const];
  });
  return { ...rating, answers: { ...rating.answers, ...Object.fromEntries(changed) } };
}
