import {
  remembers,
  type DocumentKind,
  type Intent,
  type FromTo,
} from '../domain/document/operation';
import { outcomeIn, replay } from '../domain/document/replay';
import {
  holdsAtMost,
  isOpen,
  takenAgain,
  tidied,
  type KeptOperation,
  type WriteLock,
} from '../domain/document/write-lock';
import { isJsonObject, type Json } from '../domain/use-case/json';
import type { DocumentPlace } from '../ports/documents';
import type { WritePorts } from './land-write';

/** What a look at a document came to; `again` where Jira or the store did not answer. */
export type Completion = 'done' | 'again';

/** What completing needs from the world, as the app. */
export type CompletionPorts = Omit<WritePorts, 'followUps'> & {
  readonly kindOf: (key: string) => DocumentKind<FromTo> | undefined;
};

/** Which document is looked at. */
type Looked = {
  readonly place: DocumentPlace;
  readonly kind: DocumentKind<FromTo>;
};

type Opened = { readonly lock: WriteLock; readonly raw: Json | undefined };

/**
 * Looks at a document once more when its writers are gone: merges in what never landed or was undone by
 * a late write, then drops the values that are no longer needed. Completing is always a merge, never a
 * copy of a stored value. Runs as the app, and only on operations that a permitted person began.
 */
export function completeWrite(ports: CompletionPorts, place: DocumentPlace): Promise<Completion> {
  return lookAt(ports, place, (looked, lock) => {
    const now = ports.clock.now();
    // Somebody is at work, and has asked for a look of its own.
    if (lock.operations.some(isOpen) && now - lock.takenAt < holdsAtMost)
      return Promise.resolve('done');
    if (!mayBeUndone(lock)) return tidy(ports, looked, { lock, raw: undefined });
    return repair(ports, looked, lock);
  });
}

/** Puts back what a late write undid, whoever may still be at work: a merge more does no harm. */
export function repairWrite(ports: CompletionPorts, place: DocumentPlace): Promise<Completion> {
  return lookAt(ports, place, (looked, lock) => repair(ports, looked, lock));
}

/** Does something with the lock of a document; there is nothing to do where it has none, or is not ours. */
async function lookAt(
  { kindOf, locks }: CompletionPorts,
  place: DocumentPlace,
  work: (looked: Looked, lock: WriteLock) => Promise<Completion>,
): Promise<Completion> {
  const kind = kindOf(place.key);
  const found = await locks.get(place);
  if (!found.ok) return 'again';
  if (kind === undefined || found.value === undefined) return 'done';
  return work({ place, kind }, found.value);
}

/** One operation alone cannot have been undone by another of ours; of an older one only the name may be left. */
function mayBeUndone({ operations }: WriteLock): boolean {
  const kept = operations.filter(({ intent }) => intent !== undefined);
  return kept.some(isOpen) || (kept.length > 0 && operations.length > 1);
}

async function repair(
  ports: CompletionPorts,
  looked: Looked,
  lock: WriteLock,
): Promise<Completion> {
  const { place, kind } = looked;
  const { documents, locks, clock } = ports;
  const before = await documents.read(place);
  if (!before.ok) {
    return before.error.problem === 'gone'
      ? tidy(ports, looked, { lock, raw: undefined })
      : 'again';
  }
  if (!replay(kind, before.value, lock).changed)
    return tidy(ports, looked, { lock, raw: before.value });
  const taken = takenAgain(lock, clock.now());
  const [put] = await locks.put([{ place, seen: lock, next: taken }]);
  // Whoever took it meanwhile merges what is missing, and asks for a look of its own.
  if (put !== 'put') return put === 'lost' ? 'done' : 'again';
  return merge(ports, looked, taken);
}

/** Merges what is missing into the document as it is now, and reads it back. */
async function merge(ports: CompletionPorts, looked: Looked, lock: WriteLock): Promise<Completion> {
  const { documents } = ports;
  const { place, kind } = looked;
  const fresh = await documents.read(place);
  if (!fresh.ok) return 'again';
  const { value, changed } = replay(kind, fresh.value, lock);
  if (changed) await documents.write(place, isJsonObject(value) ? value : null);
  const after = await documents.read(place);
  if (!after.ok || replay(kind, after.value, lock).changed) return 'again';
  return tidy(ports, looked, { lock, raw: after.value });
}

/** Notes what is in the record, gives up what cannot be merged, and drops old values. */
async function tidy(
  { locks, clock }: CompletionPorts,
  { place, kind }: Looked,
  { lock, raw }: Opened,
): Promise<Completion> {
  const partInRecord = ({ intent, ...signature }: KeptOperation): Intent<FromTo> | undefined => {
    if (intent?.does === 'remove') return isRemoved(lock, signature.op, raw) ? intent : undefined;
    if (intent === undefined || !remembers(raw, signature.op)) return undefined;
    return outcomeIn(kind, raw, { ...signature, intent }).intent;
  };
  const next = tidied(lock, partInRecord, clock.now());
  const [put] = await locks.put([{ place, seen: lock, next }]);
  return put === 'unknown' ? 'again' : 'done';
}

/** Whether a removal was done: nothing is there, or what is there was saved after it. */
function isRemoved({ operations }: WriteLock, removal: string, raw: Json | undefined): boolean {
  const after = operations.slice(operations.findIndex(({ op }) => op === removal) + 1);
  return raw === undefined || after.some(({ op }) => remembers(raw, op));
}

/** How far back the hourly sweep looks for values that a lost event left behind, in ms. */
const sweepLooksBack = 2 * 3_600_000;

/** Completes what no event came for. */
export async function completeUnfinished(ports: CompletionPorts): Promise<void> {
  const found = await ports.locks.listUnfinished(ports.clock.now() - sweepLooksBack);
  for (const place of found.ok ? found.value : []) await completeWrite(ports, place);
}
