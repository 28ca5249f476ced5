import { jiraDocuments } from '#adapters/jira/documents';
import { jiraIssueRecords } from '#adapters/jira/issue-records';
import type { IssuePlace } from '#ports/issue-records';
import { derive, type Derivable } from '#bulk/derive-score';
import { requestAsViewer } from './bridge';
import { estimates } from './rating/rating-services';

/** Derives at once; the team's estimate and the score cost one request each. */
export async function deriveNow(place: IssuePlace, stored: Derivable): Promise<void> {
  const records = jiraIssueRecords(requestAsViewer);
  const documents = jiraDocuments(requestAsViewer);
  await derive({ records, documents, estimates, now: Date.now }, place, stored);
}
