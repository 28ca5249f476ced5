/** What the page around a frame does for the frame's history: the address bar is the page's. */
export type HistoryHost = {
  readonly start: () => { readonly path: string; readonly index: number };
  readonly push: (path: string) => void;
  readonly replace: (path: string) => void;
  readonly go: (delta: number) => void;
  readonly onPop: (callback: (path: string, index: number) => void) => void;
};

type Entry = { readonly localJiraIndex?: number };

/** A history under a base path such as "/projects/CDP/apps/quadrant". */
export function createHistoryHost(base: string): HistoryHost {
  const indexOf = (state: unknown): number => (state as Entry | null)?.localJiraIndex ?? 0;
  const pathNow = (): string => {
    const { pathname, search, hash } = location;
    const inner = pathname.startsWith(base) ? pathname.slice(base.length) : '';
    return `${inner === '' ? '/' : inner}${search}${hash}`;
  };
  return {
    start: () => ({ path: pathNow(), index: indexOf(history.state) }),
    push: (path) => {
      history.pushState({ localJiraIndex: indexOf(history.state) + 1 }, '', `${base}${path}`);
    },
    replace: (path) => {
      history.replaceState({ localJiraIndex: indexOf(history.state) }, '', `${base}${path}`);
    },
    go: (delta) => {
      history.go(delta);
    },
    onPop: (callback) => {
      window.addEventListener('popstate', ({ state }) => {
        callback(pathNow(), indexOf(state));
      });
    },
  };
}
