import { changesKept, type FromTo, type Intent, type Operation } from './operation';

/** How long the values of an operation are kept beside the record, in ms. */
export const valuesKeptFor = 15 * 60_000;

/** How long a function that took a document may still be at work, in ms: Forge ends it at 25 s. */
export const holdsAtMost = 30_000;

/**
 * The most that the kept values of one document may take, in bytes of their JSON. The operation that is
 * being written has room beyond it: Forge itself takes 240 KiB.
 */
const valuesAtMost = 100_000;

/** How many operations keep their values; as many names are kept as a record remembers. */
const operationsWithValues = 20;

/**
 * An operation as it is kept beside the record. Once it has landed its values serve only to repair what
 * a late write undid; they are dropped after fifteen minutes, and the name stays.
 */
export type KeptOperation<Change extends FromTo = FromTo> = {
  readonly op: string;
  readonly by: string;
  readonly at: string;
  readonly landed: boolean;
  /** Undefined where the values were dropped, and where it was given up before it landed. */
  readonly intent: Intent<Change> | undefined;
};

/** `intended` while an operation has not landed; `removed` where the last thing done was a removal. */
export type LockState = 'intended' | 'settled' | 'removed';

/**
 * What puts the app's writers of one document in order: one entity per document, written only on
 * condition of its `rev`. `opId` is the operation that took it last, at `takenAt` (ms since 1970).
 */
export type WriteLock<Change extends FromTo = FromTo> = {
  readonly rev: number;
  readonly opId: string;
  readonly state: LockState;
  readonly takenAt: number;
  readonly operations: readonly KeptOperation<Change>[];
};

/** The lock as an operation takes it. `head` is the operation that the stored value names last. */
export function takenBy<Change extends FromTo>(
  lock: WriteLock<Change> | undefined,
  operation: Operation<Change>,
  { head, now }: { readonly head: string | undefined; readonly now: number },
): WriteLock<Change> {
  const { op, by, at, intent } = operation;
  const before = lock?.operations ?? [];
  const known = head === undefined || before.some((each) => each.op === head);
  // What was written from outside, or before there was a lock, is known by its name alone.
  const found = known ? [] : [{ op: head, by: '', at, landed: true, intent: undefined }];
  const others = [...before, ...found].filter((each) => each.op !== op);
  const own = { op, by, at, landed: false, intent };
  return withState({
    rev: (lock?.rev ?? 0) + 1,
    opId: op,
    takenAt: now,
    operations: withinBounds([...others, own], now),
  });
}

/** The lock taken once more, to complete what is in it. */
export function takenAgain<Change extends FromTo>(
  lock: WriteLock<Change>,
  now: number,
): WriteLock<Change> {
  return { ...lock, rev: lock.rev + 1, takenAt: now };
}

/** The lock with operations known to be part of the record; of each, only what was applied is kept. */
export function withLanded<Change extends FromTo>(
  lock: WriteLock<Change>,
  landed: ReadonlyMap<string, Intent<Change> | undefined>,
): WriteLock<Change> {
  return withState({
    ...lock,
    rev: lock.rev + 1,
    operations: lock.operations.map((each) =>
      landed.has(each.op) ? { ...each, landed: true, intent: landed.get(each.op) } : each,
    ),
  });
}

/** The lock with an operation that will not be done: only its name stays. */
export function without<Change extends FromTo>(
  lock: WriteLock<Change>,
  op: string,
): WriteLock<Change> {
  return withState({
    ...lock,
    rev: lock.rev + 1,
    operations: lock.operations.map((each) => (each.op === op ? givenUp(each) : each)),
  });
}

function givenUp<Change extends FromTo>(kept: KeptOperation<Change>): KeptOperation<Change> {
  return { ...kept, landed: false, intent: undefined };
}

/**
 * The lock when its writers are gone: what is in the record has landed, what is not is given up, and the
 * values of what landed more than fifteen minutes ago are dropped.
 */
export function tidied<Change extends FromTo>(
  lock: WriteLock<Change>,
  /** What of an open operation is in the record; undefined where nothing is. */
  partInRecord: (kept: KeptOperation<Change>) => Intent<Change> | undefined,
  now: number,
): WriteLock<Change> {
  const operations = lock.operations.map((each) => {
    if (!isOpen(each)) return aged(each, now);
    const intent = partInRecord(each);
    return intent === undefined ? givenUp(each) : aged({ ...each, landed: true, intent }, now);
  });
  return withState({ ...lock, rev: lock.rev + 1, operations });
}

/** Whether an operation is neither part of the record yet nor given up. */
export function isOpen({ landed, intent }: KeptOperation): boolean {
  return !landed && intent !== undefined;
}

function aged<Change extends FromTo>(
  kept: KeptOperation<Change>,
  now: number,
): KeptOperation<Change> {
  const old = now - Date.parse(kept.at) >= valuesKeptFor;
  // A removal is remembered as long as its name is kept.
  return old && kept.landed && kept.intent?.does !== 'remove'
    ? { ...kept, intent: undefined }
    : kept;
}

function withState<Change extends FromTo>(
  lock: Omit<WriteLock<Change>, 'state'>,
): WriteLock<Change> {
  const last = lock.operations.at(-1);
  const removed = last?.landed === true && last.intent?.does === 'remove';
  const settled = removed ? 'removed' : 'settled';
  return { ...lock, state: lock.operations.some(isOpen) ? 'intended' : settled };
}

/** The oldest landed values go first; what has not landed keeps them. The last one always does. */
function withinBounds<Change extends FromTo>(
  operations: readonly KeptOperation<Change>[],
  now: number,
): readonly KeptOperation<Change>[] {
  let kept = operations.map((each) => aged(each, now));
  const tooMuch = (): boolean => {
    const others = kept.slice(0, -1).filter(({ intent }) => intent !== undefined);
    return others.length >= operationsWithValues || bytesOf(others) > valuesAtMost;
  };
  for (const { op } of operations.slice(0, -1)) {
    if (!tooMuch()) break;
    kept = kept.map((each) =>
      each.op === op && each.landed ? { ...each, intent: undefined } : each,
    );
  }
  const names = kept.length - changesKept;
  return kept.filter((each, index) => index >= names || isOpen(each));
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
