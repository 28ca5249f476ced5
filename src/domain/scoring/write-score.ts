import { stages, type Stage } from '../use-case/fields';
import type { JsonObject } from '../use-case/json';
import { readableValues, readRecord } from '../use-case/stored-record';
import { toFigure } from './combine';
import type { Model } from './models';
import { quadrantOf } from './quadrant';
import type { Estimate, Rating } from './rating';
import { scoreUseCase, type Scored } from './score-use-case';
import { scoringVersion } from './scoring-settings';
import { reachIds } from './standard-criteria';
import { newRating, readRating } from './stored-rating';
import { readScore } from './stored-score';

/** A score as it is written. */
export function toStoredScore(
  { value, effort, effortFrom, score }: Scored,
  frame: {
    readonly model: Model;
    readonly version: string;
    readonly rev: number;
    readonly stage: Stage | '';
    /** How many are reached, as far as the model asks; undefined where nobody answered. */
    readonly reach: number | undefined;
    readonly modifiedAt: number;
  },
): JsonObject {
  const { model, version, rev, stage, reach, modifiedAt } = frame;
  const quadrant = quadrantOf(model, value.likely, effort.likely);
  return {
    schema: 1,
    rev,
    model: model.id,
    version,
    value: toFigure(value.likely),
    valueSpread: [short(value.mean), short(value.sd)],
    effort: toFigure(effort.likely),
    effortSpread: [short(effort.mean), short(effort.sd)],
    effortFrom,
    score: toFigure(score),
    ...(quadrant !== null && { quadrant }),
    ...(stage !== '' && { stage }),
    ...(reach !== undefined && { reach: short(reach) }),
    modifiedAt,
  };
}

/** Whether a stored score is what the answers, the stage, the estimate and the model come to now. */
export function isCurrentScore(
  stored: unknown,
  now: {
    readonly rating: unknown;
    /** The stored use case: a score bears its stage. */
    readonly useCase: unknown;
    readonly model: Model;
    readonly estimate: Estimate | undefined;
  },
): boolean {
  const read = readRating(now.rating);
  // What cannot be read is not scored anew: it would take a score away that somebody relies on.
  if (read.state === 'newer' || read.state === 'damaged') return true;
  const score = readScore(stored);
  const rating = read.state === 'ready' ? read.rating : newRating();
  const scoring = scoreUseCase(now.model, rating, now.estimate);
  if (scoring.state === 'unscored') return score === undefined;
  return (
    score?.rev === rating.rev &&
    score.version === scoringVersion(now.model) &&
    score.effort.likely === toFigure(scoring.effort.likely) &&
    score.effortFrom === scoring.effortFrom &&
    score.stage === stageIn(now.useCase)
  );
}

/** The likeliest answer to the question of a model that asks whom a use case reaches. */
export function reachIn({ value }: Model, { answers }: Rating): number | undefined {
  const asked = value.criteria.find(({ id }) => reachIds.includes(id));
  return asked && answers[asked.id]?.likely;
}

/** The stage of a stored use case, '' where it has none that can be read. */
export function stageIn(useCase: unknown): Stage | '' {
  const { stage } = readableValues(readRecord('useCase', useCase));
  return stages.find((each) => each === stage) ?? '';
}

/** Of how far a figure may be off, four digits are enough. */
function short(figure: number): number {
  return Number(figure.toPrecision(4));
}
