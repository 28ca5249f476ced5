/** A state that parts of a page share, with the functions that React's useSyncExternalStore needs. */
export type SmallStore<State> = {
  readonly state: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  readonly update: (change: Partial<State>) => void;
};

export function smallStore<State extends object>(initial: State): SmallStore<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
  };
}
