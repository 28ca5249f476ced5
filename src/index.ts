import { requestAsViewer } from './adapters/forge/request-as-viewer';
import { kvsProposals } from './adapters/forge/kvs-proposals';
import { kvsSavedViews } from './adapters/forge/kvs-saved-views';
import { systemClock } from './adapters/forge/system-clock';
import { jiraEstimates } from './adapters/jira/estimates';
import { jiraIssueRecords } from './adapters/jira/issue-records';
import { jiraProjectProperties } from './adapters/jira/project-properties';
import { createApp } from './app';
import { northstarResolver } from './resolvers/northstar';

const app = createApp({
  records: jiraIssueRecords(requestAsViewer),
  projects: jiraProjectProperties(requestAsViewer),
  proposals: kvsProposals,
  views: kvsSavedViews,
  estimates: jiraEstimates(requestAsViewer),
  clock: systemClock,
});

/** Serves the calls of every surface. */
export const resolver = northstarResolver(app);
