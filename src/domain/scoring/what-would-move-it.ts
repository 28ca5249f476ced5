import { boundsOf, type Criterion } from './criterion';
import type { Model, Side } from './models';
import { quadrantOf, type Quadrant } from './quadrant';
import { exactly } from './range';
import { answerTo, type Estimate, type Rating } from './rating';
import { rankingScore } from './ranking-score';
import { scoreUseCase, type Scored } from './score-use-case';

/** One answer, changed alone, and the quadrant that it would lead to. */
export type Move = {
  readonly criterion: Criterion;
  /** From what, to what. `below` stands for anything less than `to`. */
  readonly from: number;
  readonly to: number;
  readonly below: boolean;
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
  const stepped = [...model.value.criteria, ...model.effort.criteria].flatMap((criterion) =>
    stepsOut(criterion, { model, rating, estimate, here }),
  );
  const crossing = crossingOf(model, now, here);
  return [...stepped, ...(crossing === undefined ? [] : [crossing])].sort(
    (left, right) => distanceOf(left) - distanceOf(right),
  );
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
      : [{ criterion, from, to, below: false, quadrant }];
  });
  const nearest = (side: readonly Move[]): readonly Move[] =>
    side.toSorted((left, right) => distanceOf(left) - distanceOf(right)).slice(0, 1);
  return [
    ...nearest(moves.filter(({ to }) => to > from)),
    ...nearest(moves.filter(({ to }) => to < from)),
  ];
}

/** An effort that is one number: the threshold itself is where it tips over. */
function crossingOf(model: Model, { value, effort }: Scored, here: Quadrant): Move | undefined {
  const { thresholds } = model;
  const [criterion] = model.effort.criteria;
  if (criterion?.scale.kind !== 'number' || model.effort.criteria.length > 1) return undefined;
  const to = thresholds.effort;
  if (to === null) return undefined;
  const below = effort.likely >= to;
  const quadrant = quadrantOf(model, value.likely, below ? to - Number.EPSILON * to : to);
  if (quadrant === null || quadrant === here) return undefined;
  return { criterion, from: effort.likely, to, below, quadrant };
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
      : wanted * Math.max(behind.effort.likely, 0.5);
  const effort =
    model.easier === 'more' ? wanted / behind.value.likely : behind.value.likely / wanted;
  return { value: within(model.value, value), effort: within(model.effort, effort) };
}

function within({ least, most }: Side, figure: number): number | undefined {
  const possible = Number.isFinite(figure) && figure >= least && (most === null || figure <= most);
  return possible ? figure : undefined;
}
