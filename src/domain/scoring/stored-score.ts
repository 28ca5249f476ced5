import * as v from 'valibot';
import { stages, type Stage } from '../use-case/fields';
import { modelIds, type ModelId } from './models';
import { quadrants, type Quadrant } from './quadrant';
import type { EffortFrom, Position } from './score-use-case';

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
  /** How many are reached, in the model's own unit; undefined where it does not ask or nobody answered. */
  readonly reach?: number | undefined;
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
  reach: v.optional(figure),
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
