type Waiting = { readonly at: number; readonly fire: () => void };

type Timer = ReturnType<typeof setTimeout>;

/**
 * Makes `Date` and `setTimeout` of this thread or frame tell the site's time, which runs ahead of the
 * machine's by so many ms. The app knows of time by nothing else.
 */
export function followClock(start: number): { readonly putForwardTo: (ahead: number) => void } {
  let ahead = start;
  const waiting = new Map<Timer, Waiting>();
  const RealDate = Date;
  const realTimeout = setTimeout;
  const realClear = clearTimeout;
  const now = (): number => RealDate.now() + ahead;

  const SiteDate = new Proxy(RealDate, {
    construct: (target, values: readonly unknown[], newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
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
  const callOff = (timer: Timer | undefined): void => {
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
