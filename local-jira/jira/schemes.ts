import type { IssueType, Project, State, Status } from './state';

/** The issue types of a project: its own in a team-managed one, the site's in another. */
export function issueTypesOf(state: State, project: Project): readonly IssueType[] {
  return state.issueTypes.filter(({ projectId }) => projectId === ownerOf(project));
}

/** The statuses of a project, in the order of its workflow. */
export function statusesOf(state: State, project: Project): readonly Status[] {
  return state.statuses.filter(({ projectId }) => projectId === ownerOf(project));
}

function ownerOf(project: Project): string | null {
  return project.simplified ? project.id : null;
}
