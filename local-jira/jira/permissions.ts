import { own } from '../own';
import type { Holder, Issue, Permission, Project, State } from './state';

/** Who asks, and through what: an app's frame or function is bound to the app's scopes. */
export type Identity = {
  readonly accountId: string;
  readonly via: 'frame' | 'function' | 'client';
  /** The app's scopes; `null` for an ordinary REST client, which is not bound by scopes. */
  readonly scopes: readonly string[] | null;
  /** The app's surface or function that asks, for the request log. */
  readonly surface?: string;
};

/** Whether a person holds a permission in a project. Nothing is held where it may not be browsed. */
export function holds(project: Project, accountId: string, permission: Permission): boolean {
  return (
    isAmong(project, accountId, project.scheme.BROWSE_PROJECTS) &&
    isAmong(project, accountId, project.scheme[permission])
  );
}

/** Whether a person administers all of Jira. */
export function isSiteAdmin({ siteAdmins }: State, accountId: string): boolean {
  return siteAdmins.includes(accountId);
}

/** Everybody who holds a permission in a project. */
export function holdersOf(project: Project, permission: Permission): readonly string[] {
  const accountIds = project.scheme[permission].flatMap((holder) =>
    'role' in holder ? roleMembers(project, holder.role) : [holder.accountId],
  );
  return [...new Set(accountIds)];
}

function isAmong(project: Project, accountId: string, holders: readonly Holder[]): boolean {
  return holders.some((holder) =>
    'role' in holder
      ? roleMembers(project, holder.role).includes(accountId)
      : holder.accountId === accountId,
  );
}

function roleMembers(project: Project, role: string): readonly string[] {
  return project.roles.find(({ name }) => name === role)?.accountIds ?? [];
}

/** The project by id or key, if the person may browse it. */
export function visibleProject(
  state: State,
  accountId: string,
  idOrKey: string,
): Project | undefined {
  const project =
    own(state.projects, idOrKey) ??
    Object.values(state.projects).find(({ key }) => key === idOrKey.toUpperCase());
  return project && holds(project, accountId, 'BROWSE_PROJECTS') ? project : undefined;
}

/** Whether a person sees an issue: the project may be browsed, and its security level includes them. */
export function seesIssue(state: State, accountId: string, issue: Issue): boolean {
  const project = state.projects[issue.projectId];
  if (project === undefined || !holds(project, accountId, 'BROWSE_PROJECTS')) return false;
  if (issue.securityLevelId === null) return true;
  const level = state.securityLevels.find(({ id }) => id === issue.securityLevelId);
  return level !== undefined && isAmong(project, accountId, level.holders);
}

/** The issue by id or key, if the person may see it. */
export function visibleIssue(state: State, accountId: string, idOrKey: string): Issue | undefined {
  const issue = own(state.issues, idOrKey) ?? issueByKey(state, idOrKey);
  return issue && seesIssue(state, accountId, issue) ? issue : undefined;
}

/** Whether a person holds a permission on an issue that they see. */
export function holdsOn(
  state: State,
  accountId: string,
  issue: Issue,
  permission: Permission,
): boolean {
  const project = state.projects[issue.projectId];
  return (
    project !== undefined &&
    seesIssue(state, accountId, issue) &&
    holds(project, accountId, permission)
  );
}

const keyIndexes = new WeakMap<State['issues'], ReadonlyMap<string, Issue>>();

/** The issue with a key, in any case of letters. The index is built once per state of the issues. */
export function issueByKey(state: State, key: string): Issue | undefined {
  let index = keyIndexes.get(state.issues);
  if (index === undefined) {
    index = new Map(Object.values(state.issues).map((issue) => [issue.key, issue]));
    keyIndexes.set(state.issues, index);
  }
  return index.get(key.toUpperCase());
}
