import { saveManyWith } from '../../src/bulk/save-many';
import type { AppError, Saving } from '../../src/contract';
import { remembers, type Intent } from '../../src/domain/document/operation';
import { outcomeIn } from '../../src/domain/document/replay';
import { fingerprint } from '../../src/domain/document/seal';
import { failure, success, type Result } from '../../src/domain/result';
import type { JsonObject } from '../../src/domain/use-case/json';
import { completeWrite } from '../../src/operations/complete-write';
import type { WritePorts } from '../../src/operations/land-write';
import { settleMany } from '../../src/operations/settle-many';
import { takeMany } from '../../src/operations/take-many';
import { withdrawEdit } from '../../src/operations/withdraw-edit';
import { patience, writeDocument } from '../../src/operations/write-document';
import type { DocumentPlace, Documents } from '../../src/ports/documents';
import type { AccountId, IssueId } from '../../src/domain/ids';
import type { IssueRecords } from '../../src/ports/issue-records';
import { judge, type ModelRun } from './judge-model';
import { createWorld, currentOf, documentsOf, locksOf, type Told, type World } from './model-world';
import { toyDocument, toyFields, toyValue, type ToyChange } from './toy-document';

const place: DocumentPlace = { entity: 'issue', id: '1', key: 'northstarRating' };
const kindOf = (): never => toyDocument as never;

/** Runs one interleaving: writers, a bulk writer, a script from outside, a removal, and every kind of fault. */
export async function runModel(
  seed: number,
  isConditional = true,
  onEnd?: (world: World) => void,
): Promise<ModelRun> {
  const world = createWorld(seed, isConditional);
  const { scheduler } = world;
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
  world.wanted.set(op, intent);
  const tell = teller(world, op, intent);
  const answer = first ?? (await save(world, op, intent));
  if (answer.ok && answer.value.state === 'saved') {
    tell('saved', answer.value.clashes);
    return;
  }
  if (!answer.ok && answer.error.code !== 'cut-off' && !isBegun) {
    tell('failed');
    return;
  }
  await lookOn(world, op, intent);
}

/** Looks for what was wanted until it is there, or until it was withdrawn; gives up after four minutes. */
async function lookOn(world: World, op: string, intent: Intent<ToyChange>): Promise<void> {
  const { scheduler } = world;
  const actor = scheduler.actor('browser');
  const { wait } = scheduler.clockOf(actor);
  const isThere = (): boolean =>
    intent.does === 'remove' ? currentOf(world) === undefined : remembers(currentOf(world), op);
  const tell = teller(world, op, intent);
  const clashesNow = () => outcomeIn(toyDocument, currentOf(world), { op, intent }).clashes;
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

/** Tells somebody the end of what they wanted: once, as a panel does. */
function teller(world: World, op: string, intent: Intent<ToyChange>) {
  return (end: Told['end'], clashes: readonly { readonly field: string }[] = []): void => {
    const fields = new Set(clashes.map(({ field }) => field));
    const changes = intent.does === 'change' ? intent.changes : [];
    world.told.push({
      ...{ op, intent, end },
      changes: changes.filter(({ field }) => !fields.has(field)),
    });
  };
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
        return success(new Map([['1' as IssueId, raw.value]]));
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
      return { end: 'saved', written: [], clashes: ['left to the function'] };
    },
    wait: scheduler.clockOf(actor).wait,
    now: scheduler.now,
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
