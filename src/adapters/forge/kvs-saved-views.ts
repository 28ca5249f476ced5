import { failure, success } from '../../domain/result';
import { readView, type SavedView } from '../../domain/views/saved-view';
import type { ProjectId } from '../../ports/ids';
import type { SavedViews } from '../../ports/saved-views';
import { answered } from './answered';
import { changeList, readList } from './kvs-lists';

/** Views in Forge's own store: one list of a project's shared ones, and one of each person's own. */
export const kvsSavedViews: SavedViews = {
  list: (project, viewer) =>
    answered(async () => {
      const found = await Promise.all([
        readList(sharedIn(project)),
        readList(ownIn(project, viewer)),
      ]);
      return found.flatMap(viewsIn);
    }),
  put: async (project, view, replaced) => {
    const seen = replaced?.shared === view.shared ? replaced : undefined;
    const moves = replaced !== undefined && seen === undefined;
    const put = await answered(() =>
      changeList(keyOf(project, view), (items) => {
        const views = viewsIn(items);
        const found = views.find(({ id }) => id === view.id);
        // A view stands in the place of the one that its author saw; a move finds its place free or not.
        if (!moves && found?.at !== seen?.at) return undefined;
        return [...views.filter((each) => each !== found), view];
      }),
    );
    if (!put.ok) return put;
    return put.value === 'changed' ? success(null) : failure({ problem: 'taken' });
  },
  remove: (project, view) =>
    answered(async () => {
      await changeList(keyOf(project, view), (items) =>
        viewsIn(items).filter(({ id }) => id !== view.id),
      );
      return null;
    }),
};

function viewsIn(items: readonly unknown[]): readonly SavedView[] {
  return items.flatMap((item) => readView(item) ?? []);
}

function keyOf(project: ProjectId, { shared, by }: SavedView): string {
  return shared ? sharedIn(project) : ownIn(project, by);
}

function sharedIn(project: ProjectId): string {
  return `views:${project}:shared`;
}

function ownIn(project: ProjectId, account: string): string {
  return `views:${project}:own:${account}`;
}
