import { asUser, assumeTrustedRoute } from '@forge/api';
import type { JiraRequest } from '../jira/request';

/**
 * Jira REST with the permissions of the person who called the function. The paths are built by
 * `jiraPath`, which encodes every value, so they may be trusted as they are.
 */
export const requestAsViewer: JiraRequest = (path, init) =>
  asUser().requestJira(assumeTrustedRoute(path), init);
