import { success } from '../../domain/result';
import type { KeptLists, ListName } from '../../ports/kept-lists';

/** The in-memory twin of the store of lists. */
export function memoryLists(): KeptLists {
  const kept = new Map<string, readonly unknown[]>();
  const itemsOf = (list: ListName): readonly unknown[] => kept.get(JSON.stringify(list)) ?? [];
  return {
    read: (list) => Promise.resolve(success(itemsOf(list))),
    change: (list, change) => {
      const items = change(itemsOf(list));
      if (items !== undefined) kept.set(JSON.stringify(list), items);
      return Promise.resolve(success(items === undefined ? 'refused' : 'changed'));
    },
  };
}
