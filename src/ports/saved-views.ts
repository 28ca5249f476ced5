import type { Result } from '../domain/result';
import type { SavedView } from '../domain/views/saved-view';
import type { AccountId, ProjectId } from './ids';
import type { StoreProblem } from './proposals';

/**
 * Views that people keep of a project. They are kept with the app and not in Jira: whoever sees a
 * project may keep some. Who may change a shared one is for the operations to check.
 */
export type SavedViews = {
  /** The shared views of a project and the viewer's own. */
  readonly list: (
    project: ProjectId,
    viewer: AccountId,
  ) => Promise<Result<readonly SavedView[], StoreProblem>>;
  /**
   * Keeps a view in place of the one that it was made from, undefined for a new one. Of two that replace
   * the same one, one is kept and the other is told that its place is `taken`.
   */
  readonly put: (
    project: ProjectId,
    view: SavedView,
    replaced: SavedView | undefined,
  ) => Promise<Result<null, StoreProblem | { readonly problem: 'taken' }>>;
  readonly remove: (project: ProjectId, view: SavedView) => Promise<Result<null, StoreProblem>>;
};
