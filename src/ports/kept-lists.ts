import type { Result } from '../domain/result';
import type { AccountId, ProjectId } from '../domain/ids';

/** The store did not answer; whether a write landed is not known. */
export type StoreProblem = { readonly problem: 'no-answer' };

/** Names a list: the proposals for a project's programme, its shared views, or one person's own. */
export type ListName =
  | { readonly keeps: 'proposals' | 'shared-views'; readonly project: ProjectId }
  | { readonly keeps: 'own-views'; readonly project: ProjectId; readonly of: AccountId };

/**
 * Small lists that the app keeps beside Jira, for people who may not write a project's properties. Their
 * items are unread: a newer version may have written some. Who may see or change a list is for the
 * operations to check.
 */
export type KeptLists = {
  /** The newest items, strictly consistent. */
  readonly read: (list: ListName) => Promise<Result<readonly unknown[], StoreProblem>>;
  /**
   * Changes a list on condition that nobody else changed it meanwhile; `change` is asked again on the newer
   * one, and refuses with undefined.
   */
  readonly change: (
    list: ListName,
    change: (items: readonly unknown[]) => readonly unknown[] | undefined,
  ) => Promise<Result<'changed' | 'refused', StoreProblem>>;
};
