import type { AppError } from '../contract';
import { scoringIn } from '../domain/merge-settings';
import { failure, success, type Result } from '../domain/result';
import { scoreOf } from '../domain/scoring/score-of';
import { readRating } from '../domain/scoring/stored-rating';
import type { Json, JsonObject } from '../domain/use-case/json';
import type { Estimates } from '../ports/estimates';
import type { IssuePlace, IssueRecords } from '../ports/issue-records';
import { translateProblem } from '../operations/translate-problem';

/** What deriving needs from the world, as the viewer: it runs in the browser and costs no function time. */
export type DerivePorts = {
  readonly records: Pick<IssueRecords, 'writeScore'>;
  readonly estimates: Pick<Estimates, 'readEstimate'>;
  readonly now: () => number;
};

/** What derived values follow from, as it is stored. */
export type Derivable = {
  readonly rating: Json | undefined;
  readonly useCase: Json | undefined;
  readonly settings: Json | undefined;
};

/**
 * Makes what follows from an issue's answers anew: the stored score. It is written plainly, because it
 * can be made again by whoever looks next; it bears the `rev` of the answers that it was made from. Answers
 * that cannot be read make no score, and the stored one stays.
 */
export async function derive(
  { records, estimates, now }: DerivePorts,
  place: IssuePlace,
  stored: Derivable,
): Promise<Result<{ readonly score: JsonObject | null } | undefined, AppError>> {
  const { state } = readRating(stored.rating);
  if (state === 'newer' || state === 'damaged') return success(undefined);
  const { estimateField } = scoringIn(stored.settings);
  const estimate = await estimates.readEstimate(place, estimateField);
  if (!estimate.ok) return failure(translateProblem(estimate.error));
  const score = scoreOf({ ...stored, estimate: estimate.value, at: now() });
  const written = await records.writeScore(place.issue, score);
  return written.ok ? success({ score }) : failure(translateProblem(written.error));
}
