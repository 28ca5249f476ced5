import { toFigure } from '../scoring/combine';
import type { Model } from '../scoring/models';
import type { Estimate } from '../scoring/rating';
import { scoreUseCase, type Scored } from '../scoring/score-use-case';
import { scoringVersion } from '../scoring/scoring-settings';
import { readRating } from '../scoring/stored-rating';
import { readScore, type StoredScore } from '../scoring/stored-score';
import { stageIn } from '../scoring/write-score';
import { isOfNow } from './current-score';

/** How a stored score stands to what is known of its issue. */
export type ScoreState =
  /** It is what the answers, the stage, the estimate and the settings come to now. */
  | 'current'
  /** They come to another score now, or to none. */
  | 'stale'
  /** There are no answers that it could come from: somebody wrote it without Northstar. */
  | 'from-outside'
  /** Its answers cannot be read here, so nobody can tell; it stays. */
  | 'unknown';

/** How the stored score of an issue stands to its answers, its stage, its estimate and the settings. */
export function stateOfScore(
  stored: unknown,
  now: {
    readonly rating: unknown;
    /** The stored use case: a score bears its stage. */
    readonly useCase: unknown;
    readonly model: Model;
    readonly estimate: Estimate | undefined;
  },
): ScoreState {
  const { model, estimate } = now;
  const read = readRating(now.rating);
  if (read.state === 'newer' || read.state === 'damaged') return 'unknown';
  if (read.state === 'absent') return stored === undefined ? 'current' : 'from-outside';
  const scoring = scoreUseCase(model, read.rating, estimate);
  if (scoring.state === 'unscored') return stored === undefined ? 'current' : 'stale';
  const score = readScore(stored);
  if (score === undefined) return 'stale';
  const { rev } = read.rating;
  const isCurrent =
    isOfNow(score, { model, version: scoringVersion(model), estimate }) &&
    comesTo(score, scoring, { rev, stage: stageIn(now.useCase) });
  return isCurrent ? 'current' : 'stale';
}

/** Whether a score is what answers come to. */
function comesTo(
  { rev, stage, effort, effortFrom }: StoredScore,
  scored: Scored,
  now: Pick<StoredScore, 'rev' | 'stage'>,
): boolean {
  return (
    rev === now.rev &&
    stage === now.stage &&
    effort.likely === toFigure(scored.effort.likely) &&
    effortFrom === scored.effortFrom
  );
}
