import type { Issue, Link, State } from './state';

/** The links of an issue, in either direction. */
export function linksOf(state: State, issueId: string): readonly Link[] {
  return Object.values(state.links).filter(
    (link) => link.inwardIssueId === issueId || link.outwardIssueId === issueId,
  );
}

/** The other end of a link of an issue. */
export function otherEnd(link: Link, issueId: string): string {
  return link.inwardIssueId === issueId ? link.outwardIssueId : link.inwardIssueId;
}

export function childrenOf(state: Pick<State, 'issues'>, issueId: string): readonly Issue[] {
  return Object.values(state.issues).filter(({ parentId }) => parentId === issueId);
}

export function isSubtask(state: State, { typeId }: Issue): boolean {
  return state.issueTypes.some(({ id, subtask }) => subtask && id === typeId);
}
