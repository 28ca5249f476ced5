import type { IssueId, ProjectId } from '../../src/domain/ids';
import { createJiraRest, type JiraRest, type RestWorld } from '../../local-jira/jira/rest';
import type { Identity } from '../../local-jira/jira/permissions';
import type { Person, State } from '../../local-jira/jira/state';
import { memoryStore, type Store } from '../../local-jira/jira/store';
import { createTaskQueue } from '../../local-jira/jira/tasks';
import { recordTraffic, type Exchange, type Traffic } from '../../local-jira/jira/traffic';
import { retailer } from '../../local-jira/worlds/retailer';

/** Local Jira's REST without a server, in memory. */
export type LocalRest = {
  readonly rest: JiraRest;
  readonly store: Store;
  /** Every request and answer so far, in full. */
  readonly exchanges: () => readonly Exchange[];
  readonly person: (role: Person['role']) => Person;
  /** A request function for a person: an app's with its scopes, or an ordinary client's. */
  readonly as: (
    role: Person['role'],
    scopes?: readonly string[] | null,
  ) => (path: string, init?: RequestInit) => Promise<Response>;
  readonly place: (key: string) => { readonly issue: IssueId; readonly project: ProjectId };
};

type Options = Pick<RestWorld, 'clock' | 'indexedProperties' | 'indexLagSeconds' | 'timers'> & {
  readonly state?: State;
  readonly taskDelaySeconds?: number;
};

export const origin = 'http://jira.test';

/** The scopes that manifest.yml declares, for tests that do not read it. */
export const appScopes = [
  'read:jira-work',
  'write:jira-work',
  'read:jira-user',
  'storage:app',
  'write:project.property:jira',
];

export function aLocalRest(options: Options = {}): LocalRest {
  const { state = retailer(), taskDelaySeconds = 0, ...more } = options;
  const store = memoryStore(state);
  const tasks = createTaskQueue(store, () => taskDelaySeconds);
  const exchanges: Exchange[] = [];
  const recorder = recordTraffic();
  const traffic: Traffic = {
    rest: (exchange) => {
      exchanges.push(exchange);
      recorder?.rest(exchange);
    },
    bridge: (command) => recorder?.bridge(command),
    event: (eventType) => recorder?.event(eventType),
  };
  const rest = createJiraRest({ origin: () => origin, store, tasks, traffic, ...more });
  const person = (role: Person['role']): Person => {
    const found = store.state().people.find((each) => each.role === role);
    if (found === undefined) throw new Error(`nobody is ${role}`);
    return found;
  };
  return {
    rest,
    store,
    exchanges: () => exchanges,
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
