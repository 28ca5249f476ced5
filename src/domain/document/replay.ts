import { isJsonObject, type Json } from '../use-case/json';
import {
  fieldsChangedBy,
  rememberedIn,
  type Applied,
  type DocumentKind,
  type Intent,
  type Operation,
  type Refusal,
  type FromTo,
  type ClashOf,
} from './operation';
import { adopted, adoptedBy, fingerprint, isSealed } from './seal';
import type { KeptOperation, WriteLock } from './write-lock';

/** What a document should hold, going by what is stored and by what its lock says was done to it. */
export type Replay<Change extends FromTo> = {
  /** Undefined where there should be none. */
  readonly value: Json | undefined;
  /** Whether that differs from what is stored. */
  readonly changed: boolean;
  /** Whether the stored value came from outside: all that had landed by now counts as known to it. */
  readonly isFromOutside: boolean;
  /** Of each operation that was not in the stored value: what came of it. */
  readonly outcomes: ReadonlyMap<string, Outcome<Change>>;
};

/** What came of one operation: the intent narrowed to what was applied, or why not at all. */
export type Outcome<Change extends FromTo> = {
  readonly intent: Intent<Change>;
  readonly clashes: readonly ClashOf<Change>[];
  /** Whether it changed the value: what held all that was wanted already was left as it was. */
  readonly wrote: boolean;
  readonly refusal?: Refusal;
};

/**
 * Merges into a stored value what its lock says is missing, in the order in which the lock was taken:
 *
 * - The value carries the latest operation: nothing is missing.
 * - It carries an earlier one of ours and is exactly what we wrote: an older write landed late, or ours
 *   never did. What was acknowledged is put back, unless a later operation changed the same field.
 * - Anything else was written from outside. That is the base: operations under way are merged into it, what
 *   both changed clashes and stays, and what had landed before is not put back any more.
 * - After a removal, an older write of ours that landed late is removed again; a value from elsewhere
 *   is a new document.
 * - No value although something had landed: it was removed from outside, and stays removed.
 */
export function replay<Change extends FromTo>(
  kind: DocumentKind<Change>,
  raw: Json | undefined,
  { operations }: Pick<WriteLock<Change>, 'operations'>,
): Replay<Change> {
  const start = startOf(raw, operations);
  const borne = new Set(rememberedIn(raw));
  const outcomes = new Map<string, Outcome<Change>>();
  let { value } = start;
  let wrote = false;
  for (const [index, kept] of start.after.entries()) {
    const intent = borne.has(kept.op) ? undefined : missing(kept, start);
    if (intent === undefined) continue;
    const later = start.after.slice(index + 1).filter((each) => borne.has(each.op));
    const wanted = kept.landed ? rebased(kind, value, untouched(kind, intent, later)) : intent;
    const outcome = applied(kind, value, { kept, intent: wanted });
    outcomes.set(kept.op, outcome);
    if (outcome.value === undefined) continue;
    ({ value } = outcome);
    wrote = true;
  }
  const isFromOutside = !start.isOurs && (raw !== undefined || operations.length > 1);
  if (isFromOutside && wrote) value = adoptedByNewest(value, operations);
  return { value, changed: value !== raw, isFromOutside, outcomes };
}

/** What an operation that is not in the record should still bring; undefined where it should not. */
function missing<Change extends FromTo>(
  { landed, intent, op }: KeptOperation<Change>,
  { isOurs, restorable }: Start<Change>,
): Intent<Change> | undefined {
  if (intent?.does === 'remove') return undefined;
  return !landed || (isOurs && restorable.has(op)) ? intent : undefined;
}

function adoptedByNewest(
  value: Json | undefined,
  operations: readonly KeptOperation[],
): Json | undefined {
  const newest = operations.at(-1);
  return newest !== undefined && isJsonObject(value) ? adopted(value, newest.op) : value;
}

type Start<Change extends FromTo> = {
  readonly value: Json | undefined;
  /** The operations that may be missing. */
  readonly after: readonly KeptOperation<Change>[];
  /** Whether it is exactly what we wrote, or what our removal left: then what landed may be put back. */
  readonly isOurs: boolean;
  /** What was begun since the value last came from outside, or from nowhere: the rest is not put back. */
  readonly restorable: ReadonlySet<string>;
};

function startOf<Change extends FromTo>(
  raw: Json | undefined,
  operations: readonly KeptOperation<Change>[],
): Start<Change> {
  const indexOf = (op: string | undefined): number =>
    operations.findIndex((each) => each.op === op);
  const borne = rememberedIn(raw);
  const head = indexOf(borne.at(-1));
  const ours = head >= 0 && isSealed(raw);
  const removal = operations.findLastIndex(({ intent }) => intent?.does === 'remove');
  const removed = operations[removal];
  const after = operations.slice(removal + 1);
  const since = operations.slice(indexOf(adoptedBy(raw)) + 1);
  const merged = {
    value: raw,
    after,
    isOurs: ours,
    restorable: new Set(since.map(({ op }) => op)),
  };
  if (raw === undefined) {
    // A removal that may still be on its way can take with it what was saved after it.
    return { ...merged, isOurs: removed?.landed === false };
  }
  if (removed === undefined || borne.some((op) => indexOf(op) > removal)) return merged;
  const isEarlier = ours && head < removal;
  return isEarlier || isWhatWasRemoved(raw, removed)
    ? { ...merged, value: undefined, isOurs: true }
    : merged;
}

/** Whether a removal that has not landed yet was asked for by somebody who saw exactly this value. */
function isWhatWasRemoved(raw: Json, { landed, intent }: KeptOperation): boolean {
  return !landed && intent?.does === 'remove' && fingerprint(raw) === intent.seen;
}

/** The changes whose field no later operation in the record has changed. */
function untouched<Change extends FromTo>(
  kind: DocumentKind<Change>,
  intent: Intent<Change>,
  later: readonly KeptOperation<Change>[],
): Intent<Change> {
  if (intent.does !== 'change') return intent;
  const touched = new Set(
    later
      .flatMap((each) => (each.intent?.does === 'change' ? each.intent.changes : []))
      .map(kind.fieldOf),
  );
  return { ...intent, changes: intent.changes.filter((each) => !touched.has(kind.fieldOf(each))) };
}

/** Changes as if the person had seen what is there: they were acknowledged and apply in any case. */
function rebased<Change extends FromTo>(
  kind: DocumentKind<Change>,
  value: Json | undefined,
  intent: Intent<Change>,
): Intent<Change> {
  if (intent.does !== 'change') return intent;
  return { ...intent, changes: intent.changes.map((each) => kind.rebased(value, each)) };
}

function applied<Change extends FromTo>(
  kind: DocumentKind<Change>,
  value: Json | undefined,
  { kept, intent }: { readonly kept: KeptOperation<Change>; readonly intent: Intent<Change> },
): Outcome<Change> & { readonly value?: Json } {
  const result = run(kind, value, { kept, intent });
  if (result.end === 'refused')
    return { intent, clashes: [], wrote: false, refusal: result.refusal };
  const { clashes } = result;
  const outcome = {
    intent: narrowed(kind, intent, clashes),
    clashes,
    wrote: result.end === 'changed',
  };
  return result.end === 'changed' ? { ...outcome, value: result.value } : outcome;
}

function narrowed<Change extends FromTo>(
  kind: DocumentKind<Change>,
  intent: Intent<Change>,
  clashes: readonly ClashOf<Change>[],
): Intent<Change> {
  if (intent.does !== 'change') return intent;
  const clashing = new Set(clashes.map(kind.fieldOf));
  return { ...intent, changes: intent.changes.filter((each) => !clashing.has(kind.fieldOf(each))) };
}

/** What came of an operation that is in a record already: what of it is not there had clashed. */
export function outcomeIn<Change extends FromTo>(
  kind: DocumentKind<Change>,
  raw: Json | undefined,
  { op, intent }: Pick<Operation<Change>, 'op' | 'intent'>,
): Outcome<Change> {
  const done = fieldsChangedBy(raw, op);
  const changes = intent.does === 'change' ? intent.changes : [];
  const clashes = changes.flatMap((each) =>
    done.has(kind.fieldOf(each)) ? [] : (kind.clashWith(raw, each) ?? []),
  );
  return { intent: narrowed(kind, intent, clashes), clashes, wrote: false };
}

function run<Change extends FromTo>(
  kind: DocumentKind<Change>,
  value: Json | undefined,
  { kept, intent }: { readonly kept: KeptOperation<Change>; readonly intent: Intent<Change> },
): Applied<Change> {
  const { op, by, at } = kept;
  const signature = { op, by, at };
  if (intent.does === 'change') return kind.change(value, signature, intent.changes);
  const seen =
    value !== undefined && intent.does === 'replace' && fingerprint(value) === intent.seen;
  return seen
    ? kind.replace(value, signature)
    : { end: 'refused', refusal: { code: 'changed-meanwhile' } };
}
