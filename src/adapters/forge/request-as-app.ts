import { asApp, assumeTrustedRoute } from '@forge/api';
import type { JiraRequest } from '../jira/request';

/** Jira REST as the app, for what runs when nobody is there: events, queues and schedules. */
export const requestAsApp: JiraRequest = (path, init) =>
  asApp().requestJira(assumeTrustedRoute(path), init);
