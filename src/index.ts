import { randomUUID } from 'node:crypto';
import { kvsLists } from './adapters/forge/kvs-lists';
import { kvsWriteLocks } from './adapters/forge/kvs-write-locks';
import { queuedFollowUps } from './adapters/forge/queued-follow-ups';
import { requestAsApp } from './adapters/forge/request-as-app';
import { requestAsViewer } from './adapters/forge/request-as-viewer';
import { systemClock } from './adapters/forge/system-clock';
import { jiraDocuments } from './adapters/jira/documents';
import { jiraIssueRecords } from './adapters/jira/issue-records';
import { jiraProjectProperties } from './adapters/jira/project-properties';
import { createApp } from './app';
import { documentKindOf } from './domain/document-kinds';
import * as events from './events';
import { northstarResolver } from './resolvers/northstar';

const shared = { locks: kvsWriteLocks, clock: systemClock, kindOf: documentKindOf };

const app = createApp({
  ...shared,
  documents: jiraDocuments(requestAsViewer),
  followUps: queuedFollowUps,
  records: jiraIssueRecords(requestAsViewer),
  projects: jiraProjectProperties(requestAsViewer),
  lists: kvsLists,
  newId: () => randomUUID(),
});

/** When nobody is there, the app completes what a permitted person began. */
const asApp = { ...shared, documents: jiraDocuments(requestAsApp) };

/** Serves the calls of every surface. */
export const resolver = northstarResolver(app);

/** Looks at what was written a quarter of an hour ago. */
export const followUp = events.followUp(asApp);

/** Completes, every hour, what no event came for. */
export const sweep = events.sweep(asApp);

/** Forgets what was kept beside the documents of a deleted issue. */
export const issueDeleted = events.issueDeleted(asApp);
