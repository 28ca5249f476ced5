import { memoryWriteLocks } from '../../src/adapters/memory/write-locks';
import { saveManyWith } from '../../src/bulk/save-many';
import type { AppError, Saving } from '../../src/contract';
import { remembers, rememberedIn, type Intent } from '../../src/domain/document/operation';
import { outcomeIn } from '../../src/domain/document/replay';
import { fingerprint } from '../../src/domain/document/seal';
import { isOpen, type WriteLock } from '../../src/domain/document/write-lock';
import { failure, success, type Result } from '../../src/domain/result';
import type { Json, JsonObject } from '../../src/domain/use-case/json';
import { completeWrite } from '../../src/operations/complete-write';
import type { WritePorts } from '../../src/operations/land-write';
import { settleMany } from '../../src/operations/settle-many';
import { takeMany } from '../../src/operations/take-many';
import { withdrawEdit } from '../../src/operations/withdraw-edit';
import { patience, writeDocument } from '../../src/operations/write-document';
import type { DocumentPlace, Documents } from '../../src/ports/documents';
import type { AccountId, IssueId } from '../../src/ports/ids';
import type { IssueRecords, JiraProblem } from '../../src/ports/issue-records';
import type { WriteLocks } from '../../src/ports/write-locks';
import { createScheduler, type Actor, type Scheduler } from './scheduler';
import { toyDocument, toyFields, toyValue, type ToyChange, type ToyField } from './toy-document';

/** One state of the stored value: what it became, when, and by whose hand. */
type Moment = {
  readonly raw: Json | undefined;
  readonly by: 'app' | 'outside';
  /** Of a write of ours: which moment its writer had read before it sent it. */
  readonly read: number;
};

/** What somebody was told about what they wanted. */
type Told = {
  readonly op: string;
  readonly intent: Intent<ToyChange>;
  readonly end: 'saved' | 'failed' | 'withdrawn' | 'open';
  /** The changes that were applied, where it was saved. */
  readonly changes: readonly ToyChange[];
};

type OutsideWrite = { readonly field: ToyField; readonly value: string; readonly at: number };

/** What came of one interleaving. */
export type ModelRun = {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly revived: readonly string[];
  readonly overwritten: readonly string[];
  readonly falselyFailed: readonly string[];
  readonly told: readonly Told[];
};

const place: DocumentPlace = { entity: 'issue', id: '1', key: 'northstarRating' };
const kindOf = (): never => toyDocument as never;

type World = {
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

/** Runs one interleaving: writers, a bulk writer, a script from outside, a removal, and every kind of fault. */
export async function runModel(
  seed: number,
  isConditional = true,
  onEnd?: (world: World) => void,
): Promise<ModelRun> {
  const scheduler = createScheduler(seed);
  const order: string[] = [];
  const withdrawn = new Set<string>();
  const world: World = {
    scheduler,
    locks: watched(
      isConditional ? memoryWriteLocks() : unconditional(memoryWriteLocks()),
      order,
      withdrawn,
    ),
    history: [{ raw: undefined, by: 'app', read: -1 }],
    told: [],
    wanted: new Map(),
    outside: [],
    order,
    afterWithdrawal: new Set(),
    withdrawn,
    values: 0,
  };
  const { share } = scheduler;
  const people = [person(world, 'first'), person(world, 'second')];
  if (share() < 0.5) people.push(bulkWriter(world));
  if (share() < 0.5) people.push(script(world));
  if (share() < 0.4) people.push(remover(world));
  await scheduler.run();
  // A quarter of an hour later, as often as it takes.
  for (let look = 0; look < 6; look += 1) await completeLater(world);
  onEnd?.(world);
  return judge(world);
}

function currentOf({ history }: World): Json | undefined {
  return history.at(-1)?.raw;
}

function watched(locks: WriteLocks, order: string[], withdrawn: Set<string>): WriteLocks {
  return {
    ...locks,
    put: async (changes) => {
      const puts = await locks.put(changes);
      for (const [index, { seen, next }] of changes.entries()) {
        const own = next.operations.at(-1);
        if (puts[index] !== 'put') continue;
        if (own !== undefined && !own.landed && !order.includes(own.op)) order.push(own.op);
        const open = new Set(next.operations.flatMap((each) => (isOpen(each) ? [each.op] : [])));
        const landed = new Set(next.operations.flatMap((each) => (each.landed ? [each.op] : [])));
        for (const each of seen?.operations ?? [])
          if (isOpen(each) && !open.has(each.op) && !landed.has(each.op)) withdrawn.add(each.op);
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
function locksOf(world: World, actor: Actor): WriteLocks {
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
function documentsOf(world: World, actor: Actor): Documents {
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

type Invoked<Clash> = Result<Saving<Clash>, AppError>;

/** Calls the function: it may crash, and then the call breaks off. */
function invoke<View>(
  world: World,
  run: (ports: WritePorts & { readonly kindOf: typeof kindOf }) => Promise<Result<View, AppError>>,
): Promise<Result<View, AppError>> {
  const { scheduler } = world;
  const actor = scheduler.actor('function');
  return new Promise((resolve) => {
    actor.onCrash.push(() => {
      resolve(failure({ code: 'cut-off' }));
    });
    void run({
      documents: documentsOf(world, actor),
      locks: locksOf(world, actor),
      followUps: { askFor: () => Promise.resolve() },
      clock: scheduler.clockOf(actor),
      kindOf,
    }).then((answer) => {
      actor.isOver = true;
      resolve(answer);
    });
  });
}

function save(
  world: World,
  op: string,
  intent: Intent<ToyChange>,
): Promise<Invoked<{ readonly field: string }>> {
  const { scheduler } = world;
  return invoke(world, async (ports) => {
    const [raw, lock] = await Promise.all([ports.documents.read(place), ports.locks.get(place)]);
    if (!raw.ok || !lock.ok) return failure({ code: 'no-answer' });
    const at = new Date(scheduler.now()).toISOString();
    const operation = { op, by: 'somebody', at, intent };
    const deadline = scheduler.now() + patience;
    const opened = { raw: raw.value, lock: lock.value };
    return writeDocument(ports, { place, kind: toyDocument, operation, deadline }, opened);
  });
}

/** A browser that stays with its save, as the panel does. */
async function stay(
  world: World,
  op: string,
  intent: Intent<ToyChange>,
  first?: Invoked<{ readonly field: string }>,
  isBegun = false,
): Promise<void> {
  const { scheduler, told } = world;
  world.wanted.set(op, intent);
  const actor = scheduler.actor('browser');
  const { wait } = scheduler.clockOf(actor);
  const isThere = (): boolean =>
    intent.does === 'remove' ? currentOf(world) === undefined : remembers(currentOf(world), op);
  const tell = (end: Told['end'], clashes: readonly { readonly field: string }[] = []): void => {
    const fields = new Set(clashes.map(({ field }) => field));
    const changes = intent.does === 'change' ? intent.changes : [];
    told.push({ op, intent, end, changes: changes.filter(({ field }) => !fields.has(field)) });
  };
  const clashesNow = () => outcomeIn(toyDocument, currentOf(world), { op, intent }).clashes;
  const answer = first ?? (await save(world, op, intent));
  if (answer.ok && answer.value.state === 'saved') {
    tell('saved', answer.value.clashes);
    return;
  }
  if (!answer.ok && answer.error.code !== 'cut-off' && !isBegun) {
    tell('failed');
    return;
  }
  for (let minute = 0; minute < 4; minute += 1) {
    await wait(60_000);
    if (await scheduler.turn(actor, isThere)) {
      tell('saved', clashesNow());
      return;
    }
    const end = await invoke(world, (ports) =>
      withdrawEdit(ports, place, 'somebody' as AccountId, op),
    );
    if (!end.ok || end.value.end !== 'withdrawn') continue;
    const landed = await scheduler.turn(actor, isThere);
    if (landed) tell('saved', clashesNow());
    else tell('withdrawn');
    return;
  }
  tell('open');
}

function newValue(world: World): string {
  world.values += 1;
  return `v${String(world.values)}`;
}

function changesNow(world: World): readonly ToyChange[] {
  const { share } = world.scheduler;
  const raw = currentOf(world);
  const fields = toyFields.filter(() => share() < 0.5);
  return (fields.length > 0 ? fields : (['a'] as const)).map((field) => ({
    field,
    base: toyValue(raw, field),
    next: newValue(world),
  }));
}

async function person(world: World, name: string): Promise<void> {
  const { scheduler } = world;
  const actor = scheduler.actor(name);
  const count = scheduler.share() < 0.5 ? 2 : 1;
  for (let edit = 0; edit < count; edit += 1) {
    const changes = await scheduler.turn(actor, () => changesNow(world));
    await stay(world, `${name}-${String(edit)}`, { does: 'change', changes });
  }
}

async function bulkWriter(world: World): Promise<void> {
  const { scheduler } = world;
  const actor = scheduler.actor('bulk');
  const changes = await scheduler.turn(actor, () => changesNow(world));
  const intent = { does: 'change', changes } as const;
  world.wanted.set('bulk-op', intent);
  const documents = documentsOf(world, actor);
  const readEditable: IssueRecords['readEditable'] = (issues) =>
    Promise.resolve(success(new Set(issues)));
  let first: Invoked<{ readonly field: string }> | undefined;
  let isBegun = false;
  const saveMany = saveManyWith({
    viewer: 'somebody',
    records: {
      readSeveral: async () => {
        const raw = await documents.read(place);
        if (!raw.ok) return raw;
        return success(new Map(raw.value === undefined ? [] : [['1' as IssueId, raw.value]]));
      },
    },
    documents,
    takeMany: (payload) =>
      invoke(world, (ports) =>
        takeMany(
          { ...ports, records: { readEditable } as IssueRecords },
          'somebody' as AccountId,
          payload,
        ),
      ),
    settleMany: (payload) =>
      invoke(world, (ports) => settleMany(ports, 'somebody' as AccountId, payload)),
    saveOne: async (_document, _edit, begun) => {
      isBegun = begun;
      first = await save(world, 'bulk-op', intent);
      return { end: 'saved', clashes: ['left to the function'] };
    },
    wait: scheduler.clockOf(actor).wait,
    kindOf,
  });
  const edits = [{ issue: '1' as IssueId, opId: 'bulk-op', changes: changes as never }];
  const end = (await saveMany('rating', edits)).get('1' as IssueId);
  if (first !== undefined) await stay(world, 'bulk-op', intent, first, isBegun);
  else if (end?.end === 'saved') {
    const kept = changes.filter(({ field }) => !end.clashes.includes(field));
    world.told.push({ op: 'bulk-op', intent, end: 'saved', changes: kept });
  }
}

/** Reads, thinks, and writes the whole value back; some keep what they do not know, some do not. */
async function script(world: World): Promise<void> {
  const { scheduler, history, outside } = world;
  const { turn, share } = scheduler;
  const actor = scheduler.actor('script');
  const read = await turn(actor, () => currentOf(world));
  await turn(actor, () => {
    if (share() < 0.15) {
      history.push({ raw: undefined, by: 'outside', read: -1 });
      return;
    }
    const field = scheduler.pick(toyFields);
    const value = newValue(world);
    outside.push({ field, value, at: history.length });
    const before = (share() < 0.7 ? read : undefined) as JsonObject | undefined;
    history.push({ raw: { ...before, [field]: value }, by: 'outside', read: -1 });
  });
}

async function remover(world: World): Promise<void> {
  const { scheduler } = world;
  const actor = scheduler.actor('remover');
  const raw = await scheduler.turn(actor, () => currentOf(world));
  if (raw === undefined) return;
  await stay(world, 'removal', { does: 'remove', seen: fingerprint(raw) });
  if (scheduler.share() < 0.5) return;
  const changes = await scheduler.turn(actor, () => changesNow(world));
  await stay(world, 'after-removal', { does: 'change', changes });
}

async function completeLater(world: World): Promise<void> {
  const { scheduler } = world;
  const actor = scheduler.actor('app');
  void (async () => {
    await scheduler.clockOf(actor).wait(60_000);
    await completeWrite(
      {
        documents: quiet(world),
        locks: world.locks,
        clock: scheduler.clockOf(actor),
        kindOf,
      },
      place,
    );
    actor.isOver = true;
  })();
  await scheduler.run();
}

function quiet(world: World): Documents {
  return {
    read: () => Promise.resolve(success(currentOf(world))),
    write: (_place, value) => {
      const { history } = world;
      history.push({ raw: value ?? undefined, by: 'app', read: history.length - 1 });
      return Promise.resolve(success(null));
    },
  };
}

/** Holds what people were told against what is stored in the end. */
function judge(world: World): ModelRun {
  const { told, order } = world;
  const saved = told.filter(({ end }) => end === 'saved');
  const lostEdits = saved
    .filter(({ intent }) => intent.does === 'change')
    .flatMap(({ op, changes }) =>
      changes.filter((change) => isLost(world, op, change)).map(({ field }) => `${op}.${field}`),
    );
  const finalRaw = currentOf(world);
  const falselyFailed = told
    .filter(({ end, op }) => end === 'withdrawn' || (end === 'failed' && order.includes(op)))
    .filter(({ op }) => remembers(finalRaw, op) && !world.afterWithdrawal.has(op))
    .map(({ op }) => op);
  return {
    acknowledged: saved.length,
    lost: lostEdits,
    revived: revivedIn(world),
    overwritten: overwrittenIn(world),
    falselyFailed,
    told,
  };
}

function firstWith(world: World, op: string): number {
  return world.history.findIndex(({ raw }) => remembers(raw, op));
}

function isLost(world: World, op: string, { field, next }: ToyChange): boolean {
  const { order, history, wanted } = world;
  const final = toyValue(currentOf(world), field);
  if (final === next) return false;
  const landed = firstWith(world, op);
  // Another operation that took the lock later, and anything that a script wrote since, may have changed it.
  const later = new Set(order.slice(order.indexOf(op) + 1));
  const byLater = [...wanted].some(
    ([other, intent]) =>
      later.has(other) &&
      (intent.does === 'remove' ||
        (intent.does === 'change' &&
          intent.changes.some((each) => each.field === field && each.base === next))),
  );
  if (byLater) return false;
  // What a script wrote over it after it had landed is the script's doing; what the operation itself
  // had written over unseen, in the moment that is documented, may come back.
  return !history.some(
    ({ by, raw }, at) =>
      by === 'outside' &&
      toyValue(raw, field) !== next &&
      (at > landed ||
        history.some(
          (each, later) =>
            later > at && remembers(each.raw, op) && each.by === 'app' && each.read < at,
        )),
  );
}

/** Values from before a removal that are there in the end, though nobody brought them back. */
function revivedIn(world: World): readonly string[] {
  const { told, order, history } = world;
  const removal = told.find(({ intent, end }) => intent.does === 'remove' && end === 'saved');
  if (removal === undefined) return [];
  const taken = order.indexOf(removal.op);
  const removedAt = history.findIndex(
    ({ raw, by }, at) => by === 'app' && raw === undefined && at > 0,
  );
  if (taken < 0 || history.some(({ by }, at) => by === 'outside' && at > removedAt)) return [];
  const before = new Set(order.slice(0, taken));
  const old = told.filter(({ op }) => before.has(op)).flatMap(({ changes }) => changes);
  return old
    .filter(({ field, next }) => toyValue(currentOf(world), field) === next)
    .map(({ field, next }) => `${field}=${next}`);
}

/** What a script wrote and nobody saw before it was gone, but for the moment that is documented. */
function overwrittenIn(world: World): readonly string[] {
  const { outside, history, wanted } = world;
  return outside
    .filter(({ field, value, at }) => {
      if (toyValue(currentOf(world), field) === value) return false;
      const seen = [...wanted.values()].some((intent) =>
        intent.does === 'change'
          ? intent.changes.some((each) => each.field === field && each.base === value)
          : true,
      );
      const stated = history.some(
        (each, index) => each.by === 'app' && index > at && each.read < at && each.read >= 0,
      );
      const byScript = history.some(({ by }, index) => by === 'outside' && index > at);
      return !seen && !stated && !byScript;
    })
    .map(({ field, value }) => `${field}=${value}`);
}

/** What a lock says, for whoever looks into a run. */
export type ModelLock = WriteLock<ToyChange>;
