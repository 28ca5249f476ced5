import { kvs, WhereConditions } from '@forge/kvs';
import { failure, success } from '../../domain/result';
import {
  ownViewsAtMost,
  readView,
  sharedViewsAtMost,
  type SavedView,
} from '../../domain/views/saved-view';
import type { ProjectId } from '../../ports/ids';
import type { SavedViews } from '../../ports/saved-views';
import { answered, isLost } from './answered';

/**
 * Views in Forge's own store, shared ones apart from each person's own. A view stands under the moment of
 * the one that it replaced, a key that can be taken once: of two saves from the same view, Forge keeps one.
 */
export const kvsSavedViews: SavedViews = {
  list: (project, viewer) =>
    answered(async () => {
      const found = await Promise.all([
        startingWith(`view:${project}:shared:`, sharedViewsAtMost),
        startingWith(`view:${project}:own:${viewer}:`, ownViewsAtMost),
      ]);
      return latest(found.flat().map(({ view }) => view));
    }),
  put: async (project, view, replaced) => {
    const place = placeOf(project, view);
    try {
      const key = `${place}${replaced?.at ?? 'new'}`;
      await kvs.set(key, view, { keyPolicy: 'FAIL_IF_EXISTS' });
    } catch (error) {
      return failure({ problem: isLost(error) ? 'taken' : 'no-answer' });
    }
    // An older one that stays is passed over; it only takes room.
    await answered(() => clear(place, ({ at }) => at < view.at));
    return success(null);
  },
  remove: (project, view) =>
    answered(async () => {
      await clear(placeOf(project, view), () => true);
      return null;
    }),
};

/** Of several under one id, the latest. */
function latest(views: readonly SavedView[]): readonly SavedView[] {
  const found = new Map<string, SavedView>();
  for (const view of views) {
    const other = found.get(view.id);
    if (other === undefined || other.at < view.at) found.set(view.id, view);
  }
  return [...found.values()];
}

async function clear(place: string, which: (view: SavedView) => boolean): Promise<void> {
  const found = await startingWith(place, 1);
  await Promise.all(found.filter(({ view }) => which(view)).map(({ key }) => kvs.delete(key)));
}

/** What stands under a prefix; room for what was replaced and is not cleared away yet. */
async function startingWith(
  prefix: string,
  most: number,
): Promise<readonly { readonly key: string; readonly view: SavedView }[]> {
  const found = await kvs
    .query()
    .where('key', WhereConditions.beginsWith(prefix))
    .limit(Math.min(100, 2 * most))
    .getMany();
  return found.results.flatMap(({ key, value }) => {
    const view = readView(value);
    return view === undefined ? [] : [{ key, view }];
  });
}

function placeOf(project: ProjectId, { id, shared, by }: SavedView): string {
  return shared ? `view:${project}:shared:${id}:` : `view:${project}:own:${by}:${id}:`;
}
