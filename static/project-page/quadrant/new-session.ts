import type { AccountId, IssueId } from '#ports/ids';
import { ratingWorld } from '../../shared/rating/rating-services';
import { createRatingSession, type RatingSession } from '../../shared/rating/rating-session';

/** A session on the answers of an issue, as they were read. */
export function newSession(viewer: AccountId, issue: IssueId, raw: unknown): RatingSession {
  return createRatingSession(ratingWorld(viewer, issue), raw);
}
