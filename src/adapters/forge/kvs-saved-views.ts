import { kvs, WhereConditions } from '@forge/kvs';
import {
  ownViewsAtMost,
  readView,
  sharedViewsAtMost,
  type SavedView,
} from '../../domain/views/saved-view';
import type { ProjectId } from '../../ports/ids';
import type { SavedViews } from '../../ports/saved-views';
import { answered } from './answered';

/** Views in Forge's own store, one key for each: shared ones apart from each person's own. */
export const kvsSavedViews: SavedViews = {
  list: (project, viewer) =>
    answered(async () => {
      const found = await Promise.all([
        startingWith(`view:${project}:shared:`, sharedViewsAtMost),
        startingWith(`view:${project}:own:${viewer}:`, ownViewsAtMost),
      ]);
      return found.flat();
    }),
  put: (project, view) =>
    answered(async () => {
      await kvs.set(keyOf(project, view), view);
      return null;
    }),
  remove: (project, view) =>
    answered(async () => {
      await kvs.delete(keyOf(project, view));
      return null;
    }),
};

async function startingWith(prefix: string, most: number): Promise<readonly SavedView[]> {
  const found = await kvs
    .query()
    .where('key', WhereConditions.beginsWith(prefix))
    .limit(most)
    .getMany();
  return found.results.flatMap(({ value }) => readView(value) ?? []);
}

function keyOf(project: ProjectId, { id, shared, by }: SavedView): string {
  return shared ? `view:${project}:shared:${id}` : `view:${project}:own:${by}:${id}`;
}
