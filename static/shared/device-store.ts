/** Text kept on this device. Where the browser refuses storage, it is kept while the page stands. */
export type DeviceStore = {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string) => void;
  readonly remove: (key: string) => void;
  readonly keys: () => readonly string[];
};

/**
 * The browser's storage, with memory behind it for when that is full or forbidden. What belongs to one
 * site is not seen from another: frames of all sites may share one origin.
 */
export function deviceStore(
  site: string,
  storage: () => Storage = () => window.localStorage,
): DeviceStore {
  const memory = new Map<string, string>();
  const placeOf = (key: string): string => `${site}/${key}`;
  const attempt = <Value>(work: (available: Storage) => Value, otherwise: Value): Value => {
    try {
      return work(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    read: (key) => memory.get(key) ?? attempt((available) => available.getItem(placeOf(key)), null),
    write: (key, value) => {
      const kept = attempt((available) => {
        available.setItem(placeOf(key), value);
        return true;
      }, false);
      if (kept) memory.delete(key);
      else memory.set(key, value);
    },
    remove: (key) => {
      memory.delete(key);
      attempt((available) => {
        available.removeItem(placeOf(key));
      }, undefined);
    },
    keys: () => [
      ...memory.keys(),
      ...attempt((available) => Object.keys(available), []).flatMap((each) =>
        each.startsWith(placeOf('')) ? [each.slice(placeOf('').length)] : [],
      ),
    ],
  };
}
