type Waiting = { readonly at: number; readonly fire: () => void };

/**
 * Makes the globals of this thread tell the site's time, which runs ahead of the machine's by so many ms:
 * `Date` and `setTimeout`, which are all that the app's functions know of time.
 */
export function followClock(start: number): { readonly putForwardTo: (ahead: number) => void } {
  let ahead = start;
  const waiting = new Map<object, Waiting>();
  const RealDate = Date;
  const realTimeout = setTimeout;
  const realClear = clearTimeout;
  const now = (): number => RealDate.now() + ahead;

  class SiteDate extends RealDate {
    constructor(...values: [] | [number | string | Date]) {
      super(values.length === 0 ? now() : values[0]);
    }
    static override now(): number {
      return now();
    }
  }

  const later = (
    callback: (...values: unknown[]) => void,
    milliseconds = 0,
    ...values: unknown[]
  ) => {
    const fire = (): void => {
      realClear(timer);
      if (waiting.delete(timer)) callback(...values);
    };
    const timer = realTimeout(fire, milliseconds);
    waiting.set(timer, { at: now() + milliseconds, fire });
    return timer;
  };
  const callOff = (timer: NodeJS.Timeout | undefined): void => {
    if (timer !== undefined) waiting.delete(timer);
    realClear(timer);
  };
  Object.assign(globalThis, { Date: SiteDate, setTimeout: later, clearTimeout: callOff });
  return {
    putForwardTo: (next) => {
      ahead = next;
      const due = [...waiting.values()].filter(({ at }) => at <= now());
      for (const { fire } of due.sort((left, right) => left.at - right.at)) fire();
    },
  };
}
