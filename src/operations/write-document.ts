import type { AppError } from '../contract';
import {
  remembers,
  rememberedIn,
  type DocumentKind,
  type Intent,
  type Operation,
  type Refusal,
  type FromTo,
  type ClashOf,
} from '../domain/document/operation';
import { outcomeIn, replay, type Replay } from '../domain/document/replay';
import { fingerprint } from '../domain/document/seal';
import { takenBy, isOpen, type WriteLock } from '../domain/document/write-lock';
import { failure, success, type Result } from '../domain/result';
import type { Json } from '../domain/use-case/json';
import type { DocumentPlace } from '../ports/documents';
import type { AccountId } from '../domain/ids';
import type { JiraProblem } from '../ports/issue-records';
import { land, saved, type Answer, type Write, type WritePorts } from './land-write';
import { withdraw } from './change-lock';
import { translateProblem } from './translate-problem';

/** A document with its lock, as they were read together. */
export type Opened = {
  readonly raw: Json | undefined;
  readonly lock: WriteLock | undefined;
};

/** How long a function goes on before it answers, in ms. Forge ends it at 25 s. */
export const patience = 14_000;

const takesAtMost = 40;

/** Whoever lost the lock waits for a share of these, in ms: longer each time, and for a moment of its own. */
const firstPause = 60;
const longestPause = 1_500;

/** What somebody wants done to one document. */
export type DocumentEdit<Change extends FromTo> = {
  readonly place: DocumentPlace;
  readonly kind: DocumentKind<Change>;
  readonly viewer: AccountId;
  readonly opId: string;
  readonly intent: Intent<Change>;
};

/** Begins an operation: `openFor` checks that the viewer may, and reads, beside the reading of the lock. */
export async function editDocument<Change extends FromTo>(
  ports: WritePorts,
  { place, kind, viewer, opId, intent }: DocumentEdit<Change>,
  openFor: () => Promise<Result<Json | undefined, AppError>>,
): Promise<Answer<Change>> {
  const now = ports.clock.now();
  const [raw, lock] = await Promise.all([openFor(), ports.locks.get(place)]);
  if (!raw.ok) return raw;
  if (!lock.ok) return failure<AppError>({ code: 'no-answer' });
  const operation = { op: opId, by: viewer, at: new Date(now).toISOString(), intent };
  const write = { place, kind, operation, deadline: now + patience };
  return writeDocument(ports, write, { raw: raw.value, lock: lock.value });
}

/**
 * Writes one operation: takes the document's lock with the operation in it, reads the document again,
 * merges what is missing, writes it plainly, and reads both back. The record decides whether it is
 * saved, never the status of an answer. docs/decisions/0013 tells the protocol and what it leaves open.
 */
export async function writeDocument<Change extends FromTo>(
  ports: WritePorts,
  write: Write<Change>,
  opened: Opened,
): Promise<Answer<Change>> {
  const { clock } = ports;
  const late = clock
    .wait(write.deadline - clock.now())
    .then((): Answer<Change> => success({ state: 'checking' }));
  return Promise.race([take(ports, write, opened), late]);
}

async function take<Change extends FromTo>(
  ports: WritePorts,
  write: Write<Change>,
  opened: Opened,
): Promise<Answer<Change>> {
  const { locks, followUps, clock } = ports;
  const { place, operation } = write;
  let now = opened;
  // Once an answer was lost, the lock may have been taken, or still be: then a refusal proves nothing.
  let mayHold = false;
  const end = (answer: Answer<Change>): Answer<Change> =>
    mayHold && !answer.ok ? success({ state: 'checking' }) : answer;
  for (let attempt = 0; attempt < takesAtMost; attempt += 1) {
    const planned = plan(write, now, clock.now());
    if ('answer' in planned) return end(await refusedOrDone(ports, write, { now, planned }));
    // Whoever asked may have been told by now that it is withdrawn.
    if (clock.now() >= write.deadline) return end(failure({ code: 'busy' }));
    const [put] = await locks.put([{ place, seen: now.lock, next: planned.lock }]);
    if (put === 'put') {
      void followUps.askFor([place]);
      return withClashes(await land(ports, write, planned.lock), planned.clashes);
    }
    mayHold ||= put === 'unknown';
    if (put === 'lost') await clock.wait(pauseOf(operation.op, attempt));
    const again = await open(ports, place);
    if (!again.ok) return end(failure(translateProblem(again.error)));
    // Without an answer the lock itself tells: an operation that is in it is taken again as it is now.
    now = again.value;
  }
  return end(failure({ code: 'busy' }));
}

/**
 * The answer of a plan that writes nothing. An operation whose lock was taken before and that the record
 * refuses is taken out of the lock first: nobody is to complete it later.
 */
async function refusedOrDone<Change extends FromTo>(
  { locks }: WritePorts,
  { place, operation }: Write<Change>,
  {
    now,
    planned: { answer },
  }: { readonly now: Opened; readonly planned: { readonly answer: Answer<Change> } },
): Promise<Answer<Change>> {
  const isHeld = now.lock?.operations.some((each) => each.op === operation.op && isOpen(each));
  if (answer.ok || isHeld !== true) return answer;
  const fate = await withdraw(locks, place, operation.op);
  return fate === 'withdrawn' ? answer : success({ state: 'checking' });
}

/** Different for each operation and the same each time, so that tests can repeat it. */
function pauseOf(op: string, attempt: number): number {
  const share = Number.parseInt(fingerprint(`${op}${String(attempt)}`).slice(0, 4), 16) / 0xffff;
  return Math.round(share * Math.min(longestPause, firstPause * 2 ** attempt));
}

async function open(
  { documents, locks }: WritePorts,
  place: DocumentPlace,
): Promise<Result<Opened, JiraProblem>> {
  const [raw, lock] = await Promise.all([documents.read(place), locks.get(place)]);
  if (!raw.ok) return raw;
  return lock.ok ? success({ raw: raw.value, lock: lock.value }) : lock;
}

/** A lock's values are of the kind that its key names. */
function as<Change extends FromTo>(lock: WriteLock): WriteLock<Change> {
  return lock as WriteLock<Change>;
}

type Planned<Change extends FromTo> =
  | { readonly answer: Answer<Change> }
  | { readonly lock: WriteLock<Change>; readonly clashes: readonly ClashOf<Change>[] };

/** What clashed before the lock was taken is not in it any more, and is told with the rest. */
function withClashes<Change extends FromTo>(
  answer: Answer<Change>,
  clashes: readonly ClashOf<Change>[],
): Answer<Change> {
  if (!answer.ok || answer.value.state !== 'saved') return answer;
  return success({ ...answer.value, clashes: [...clashes, ...answer.value.clashes] });
}

/** The lock as the operation would take it; or the answer, where there is nothing to write. */
function plan<Change extends FromTo>(
  { kind, operation }: Write<Change>,
  { raw, lock }: Opened,
  now: number,
): Planned<Change> {
  const before = lock === undefined ? undefined : as<Change>(lock);
  if (isDone(operation.op, { raw, lock }))
    return { answer: success(saved(raw, outcomeIn(kind, raw, operation).clashes)) };
  const head = rememberedIn(raw).at(-1);
  const next = takenBy(before, operation, { head, now });
  const replayed = replay(kind, raw, next);
  const refusal = refusalOf(operation, { raw, lock: before, replayed });
  if (refusal !== undefined) return { answer: failure(refusal) };
  const outcome = replayed.outcomes.get(operation.op);
  if (outcome === undefined) return nothingToRemove(operation, raw, next);
  const { intent, clashes } = outcome;
  const idle = intent.does === 'change' && intent.changes.length === 0;
  if (idle || !replayed.changed) return { answer: success(saved(raw, clashes)) };
  return { lock: takenBy(before, { ...operation, intent }, { head, now }), clashes };
}

/** Whether an operation landed before, going by its lock or, where that has forgotten it, by the document. */
function isDone(op: string, { raw, lock }: Opened): boolean {
  const known = lock?.operations.find((each) => each.op === op);
  return known === undefined ? remembers(raw, op) : known.landed;
}

function nothingToRemove<Change extends FromTo>(
  { intent }: Operation<Change>,
  raw: Json | undefined,
  next: WriteLock<Change>,
): Planned<Change> {
  const needless = intent.does === 'remove' && raw === undefined;
  return needless ? { answer: success(saved(undefined, [])) } : { lock: next, clashes: [] };
}

/** Why an operation is not begun at all. */
function refusalOf<Change extends FromTo>(
  { op, intent }: Operation<Change>,
  now: {
    readonly raw: Json | undefined;
    readonly lock: WriteLock<Change> | undefined;
    readonly replayed: Replay<Change>;
  },
): Refusal | undefined {
  const { raw, lock, replayed } = now;
  if (intent.does !== 'remove') return replayed.outcomes.get(op)?.refusal;
  // Nothing is removed that the person did not see, nor while somebody else's change is on its way.
  const unseen = raw !== undefined && fingerprint(raw) !== intent.seen;
  return unseen || lock?.operations.some(isOpen) === true
    ? { code: 'changed-meanwhile' }
    : undefined;
}
