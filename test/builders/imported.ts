import { worlds } from '../../local-jira/worlds/worlds';
import type { Issue, Person } from '../../local-jira/jira/state';
import type { UndoneImport } from '../../src/bulk/import/undo-import';
import { row } from './import-rows';
import { anImportWorld, type ImportWorld } from './import-world';
import { aLocalRest } from './local-rest';

export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

export const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
export const put = (body: object): RequestInit => ({ ...post(body), method: 'PUT' });
export const words = {
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A word' }] }],
};

/** Two issues that an import made, CDP-1 and CDP-2, and a colleague who works on the first. */
export const imported = async (role: Person['role'] = 'admin', lag = 0) => {
  const local = aLocalRest({ state: worlds.empty(), indexLagSeconds: () => lag });
  const world = anImportWorld(local, role);
  const order = await world.order([row(1), row(2)]);
  const outcomes = await world.run(order);
  const issue = (key: string): Issue => {
    const found = Object.values(local.store.state().issues).find((each) => each.key === key);
    if (found === undefined) throw new Error(`no ${key}`);
    return found;
  };
  const undo = (wish: Parameters<ImportWorld['undo']>[2] = {}) => world.undo(order, outcomes, wish);
  return { local, world, order, outcomes, issue, undo, colleague: local.as('editor', null) };
};

export const blankProjectIssue = {
  ...{ summary: '', type: 'Story', typeId: '', level: 0, status: '', assignee: '' },
  ...{ parentKey: null, raw: {} },
};

export const ends = (undone: UndoneImport) =>
  [...undone.values()].map(({ issue, end }) => [issue.key, end.end]);

export const automation = {
  accountId: '557058:automation',
  displayName: 'Automation for Jira',
  email: '',
  role: 'app' as const,
};

/** A world in which another account is an app. */
export const withAutomation = () => {
  const state = worlds.empty();
  return { ...state, people: [...state.people, automation] };
};
