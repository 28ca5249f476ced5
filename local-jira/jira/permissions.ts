import type { Issue, Permission, Project, State } from './state';

/** Who asks, and through what: an app's frame or function is bound to the app's scopes. */
export type Identity = {
  readonly accountId: string;
  readonly via: 'frame' | 'function' | 'client';
  /** The app's scopes; `null` for an ordinary REST client, which is not bound by scopes. */
  readonly scopes: readonly string[] | null;
};

/** Whether a person holds a permission in a project. Nothing is held where it may not be browsed. */
export function holds(project: Project, accountId: string, permission: Permission): boolean {
  const browses = project.grants.BROWSE_PROJECTS.includes(accountId);
  return browses && project.grants[permission].includes(accountId);
}

/** The project by id or key, if the person may browse it. */
export function visibleProject(
  state: State,
  accountId: string,
  idOrKey: string,
): Project | undefined {
  const project = Object.values(state.projects).find(
    ({ id, key }) => id === idOrKey || key === idOrKey.toUpperCase(),
  );
  return project && holds(project, accountId, 'BROWSE_PROJECTS') ? project : undefined;
}

/** The issue by id or key, if the person may see it. */
export function visibleIssue(state: State, accountId: string, idOrKey: string): Issue | undefined {
  const issue =
    state.issues[idOrKey] ??
    Object.values(state.issues).find(({ key }) => key === idOrKey.toUpperCase());
  return issue && visibleProject(state, accountId, issue.projectId) ? issue : undefined;
}
