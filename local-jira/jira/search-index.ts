import type { Issue, State } from './state';
import type { Store } from './store';

/** What JQL sees: the state as it was some seconds ago, because Jira indexes after it has written. */
export type SearchIndex = {
  /** The state that the index has reached. Issues named in `reconcile` are as they are now. */
  readonly read: (reconcile?: readonly string[]) => State;
};

/** Longer than any lag that is set; older states are forgotten. */
const horizon = 10 * 60 * 1000;

export function createSearchIndex(
  store: Store,
  options: { readonly lagSeconds: () => number; readonly clock: () => number },
): SearchIndex {
  let past = [{ until: Infinity, state: store.state() }];
  store.subscribe(({ before, after }) => {
    const now = options.clock();
    const recent = past.filter(({ until }) => until === Infinity || until > now - horizon);
    past = [
      ...recent.slice(0, -1),
      { until: now, state: before },
      { until: Infinity, state: after },
    ];
  });
  return {
    read: (reconcile = []) => {
      const current = store.state();
      const lag = options.lagSeconds() * 1000;
      if (lag === 0) return current;
      const reached = options.clock() - lag;
      const indexed = past.find(({ until }) => until > reached)?.state ?? current;
      return withCurrent(indexed, current, reconcile);
    },
  };
}

function withCurrent(indexed: State, current: State, ids: readonly string[]): State {
  const issues: Record<string, Issue> = { ...indexed.issues };
  const issueProperties = { ...indexed.issueProperties };
  for (const id of ids) {
    const issue = current.issues[id];
    if (issue !== undefined) issues[id] = issue;
    issueProperties[id] = current.issueProperties[id] ?? {};
  }
  return { ...indexed, issues, issueProperties };
}
