import type { Clock } from '../../src/ports/clock';

/** How many turns nothing may happen before time passes: enough for a request to local Jira. */
const quietTurns = 60;

/** Past this, in ms, it stands still: whoever looks again and again would keep it going for ever. */
const aDay = 24 * 3_600_000;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * A clock that goes on only while everybody waits: whoever waits longest waits no real time. Unlike the
 * virtual clock it lets two things wait at once, each as long as it said.
 */
export function idleClock(start = Date.UTC(2026, 10, 22, 9), runsFor = aDay): Clock {
  const end = start + runsFor;
  let now = start;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  let isPumping = false;
  let asked = 0;
  const pump = async (): Promise<void> => {
    isPumping = true;
    while (sleepers.length > 0) {
      const before = asked;
      for (let quiet = 0; quiet < quietTurns; quiet += 1) await turn();
      if (asked !== before) continue;
      const next = sleepers.reduce((first, each) => (each.at < first.at ? each : first));
      if (next.at > end) break;
      sleepers = sleepers.filter((each) => each !== next);
      now = Math.max(now, next.at);
      next.wake();
    }
    isPumping = false;
  };
  return {
    now: () => now,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        asked += 1;
        sleepers.push({ at: now + milliseconds, wake: resolve });
        if (!isPumping) void pump();
      }),
  };
}
