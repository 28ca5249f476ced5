import { memoryWriteLocks } from '../../src/adapters/memory/write-locks';
import { rememberedIn, type Intent } from '../../src/domain/document/operation';
import { isOpen } from '../../src/domain/document/write-lock';
import { failure, success, type Result } from '../../src/domain/result';
import type { Json, JsonObject } from '../../src/domain/use-case/json';
import type { Documents } from '../../src/ports/documents';
import type { JiraProblem } from '../../src/ports/issue-records';
import type { WriteLocks } from '../../src/ports/write-locks';
import { createScheduler, type Actor, type Scheduler } from './scheduler';
import type { ToyChange, ToyField } from './toy-document';

/** One state of the stored value: what it became, when, and by whose hand. */
type Moment = {
  readonly raw: Json | undefined;
  readonly by: 'app' | 'outside';
  /** Of a write of ours: which moment its writer had read before it sent it. */
  readonly read: number;
};

/** What somebody was told about what they wanted. */
export type Told = {
  readonly op: string;
  readonly intent: Intent<ToyChange>;
  readonly end: 'saved' | 'failed' | 'withdrawn' | 'open';
  /** The changes that were applied, where it was saved. */
  readonly changes: readonly ToyChange[];
};

type OutsideWrite = { readonly field: ToyField; readonly value: string; readonly at: number };

/** One site with its stored value, its locks, and all that was wanted and told. */
export type World = {
  readonly scheduler: Scheduler;
  readonly locks: WriteLocks;
  readonly history: Moment[];
  readonly told: Told[];
  /** Everything that was wanted, told or not. */
  readonly wanted: Map<string, Intent<ToyChange>>;
  readonly outside: OutsideWrite[];
  /** The order in which operations took the lock. */
  readonly order: string[];
  /** Operations that a write carried after they were withdrawn: documented as not covered. */
  readonly afterWithdrawal: Set<string>;
  readonly withdrawn: Set<string>;
  values: number;
};

/** A site at its beginning; without the condition, whoever takes a lock last has it. */
export function createWorld(seed: number, isConditional: boolean): World {
  const scheduler = createScheduler(seed);
  const order: string[] = [];
  const withdrawn = new Set<string>();
  const locks = isConditional ? memoryWriteLocks() : unconditional(memoryWriteLocks());
  return {
    scheduler,
    locks: watched(locks, order, withdrawn),
    history: [{ raw: undefined, by: 'app', read: -1 }],
    told: [],
    wanted: new Map(),
    outside: [],
    order,
    afterWithdrawal: new Set(),
    withdrawn,
    values: 0,
  };
}

/** What is stored now. */
export function currentOf({ history }: World): Json | undefined {
  return history.at(-1)?.raw;
}

function watched(locks: WriteLocks, order: string[], withdrawn: Set<string>): WriteLocks {
  return {
    ...locks,
    put: async (changes) => {
      const puts = await locks.put(changes);
      for (const [index, { seen, next }] of changes.entries()) {
        if (puts[index] !== 'put') continue;
        const own = next.operations.at(-1);
        if (own?.landed === false && !order.includes(own.op)) order.push(own.op);
        const wasOpen = (seen?.operations ?? []).filter(isOpen);
        const kept = next.operations.filter((each) => isOpen(each) || each.landed);
        const still = new Set(kept.map(({ op }) => op));
        for (const { op } of wasOpen) if (!still.has(op)) withdrawn.add(op);
      }
      return puts;
    },
  };
}

/** The same store with the condition taken out: whoever comes last wins. */
function unconditional(locks: WriteLocks): WriteLocks {
  return {
    ...locks,
    put: async (changes) => {
      const seen = await locks.getSeveral(changes.map((each) => each.place));
      const now = seen.ok ? seen.value : [];
      return locks.put(changes.map((each, index) => ({ ...each, seen: now[index] })));
    },
  };
}

const mayCrash = 0.03;

/** Storage of locks as one actor meets it: it can lose an answer, and its actor can crash around it. */
export function locksOf(world: World, actor: Actor): WriteLocks {
  const { scheduler, locks } = world;
  const { turn, share, crash } = scheduler;
  const around = <Value>(effect: () => Promise<Value>): Promise<Value> =>
    turn(actor, () => {
      if (share() < mayCrash) {
        if (share() < 0.5) void effect();
        crash(actor);
      }
      return effect();
    }).then((value) => value);
  const silent = failure({ problem: 'no-answer' } as const);
  return {
    ...locks,
    get: (at) => around(() => (share() < 0.02 ? Promise.resolve(silent) : locks.get(at))),
    getSeveral: (several) => around(() => locks.getSeveral(several)),
    put: (changes) =>
      around(async () => {
        const fate = share();
        if (fate < 0.02) return changes.map(() => 'unknown' as const);
        if (fate < 0.04) {
          scheduler.landLater(5_000, () => void locks.put(changes));
          return changes.map(() => 'unknown' as const);
        }
        const puts = await locks.put(changes);
        return fate < 0.07 ? changes.map(() => 'unknown' as const) : puts;
      }),
  };
}

/** Jira as one actor meets it: refused before, lost after, late, slow, or its actor crashes. */
export function documentsOf(world: World, actor: Actor): Documents {
  const { scheduler, history } = world;
  const { turn, share, crash } = scheduler;
  let lastRead = 0;
  const store = (value: JsonObject | null, read: number): void => {
    history.push({ raw: value ?? undefined, by: 'app', read });
    for (const op of rememberedIn(value ?? undefined))
      if (world.withdrawn.has(op)) world.afterWithdrawal.add(op);
  };
  return {
    read: () =>
      turn(actor, (): Result<Json | undefined, JiraProblem> => {
        if (share() < mayCrash) crash(actor);
        if (share() < 0.03) return failure({ problem: 'no-answer' });
        lastRead = history.length - 1;
        return success(currentOf(world));
      }),
    write: (_place, value) => {
      const read = lastRead;
      return turn(actor, (): Result<null, JiraProblem> => {
        const fate = share();
        if (fate < 0.04) {
          scheduler.landLater(20_000, () => {
            store(value, read);
          });
          if (share() < 0.3) crash(actor);
          return failure({ problem: 'no-answer' });
        }
        if (fate < 0.08) return failure(scheduler.pick(refusals));
        if (fate < 0.1) crash(actor);
        store(value, read);
        if (share() < mayCrash) crash(actor);
        return fate < 0.15 ? failure(scheduler.pick(lost)) : success(null);
      });
    },
  };
}

const lost: readonly JiraProblem[] = [
  { problem: 'no-answer' },
  { problem: 'forbidden' },
  { problem: 'gone' },
  { problem: 'busy' },
  { problem: 'slow-down', seconds: 1 },
];
const refusals: readonly JiraProblem[] = [...lost, { problem: 'refused', status: 400 }];
