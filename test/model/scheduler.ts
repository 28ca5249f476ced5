import { seededChoices } from '../../local-jira/worlds/seeded-choices';
import type { Clock } from '../../src/ports/clock';

/** Somebody who does one thing after the other: a function, a browser, a script. */
export type Actor = { readonly name: string; isOver: boolean; readonly onCrash: (() => void)[] };

type Ask = {
  readonly actor: Actor;
  readonly run: () => void;
};

type Sleeper = { readonly at: number; readonly actor: Actor; readonly wake: () => void };

/** Work that was sent and lands later, whatever became of its sender. */
type Late = { readonly by: number; readonly land: () => void };

/** Lets actors take turns in an order that a seed decides, on a clock of its own. */
export type Scheduler = {
  readonly share: () => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly now: () => number;
  readonly actor: (name: string) => Actor;
  /** Waits for its turn, then does something at once and gives its outcome. */
  readonly turn: <Value>(actor: Actor, effect: () => Value) => Promise<Value>;
  readonly clockOf: (actor: Actor) => Clock;
  readonly landLater: (within: number, land: () => void) => void;
  readonly crash: (actor: Actor) => void;
  /** Runs until nobody has anything left to do. */
  readonly run: () => Promise<void>;
};

const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createScheduler(seed: number): Scheduler {
  const { share, pick } = seededChoices(seed);
  let now = Date.UTC(2026, 10, 28);
  let asks: Ask[] = [];
  let sleepers: Sleeper[] = [];
  let late: Late[] = [];

  const advance = (): boolean => {
    sleepers = sleepers.filter(({ actor }) => !actor.isOver);
    const next = sleepers.reduce<Sleeper | undefined>(
      (first, each) => (first === undefined || each.at < first.at ? each : first),
      undefined,
    );
    const due = Math.min(next?.at ?? Infinity, ...late.map(({ by }) => by));
    if (due === Infinity) return false;
    now = Math.max(now, due);
    for (const { land } of late.filter(({ by }) => by <= now)) land();
    late = late.filter(({ by }) => by > now);
    const woken = sleepers.filter(({ at }) => at <= now);
    sleepers = sleepers.filter(({ at }) => at > now);
    for (const { wake } of woken) wake();
    return true;
  };
  const step = (): boolean => {
    asks = asks.filter(({ actor }) => !actor.isOver);
    const choices = asks.length + late.length;
    if (choices === 0 || (sleepers.length > 0 && share() < 0.03)) return advance() || choices > 0;
    const index = Math.floor(share() * choices);
    const ask = asks[index];
    if (ask === undefined) {
      const landing = late[index - asks.length];
      late = late.filter((each) => each !== landing);
      landing?.land();
    } else {
      asks = asks.filter((each) => each !== ask);
      ask.run();
    }
    return true;
  };
  return {
    share,
    pick,
    now: () => now,
    actor: (name) => ({ name, isOver: false, onCrash: [] }),
    turn: (actor, effect) =>
      new Promise((resolve) => {
        asks.push({
          actor,
          run: () => {
            resolve(effect());
          },
        });
      }),
    clockOf: (actor) => ({
      now: () => now,
      wait: (milliseconds) =>
        new Promise((resolve) => {
          sleepers.push({ at: now + milliseconds, actor, wake: resolve });
        }),
    }),
    landLater: (within, land) => {
      late.push({ by: now + within, land });
    },
    crash: (actor) => {
      actor.isOver = true;
      for (const told of actor.onCrash) told();
    },
    run: async () => {
      await rest();
      while (step()) await rest();
    },
  };
}
