/** The history of a page of the app: its paths are part of Jira's address. */
export type PageHistory = {
  readonly path: () => string;
  readonly go: (path: string) => void;
  readonly listen: (onPath: (path: string) => void) => () => void;
};

/** Paths of a page that Jira gives no address: they last as long as the frame does. */
export function ownHistory(): PageHistory {
  let path = '/';
  const listeners = new Set<(path: string) => void>();
  return {
    path: () => path,
    go: (next) => {
      path = next;
      for (const onPath of listeners) onPath(path);
    },
    listen: (onPath) => {
      listeners.add(onPath);
      return () => {
        listeners.delete(onPath);
      };
    },
  };
}
