import { failure, success } from '../../domain/result';
import type { SavedView } from '../../domain/views/saved-view';
import type { SavedViews } from '../../ports/saved-views';

/** The in-memory twin of the store of views. */
export function memorySavedViews(): SavedViews {
  const kept = new Map<string, SavedView>();
  return {
    list: (project, viewer) =>
      Promise.resolve(
        success(
          [...kept]
            .filter(
              ([key, { shared, by }]) => key.startsWith(`${project}:`) && (shared || by === viewer),
            )
            .map(([, view]) => view),
        ),
      ),
    put: (project, view, replaced) => {
      const key = `${project}:${String(view.shared)}:${view.id}`;
      const moved = replaced !== undefined && replaced.shared !== view.shared;
      if (!moved && kept.get(key)?.at !== replaced?.at)
        return Promise.resolve(failure({ problem: 'taken' }));
      kept.set(key, view);
      return Promise.resolve(success(null));
    },
    remove: (project, view) => {
      kept.delete(`${project}:${String(view.shared)}:${view.id}`);
      return Promise.resolve(success(null));
    },
  };
}
