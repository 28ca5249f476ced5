import type { AccountId, IssueId } from '#domain/ids';
import { deviceStore } from '../../../shared/device-store';
import { ratingWorld } from '../../../shared/rating/rating-services';
import {
  createRatingSession,
  type RatingSession,
  type RatingWorld,
} from '../../../shared/rating/rating-session';

/** A session on the answers of an issue, as they were read. */
export function newSession(
  of: { readonly site: string; readonly viewer: AccountId; readonly issue: IssueId },
  raw: unknown,
  derive: RatingWorld['derive'],
): RatingSession {
  const { site, viewer, issue } = of;
  const world = ratingWorld({ device: deviceStore(site), viewer }, issue, derive);
  return createRatingSession(world, raw);
}
