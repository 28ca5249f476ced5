import type { Issue, State } from './state';
import type { Store } from './store';

/** What JQL sees: the state as it was some seconds ago, because Jira indexes after it has written. */
export type SearchIndex = {
  /** The state that the index has reached. Issues named in `reconcile` are as they are now. */
  readonly read: (reconcile?: readonly string[]) => State;
};

export function createSearchIndex(
  store: Store,
  options: { readonly lagSeconds: () => number; readonly clock: () => number },
): SearchIndex {
  const lag = (): number => options.lagSeconds() * 1000;
  // States that the index may still stand at; none where it does not lag.
  let past: readonly { readonly until: number; readonly state: State }[] = [];
  store.subscribe(({ before }) => {
    const now = options.clock();
    const recent = past.filter(({ until }) => until > now - lag());
    past = lag() === 0 ? [] : [...recent, { until: now, state: before }];
  });
  return {
    read: (reconcile = []) => {
      const current = store.state();
      const reached = options.clock() - lag();
      const indexed = past.find(({ until }) => until > reached)?.state;
      return indexed === undefined ? current : withCurrent(indexed, current, reconcile);
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
