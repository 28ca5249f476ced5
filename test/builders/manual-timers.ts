import type { Timers } from '../../local-jira/forge/timers';

/** Time that stands still until a test lets it go on. */
export type ManualTimers = Timers & {
  /** Lets time pass, calling back everything that falls due, in order. */
  readonly advance: (milliseconds: number) => void;
};

export function manualTimers(start = Date.UTC(2026, 10, 22, 9)): ManualTimers {
  let now = start;
  let due: { readonly at: number; readonly callback: () => void }[] = [];
  return {
    now: () => now,
    after: (milliseconds, callback) => {
      const timer = { at: now + milliseconds, callback };
      due.push(timer);
      return () => {
        due = due.filter((each) => each !== timer);
      };
    },
    advance: (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const next = due.filter(({ at }) => at <= end).sort((left, right) => left.at - right.at)[0];
        if (next === undefined) break;
        due = due.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.callback();
      }
      now = end;
    },
  };
}
