import type { Clock } from '../../src/ports/clock';

/** A clock that stands still until somebody waits; waiting takes no time. */
export function virtualClock(start = Date.UTC(2026, 10, 22, 9)): Clock {
  let now = start;
  return {
    now: () => now,
    wait: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
  };
}
