import { stages, type Stage } from '../use-case/fields';
import type { JsonObject } from '../use-case/json';
import { readableValues, readRecord } from '../use-case/stored-record';
import { toFigure } from './combine';
import type { Model } from './models';
import { quadrantOf } from './quadrant';
import { ownAnswer, type Rating } from './rating';
import type { Scored } from './score-use-case';
import { reachIds } from './standard-criteria';

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

/** The likeliest answer to the question of a model that asks whom a use case reaches. */
export function reachIn({ value }: Model, { answers }: Rating): number | undefined {
  const asked = value.criteria.find(({ id }) => reachIds.includes(id));
  return asked && ownAnswer(answers, asked.id)?.likely;
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
