/** Time as local Jira's platform reckons it; tests bring a clock of their own. */
export type Timers = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back later; the answer calls it off. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
};

export const realTimers: Timers = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    timer.unref();
    return () => {
      clearTimeout(timer);
    };
  },
};
