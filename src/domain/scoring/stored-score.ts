import * as v from 'valibot';
import { stages, type Stage } from '../use-case/fields';
import type { JsonObject } from '../use-case/json';
import { modelIds, type Model, type ModelId } from './models';
import { quadrantOf, quadrants, type Quadrant } from './quadrant';
import type { Estimate } from './rating';
import { scoreUseCase, type EffortFrom, type Position, type Scored } from './score-use-case';
import { scoringVersion } from './scoring-settings';
import { newRating, readRating } from './stored-rating';

/** The most that a stored score may take, in UTF-8 bytes: pictures read thousands of them. */
export const scoreLimit = 300;

/** A score as it is kept beside the rating that it came from. It can be made again at any time. */
export type StoredScore = {
  /** The edit of the rating that it came from. */
  readonly rev: number;
  readonly model: ModelId;
  /** The project's scoring settings at that time; another text means that it is to be made again. */
  readonly version: string;
  readonly value: Position;
  readonly effort: Position;
  readonly effortFrom: EffortFrom;
  readonly score: number;
  readonly quadrant: Quadrant | null;
  readonly stage: Stage | '';
  /** When it was derived, in seconds since 1970. */
  readonly modifiedAt: number;
};

const figure = v.pipe(v.number(), v.finite());
const spread = v.tuple([figure, figure]);

const stored = v.object({
  schema: v.literal(1),
  rev: v.number(),
  model: v.picklist(modelIds),
  version: v.string(),
  value: figure,
  valueSpread: spread,
  effort: figure,
  effortSpread: spread,
  effortFrom: v.picklist(['stories', 'issue', 'own']),
  score: figure,
  quadrant: v.optional(v.picklist(quadrants)),
  stage: v.optional(v.picklist(stages)),
  modifiedAt: figure,
});

/** Reads an untrusted stored score; `undefined` where there is none or it cannot be read. */
export function readScore(raw: unknown): StoredScore | undefined {
  const parsed = v.safeParse(stored, raw);
  if (!parsed.success) return undefined;
  const { value, valueSpread, effort, effortSpread, stage, quadrant, ...rest } = parsed.output;
  return {
    ...rest,
    value: { likely: value, mean: valueSpread[0], sd: valueSpread[1] },
    effort: { likely: effort, mean: effortSpread[0], sd: effortSpread[1] },
    quadrant: quadrant ?? null,
    stage: stage ?? '',
  };
}

/** A score as it is written. Figures keep four digits: that is more than anybody can know. */
export function toStoredScore(
  { value, effort, effortFrom, score }: Scored,
  frame: {
    readonly model: Model;
    readonly version: string;
    readonly rev: number;
    readonly stage: Stage | '';
    readonly modifiedAt: number;
  },
): JsonObject {
  const { model, version, rev, stage, modifiedAt } = frame;
  const quadrant = quadrantOf(model, value.likely, effort.likely);
  return {
    schema: 1,
    rev,
    model: model.id,
    version,
    value: short(value.likely),
    valueSpread: [short(value.mean), short(value.sd)],
    effort: short(effort.likely),
    effortSpread: [short(effort.mean), short(effort.sd)],
    effortFrom,
    score: short(score),
    ...(quadrant !== null && { quadrant }),
    ...(stage !== '' && { stage }),
    modifiedAt,
  };
}

/** Whether a stored score is what the answers, the estimate and the model come to now. */
export function isCurrentScore(
  stored: unknown,
  now: {
    readonly rating: unknown;
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
    score.effort.likely === short(scoring.effort.likely) &&
    score.effortFrom === scoring.effortFrom
  );
}

function short(figure: number): number {
  return Number(figure.toPrecision(4));
}
