/** Time as local Jira reckons it: one clock for everything on the site. Tests bring one of their own. */
export type Timers = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back later; the answer calls it off. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
  /** Hears when the clock was put forward; absent where it cannot be. */
  readonly onAdvance?: (listener: (milliseconds: number) => void) => void;
};

/** The site's clock: it goes by itself, and can be put forward. */
export type SiteTimers = Timers & {
  readonly advance: (milliseconds: number) => void;
  /** How far the clock was put forward, in ms. */
  readonly ahead: () => number;
};

type Pending = { readonly at: number; readonly fire: () => void };

/** Real time that can be put forward: whatever falls due meanwhile is called at once, in order. */
export function siteTimers(): SiteTimers {
  let ahead = 0;
  const pending = new Set<Pending>();
  const listeners: ((milliseconds: number) => void)[] = [];
  const now = (): number => Date.now() + ahead;
  return {
    now,
    after: (milliseconds, callback) => {
      const timer = setTimeout(() => {
        each.fire();
      }, milliseconds);
      timer.unref();
      const each: Pending = {
        at: now() + milliseconds,
        fire: () => {
          clearTimeout(timer);
          if (pending.delete(each)) callback();
        },
      };
      pending.add(each);
      return () => {
        clearTimeout(timer);
        pending.delete(each);
      };
    },
    ahead: () => ahead,
    onAdvance: (listener) => {
      listeners.push(listener);
    },
    advance: (milliseconds) => {
      const until = now() + milliseconds;
      for (;;) {
        const due = [...pending].filter(({ at }) => at <= until);
        const next = due.sort((left, right) => left.at - right.at)[0];
        if (next === undefined) break;
        ahead += Math.max(0, next.at - now());
        next.fire();
      }
      ahead += Math.max(0, until - now());
      for (const listener of listeners) listener(milliseconds);
    },
  };
}
