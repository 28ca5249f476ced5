import { combine, combineSpreads, onAxis } from './combine';
import type { Criterion } from './criterion';
import type { Model, Side } from './models';
import { rankingScore } from './ranking-score';
import { spreadOf, type Range, type Spread } from './range';
import { answerTo, effortAnswer, uncertainAnswer, type Estimate, type Rating } from './rating';

/** A use case on one axis: the figure of the likeliest answers, and how far it may be off. */
export type Position = Spread & { readonly likely: number };

/** Where an effort comes from: the stories' estimates, the issue's own, or the rating. */
export type EffortFrom = Estimate['from'] | 'own';

/** A use case with a score, or what keeps it from having one: a state of its own, never a zero. */
export type Scoring =
  | {
      readonly state: 'scored';
      readonly value: Position;
      readonly effort: Position;
      readonly effortFrom: EffortFrom;
      /** Value by effort, or value times ease; comparable within one model only. */
      readonly score: number;
    }
  | { readonly state: 'unscored'; readonly missing: readonly Criterion[] };

/** The score that is there. */
export type Scored = Extract<Scoring, { state: 'scored' }>;

/** Scores a use case by its own answers alone: no other issue's score has a part in it. */
export function scoreUseCase(
  model: Model,
  rating: Rating,
  estimate: Estimate | undefined,
): Scoring {
  const value = answersOf(model.value, rating, undefined);
  const effort = answersOf(model.effort, rating, estimate);
  const missing = [...value.missing, ...effort.missing];
  if (missing.length > 0) return { state: 'unscored', missing };
  const [up, across] = [
    positionOf(model.value, value.found),
    positionOf(model.effort, effort.found),
  ];
  const estimated = model.effort.combine === 'estimate' ? estimate?.from : undefined;
  return {
    state: 'scored',
    value: up,
    effort: across,
    effortFrom: estimated ?? 'own',
    score: rankingScore(model, up.likely, across.likely),
  };
}

/** An answer as it was given, and with its doubt. */
type Answer = { readonly given: Range; readonly uncertain: Range };

function answersOf(
  side: Side,
  rating: Rating,
  estimate: Estimate | undefined,
): { readonly found: readonly Answer[]; readonly missing: readonly Criterion[] } {
  const found: Answer[] = [];
  const missing: Criterion[] = [];
  for (const criterion of side.criteria) {
    const given =
      side.combine === 'estimate'
        ? effortAnswer(criterion, rating, estimate)
        : answerTo(criterion, rating);
    if (given === undefined) missing.push(criterion);
    else found.push({ given, uncertain: uncertainAnswer(criterion, rating, given) });
  }
  return { found, missing };
}

function positionOf(side: Side, answers: readonly Answer[]): Position {
  const spread = combineSpreads(
    side,
    answers.map(({ uncertain }) => spreadOf(uncertain)),
  );
  return {
    likely: combine(
      side,
      answers.map(({ given }) => given.likely),
    ),
    ...spread,
  };
}

/** The criteria that hold a minimum down: the weakest pillars of a feasibility. */
export function limitingCriteria(side: Side, rating: Rating): readonly Criterion[] {
  if (side.combine !== 'minimum') return [];
  const likely = (criterion: Criterion): number => {
    const answer = answerTo(criterion, rating);
    return answer === undefined ? Infinity : onAxis(side, criterion, answer.likely);
  };
  const least = Math.min(...side.criteria.map(likely));
  return side.criteria.filter((criterion) => likely(criterion) === least && least < Infinity);
}
