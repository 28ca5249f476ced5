import { jiraIssueRecords } from '#adapters/jira/issue-records';
import { derive } from '../../src/operations/derive-score';
import { requestAsViewer } from './bridge';
import type { Derive } from './derive';
import { estimates } from './rating/rating-services';

/** Derives at once; the team's estimate and the score cost one request each. */
export const deriveNow: Derive = async (place, stored) => {
  const records = jiraIssueRecords(requestAsViewer);
  await derive({ records, estimates, now: Date.now }, place, stored);
};
