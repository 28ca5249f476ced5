import { scoringIn } from '../settings/scoring-in';
import type { Estimate } from './rating';
import { scoreUseCase } from './score-use-case';
import { modelFor, scoringVersion } from './scoring-settings';
import { readRating } from './stored-rating';
import { reachIn, stageIn, toStoredScore } from './write-score';
import type { Json, JsonObject } from '../use-case/json';

/** What an issue's score is to be, or null where it has none. */
export function scoreOf(of: {
  readonly rating: Json | undefined;
  readonly useCase: Json | undefined;
  readonly settings: Json | undefined;
  readonly estimate: Estimate | undefined;
  /** In milliseconds since 1970. */
  readonly at: number;
}): JsonObject | null {
  const { settings, useCase, estimate, at } = of;
  const read = readRating(of.rating);
  if (read.state !== 'ready') return null;
  const model = modelFor(scoringIn(settings));
  const scored = scoreUseCase(model, read.rating, estimate);
  if (scored.state === 'unscored') return null;
  return toStoredScore(scored, {
    model,
    version: scoringVersion(model),
    rev: read.rating.rev,
    stage: stageIn(useCase),
    reach: reachIn(model, read.rating),
    modifiedAt: Math.floor(at / 1000),
  });
}
