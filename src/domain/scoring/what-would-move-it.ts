import { answerReaching } from './answer-reaching';
import { boundsOf, fits, type Criterion } from './criterion';
import type { Model, Side } from './models';
import { quadrantOf, type Quadrant } from './quadrant';
import { exactly } from './range';
import { answerTo, effortAnswer, type Estimate, type Rating } from './rating';
import { leastDivisor, rankingScore } from './ranking-score';
import { scoreUseCase, type Scored } from './score-use-case';

/** One answer, changed alone, and the quadrant that it would lead to. */
export type Move = {
  readonly criterion: Criterion;
  /** From what, to what: `to` itself, or anything that lies just below or above it. */
  readonly from: number;
  readonly to: number;
  readonly just: 'at' | 'below' | 'above';
  readonly quadrant: Quadrant;
};

/**
 * The single answers that would put a use case into another quadrant, the nearest first, measured in
 * shares of their scale: what to find out before the score is relied on.
 */
export function whatWouldMoveIt(
  model: Model,
  rating: Rating,
  estimate: Estimate | undefined,
): readonly Move[] {
  const now = scoreUseCase(model, rating, estimate);
  if (now.state === 'unscored') return [];
  const here = quadrantOf(model, now.value.likely, now.effort.likely);
  if (here === null) return [];
  const standing = { model, rating, estimate, here };
  const stepped = [...model.value.criteria, ...model.effort.criteria].flatMap((criterion) =>
    stepsOut(criterion, standing),
  );
  const crossing = (['value', 'effort'] as const).flatMap((axis) =>
    crossingsOf(axis, now, standing),
  );
  return [...stepped, ...crossing].sort((left, right) => distanceOf(left) - distanceOf(right));
}

type Standing = {
  readonly model: Model;
  readonly rating: Rating;
  readonly estimate: Estimate | undefined;
  readonly here: Quadrant;
};

/** The nearest step up and the nearest step down that lead elsewhere. */
function stepsOut(
  criterion: Criterion,
  { model, rating, estimate, here }: Standing,
): readonly Move[] {
  const from = answerTo(criterion, rating)?.likely;
  if (from === undefined || criterion.scale.kind !== 'steps') return [];
  const moves = criterion.scale.steps.flatMap(({ value: to }): readonly Move[] => {
    const answers = { ...rating.answers, [criterion.id]: exactly(to) };
    const then = scoreUseCase(model, { ...rating, answers }, estimate);
    if (then.state === 'unscored') return [];
    const quadrant = quadrantOf(model, then.value.likely, then.effort.likely);
    return quadrant === null || quadrant === here
      ? []
      : [{ criterion, from, to, just: 'at', quadrant }];
  });
  const nearest = (side: readonly Move[]): readonly Move[] =>
    side.toSorted((left, right) => distanceOf(left) - distanceOf(right)).slice(0, 1);
  return [
    ...nearest(moves.filter(({ to }) => to > from)),
    ...nearest(moves.filter(({ to }) => to < from)),
  ];
}

/** Answers that are plain numbers tip an axis over where it meets its threshold. */
function crossingsOf(
  axis: 'value' | 'effort',
  now: Scored,
  { model, rating, estimate, here }: Standing,
): readonly Move[] {
  const side = model[axis];
  const threshold = model.thresholds[axis];
  if (threshold === null) return [];
  const answers = side.criteria.map(
    (criterion) =>
      (side.combine === 'estimate'
        ? effortAnswer(criterion, rating, estimate)
        : answerTo(criterion, rating)
      )?.likely ?? 0,
  );
  const high = now[axis].likely >= threshold;
  const across = high ? threshold - Math.max(1e-9, Number.EPSILON * threshold) : threshold;
  const quadrant =
    axis === 'value'
      ? quadrantOf(model, across, now.effort.likely)
      : quadrantOf(model, now.value.likely, across);
  if (quadrant === null || quadrant === here) return [];
  return side.criteria.flatMap((criterion, index): readonly Move[] => {
    const found = answerReaching(side, answers, { index, figure: threshold });
    if (criterion.scale.kind !== 'number' || found === undefined) return [];
    const { answer: to, rises } = found;
    if (!fits(criterion, exactly(to))) return [];
    const just = high ? (rises ? 'below' : 'above') : 'at';
    return [{ criterion, from: answers[index] ?? 0, to, just, quadrant }];
  });
}

function distanceOf({ criterion, from, to }: Move): number {
  const [least, most] = boundsOf(criterion);
  return Math.abs(to - from) / (most === null ? Math.max(from, to, 1) : most - least);
}

/** A use case as far as its rank goes. */
type Ranked = Pick<Scored, 'value' | 'effort'>;

/** What a use case would need to draw level with another: that value, or that effort, each alone. */
export function whatWouldOvertake(
  model: Model,
  behind: Ranked,
  ahead: Ranked,
): { readonly value: number | undefined; readonly effort: number | undefined } {
  const wanted = rankingScore(model, ahead.value.likely, ahead.effort.likely);
  const value =
    model.easier === 'more'
      ? wanted / behind.effort.likely
      : wanted * Math.max(behind.effort.likely, leastDivisor);
  const effort =
    model.easier === 'more' ? wanted / behind.value.likely : behind.value.likely / wanted;
  // Less than the least that is divided by changes nothing.
  const possible = model.easier === 'more' || effort >= leastDivisor;
  return {
    value: within(model.value, value),
    effort: possible ? within(model.effort, effort) : undefined,
  };
}

function within({ least, most }: Side, figure: number): number | undefined {
  const possible = Number.isFinite(figure) && figure >= least && (most === null || figure <= most);
  return possible ? figure : undefined;
}
