import { estimatesOf } from '#domain/scoring/estimate-of';
import { quadrantOf } from '#domain/scoring/quadrant';
import type { Estimate } from '#domain/scoring/rating';
import { scoreUseCase } from '#domain/scoring/score-use-case';
import { modelFor, scoringVersion, type ScoringSettings } from '#domain/scoring/scoring-settings';
import type { StoredRating } from '#domain/scoring/stored-rating';
import { readScore, type StoredScore } from '#domain/scoring/stored-score';
import { reachIn, toStoredScore } from '#domain/scoring/write-score';
import type { IssueId } from '#domain/ids';
import type { ScoredIssue } from '#domain/quadrant/scored-issue';

/** The issues with the scores that these ratings come to. */
export function scoredAgain(
  issues: readonly ScoredIssue[],
  ratings: ReadonlyMap<IssueId, StoredRating>,
  scoring: ScoringSettings,
): readonly ScoredIssue[] {
  const estimates = estimatesOf(issues);
  return issues.map((issue) => {
    const rating = ratings.get(issue.id);
    if (rating === undefined) return issue;
    return {
      ...issue,
      score: scoreAgain(issue, { rating, scoring, estimate: estimates.get(issue.id) }),
    };
  });
}

function scoreAgain(
  { score }: ScoredIssue,
  now: {
    readonly rating: StoredRating;
    readonly scoring: ScoringSettings;
    readonly estimate: Estimate | undefined;
  },
): StoredScore | undefined {
  const { rating, scoring, estimate } = now;
  const model = modelFor(scoring);
  const scored = scoreUseCase(model, rating, estimate);
  if (scored.state === 'unscored') return undefined;
  const version = scoringVersion(model);
  const stage = score?.stage ?? '';
  const reach = reachIn(model, rating);
  const frame = { model, version, rev: rating.rev, stage, reach, modifiedAt: 0 };
  return readScore(toStoredScore(scored, frame));
}

/**
 * The issues under settings that may differ in where high begins. Such a difference moves no use case:
 * scores keep their figures, and only the quadrant is told anew. Scores of any other settings stay
 * stale.
 */
export function withThresholds(
  issues: readonly ScoredIssue[],
  before: ScoringSettings,
  after: ScoringSettings,
): readonly ScoredIssue[] {
  const model = modelFor(after);
  const meanwhile = modelFor({ ...before, thresholds: after.thresholds });
  if (scoringVersion(meanwhile) !== scoringVersion(model)) return issues;
  const [from, to] = [scoringVersion(modelFor(before)), scoringVersion(model)];
  return issues.map((issue) => {
    const { score } = issue;
    if (score?.version !== from) return issue;
    const quadrant = quadrantOf(model, score.value.likely, score.effort.likely);
    return { ...issue, score: { ...score, version: to, quadrant } };
  });
}
