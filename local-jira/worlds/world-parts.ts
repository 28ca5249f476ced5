import type { Issue, IssueType, Permission, Person, Project, State, Status } from '../jira/state';
import { linkTypes } from '../jira/catalogue';
import { numberOf } from '../jira/issue-key';

/** The app's own account, as which `asApp` acts. */
export const appAccount: Person = {
  accountId: '557058:northstar-app-local',
  displayName: 'Northstar',
  email: 'northstar@apps.example',
  role: 'app',
};

const type = (
  id: string,
  name: string,
  hierarchyLevel: number,
  projectId: string | null = null,
): IssueType => ({ id, name, subtask: hierarchyLevel < 0, hierarchyLevel, projectId });

/** The types that company-managed projects share. */
export const siteIssueTypes: readonly IssueType[] = [
  type('10000', 'Epic', 1),
  type('10001', 'Story', 0),
  type('10002', 'Task', 0),
  type('10003', 'Bug', 0),
  type('10004', 'Sub-task', -1),
];

/** The statuses that company-managed projects share. */
export const siteStatuses: readonly Status[] = [
  { id: '1', name: 'To do', category: 'new', projectId: null },
  { id: '2', name: 'In refinement', category: 'indeterminate', projectId: null },
  { id: '3', name: 'In progress', category: 'indeterminate', projectId: null },
  { id: '4', name: 'Done', category: 'done', projectId: null },
];

/** A team-managed project has types of its own; its sub-tasks are called "Subtask". */
export function ownIssueTypes(projectId: string): readonly IssueType[] {
  return ['Epic', 'Story', 'Task', 'Bug', 'Subtask'].map((name, index) =>
    type(String(Number(projectId) + 91 + index), name, levelOf(name), projectId),
  );
}

function levelOf(name: string): number {
  if (name === 'Epic') return 1;
  return name === 'Subtask' ? -1 : 0;
}

/** A team-managed project has statuses of its own. */
export function ownStatuses(projectId: string): readonly Status[] {
  return siteStatuses.map((status) => ({
    ...status,
    id: String(Number(projectId) + 80 + Number(status.id)),
    projectId,
  }));
}

const addonsRole = 'atlassian-addons-project-access';

/** The permission scheme that Jira gives a new project, by role. */
export const usualScheme: Project['scheme'] = {
  BROWSE_PROJECTS: roles('Administrators', 'Members', 'Viewers', addonsRole),
  CREATE_ISSUES: roles('Administrators', 'Members', addonsRole),
  EDIT_ISSUES: roles('Administrators', 'Members', addonsRole),
  DELETE_ISSUES: roles('Administrators', addonsRole),
  TRANSITION_ISSUES: roles('Administrators', 'Members', addonsRole),
  ASSIGN_ISSUES: roles('Administrators', 'Members', addonsRole),
  ADD_COMMENTS: roles('Administrators', 'Members', 'Viewers', addonsRole),
  LINK_ISSUES: roles('Administrators', 'Members', addonsRole),
  SET_ISSUE_SECURITY: roles('Administrators', addonsRole),
  ADMINISTER_PROJECTS: roles('Administrators', addonsRole),
};

function roles(...names: readonly string[]): readonly { readonly role: string }[] {
  return names.map((role) => ({ role }));
}

/** The roles of a project with their members; the app is in a role of its own. */
export function projectRoles(members: {
  readonly admins: readonly Person[];
  readonly members: readonly Person[];
  readonly viewers: readonly Person[];
}): Project['roles'] {
  const ids = (people: readonly Person[]): readonly string[] =>
    people.map(({ accountId }) => accountId);
  return [
    { id: '10002', name: 'Administrators', accountIds: ids(members.admins) },
    { id: '10003', name: 'Members', accountIds: ids(members.members) },
    { id: '10004', name: 'Viewers', accountIds: ids(members.viewers) },
    { id: '10005', name: addonsRole, accountIds: [appAccount.accountId] },
  ];
}

/** A scheme with one more holder of a permission. */
export function alsoGranted(
  scheme: Project['scheme'],
  permission: Permission,
  person: Person,
): Project['scheme'] {
  return { ...scheme, [permission]: [...scheme[permission], { accountId: person.accountId }] };
}

/** A site without issues, to be filled. */
export function emptyState(options: {
  readonly world: string;
  readonly people: readonly Person[];
  readonly siteAdmins: readonly Person[];
  readonly projects: readonly Project[];
}): State {
  const { world, people, siteAdmins, projects } = options;
  const own = projects.filter(({ simplified }) => simplified);
  return {
    world,
    site: { name: 'Harbour & Pine', cloudId: '6f1d7a34-local' },
    people: [...people, appAccount],
    siteAdmins: siteAdmins.map(({ accountId }) => accountId),
    projects: byId(projects),
    issueTypes: [...siteIssueTypes, ...own.flatMap(({ id }) => ownIssueTypes(id))],
    statuses: [...siteStatuses, ...own.flatMap(({ id }) => ownStatuses(id))],
    securityLevels: [],
    linkTypes,
    issues: {},
    histories: {},
    comments: {},
    links: {},
    issueProperties: {},
    projectProperties: {},
    appStorage: {},
    lastId: 0,
    lastNumbers: {},
  };
}

export function byId<Item extends { readonly id: string }>(
  items: readonly Item[],
): Readonly<Record<string, Item>> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

/** The highest issue number of each project. */
export function highestNumbers(issues: readonly Issue[]): Readonly<Record<string, number>> {
  const numbers: Record<string, number> = {};
  for (const { key, projectId } of issues) {
    numbers[projectId] = Math.max(numbers[projectId] ?? 0, numberOf(key));
  }
  return numbers;
}
