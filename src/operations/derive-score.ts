import type { AppError } from '../contract';
import { scoringIn } from '../domain/merge-settings';
import { failure, success, type Result } from '../domain/result';
import { readRating } from '../domain/scoring/stored-rating';
import type { Json, JsonObject } from '../domain/use-case/json';
import type { Clock } from '../ports/clock';
import type { Estimates } from '../ports/estimates';
import type { IssuePlace, IssueRecords } from '../ports/issue-records';
import { scoreOf } from '../domain/scoring/score-of';
import { openForEditing } from './open-for-editing';
import { translateProblem } from './translate-problem';

/** What deriving a score needs from the world. */
export type ScorePorts = {
  readonly records: IssueRecords;
  readonly estimates: Estimates;
  readonly clock: Clock;
};

const attempts = 3;

/**
 * Makes the stored score of an issue anew from its rating, the team's estimate and the project's
 * settings, as the viewer. A rating that was changed meanwhile is scored again, so that the last to
 * derive knows the newest answers.
 */
export async function deriveScore(
  { records, estimates, clock }: ScorePorts,
  place: IssuePlace,
): Promise<Result<{ readonly score: JsonObject | null }, AppError>> {
  const subject = await openForEditing(records, place);
  if (!subject.ok) return subject;
  const { raw, settings } = subject.value;
  const scoring = scoringIn(settings);
  const estimate = await estimates.readEstimate(place, scoring.estimateField);
  if (!estimate.ok) return failure(translateProblem(estimate.error));
  let rating: Json | undefined = raw.rating;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const score = scoreOf({
      rating,
      settings,
      useCase: raw.useCase,
      estimate: estimate.value,
      at: clock.now(),
    });
    const written = await records.writeScore(place.issue, score);
    if (!written.ok) return failure(translateProblem(written.error));
    const now = await records.readRaw(place.issue, 'rating');
    if (!now.ok) return failure(translateProblem(now.error));
    if (revOf(now.value) === revOf(rating)) return success({ score });
    rating = now.value;
  }
  return failure({ code: 'busy' });
}

function revOf(raw: Json | undefined): number {
  const read = readRating(raw);
  return read.state === 'absent' ? 0 : read.rating.rev;
}
