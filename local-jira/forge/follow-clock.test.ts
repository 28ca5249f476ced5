import { followClock } from './follow-clock';

describe('the clock of a function or frame', () => {
  const machine = { Date, setTimeout, clearTimeout };
  afterEach(() => {
    Object.assign(globalThis, machine);
  });

  it('tells the time of the site in each way in which a date is asked for', () => {
    const hour = 3_600_000;
    followClock(hour);
    const soon = machine.Date.now() + hour - 1_000;
    expect(Date.now()).toBeGreaterThan(soon);
    expect(new Date().getTime()).toBeGreaterThan(soon);
    expect(Date.parse(Date())).toBeGreaterThanOrEqual(soon - 1_000);
  });

  it('leaves every other date as it is', () => {
    followClock(1_000);
    expect(new Date(2026, 10, 28).getDate()).toBe(28);
    expect(new Date('2026-11-28T00:00:00Z').toISOString()).toBe('2026-11-28T00:00:00.000Z');
    expect(Date.UTC(2026, 0)).toBe(machine.Date.UTC(2026, 0));
    expect(new Date()).toBeInstanceOf(Date);
  });

  it('calls what falls due in order when the clock is put forward, and nothing that was called off', () => {
    const clock = followClock(0);
    const called: string[] = [];
    setTimeout((name: string) => called.push(name), 60_000, 'second');
    setTimeout(() => called.push('first'), 5_000);
    const off = setTimeout(() => called.push('called off'), 6_000);
    const later = setTimeout(() => called.push('later'), 900_000);
    clearTimeout(off);
    clock.putForwardTo(61_000);
    expect(called).toEqual(['first', 'second']);
    clearTimeout(later);
  });
});
