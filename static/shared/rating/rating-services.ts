import { jiraEstimates } from '#adapters/jira/estimates';
import { jiraIssueRecords } from '#adapters/jira/issue-records';
import type { AccountId, IssueId } from '#domain/ids';
import { parseAnswer } from '#domain/scoring/stored-rating';
import { api } from '../api';
import { requestAsViewer } from '../bridge';
import type { DeviceStore } from '../device-store';
import { pause } from '../pause';
import { draftBox } from '../drafts/draft-box';
import type { RatingWorld } from './rating-session';

/** The team's estimates, read as the viewer; one list of fields for all issues of a page. */
export const estimates = jiraEstimates(requestAsViewer);

/** Who rates, and where what is not saved is kept. */
export type Rater = { readonly device: DeviceStore; readonly viewer: AccountId };

/** What rating an issue needs, for surfaces that load it only when somebody looks at scores. */
export function ratingWorld(
  { device, viewer }: Rater,
  issue: IssueId,
  derive: RatingWorld['derive'],
): RatingWorld {
  return {
    issue,
    records: jiraIssueRecords(requestAsViewer),
    box: draftBox(device, `${viewer}:rating:${issue}`, {
      fits: (input, value) => parseAnswer(input, value) !== undefined,
    }),
    recordRating: api.recordRating,
    withdrawEdit: api.withdrawEdit,
    newOpId: () => crypto.randomUUID(),
    wait: pause,
    derive,
  };
}
