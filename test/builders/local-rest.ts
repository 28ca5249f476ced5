import type { JiraRequest } from '../../src/adapters/jira/request';
import type { IssueId, ProjectId } from '../../src/ports/ids';
import { createJiraRest, type JiraRest } from '../../local-jira/jira/rest';
import type { Identity } from '../../local-jira/jira/permissions';
import type { Person } from '../../local-jira/jira/state';
import { memoryStore, type Store } from '../../local-jira/jira/store';
import { createTaskQueue } from '../../local-jira/jira/tasks';
import { retailer } from '../../local-jira/worlds/retailer';

/** Local Jira's REST without a server, in memory. */
export type LocalRest = {
  readonly rest: JiraRest;
  readonly store: Store;
  readonly person: (role: Person['role']) => Person;
  /** A request function for a person: an app's with its scopes, or an ordinary client's. */
  readonly as: (role: Person['role'], scopes?: readonly string[] | null) => JiraRequest;
  readonly place: (key: string) => { readonly issue: IssueId; readonly project: ProjectId };
};

export const origin = 'http://jira.test';

/** The scopes that manifest.yml declares, for tests that do not read it. */
export const appScopes = [
  'read:jira-work',
  'write:jira-work',
  'read:jira-user',
  'write:project.property:jira',
];

export function aLocalRest(): LocalRest {
  const store = memoryStore(retailer());
  const tasks = createTaskQueue(store, () => 0);
  const rest = createJiraRest({ origin: () => origin, store, tasks });
  const person = (role: Person['role']): Person => {
    const found = store.state().people.find((each) => each.role === role);
    if (found === undefined) throw new Error(`nobody is ${role}`);
    return found;
  };
  return {
    rest,
    store,
    person,
    as: (role, scopes = appScopes) => {
      const via = scopes === null ? 'client' : 'function';
      const identity: Identity = { accountId: person(role).accountId, via, scopes };
      return (path, init = {}) =>
        rest.fetch(new Request(new URL(path, origin), { ...init }), identity);
    },
    place: (key) => {
      const issue = Object.values(store.state().issues).find((each) => each.key === key);
      if (issue === undefined) throw new Error(`no issue ${key}`);
      return { issue: issue.id as IssueId, project: issue.projectId as ProjectId };
    },
  };
}
