import type { FromTo, Intent } from '../domain/document/operation';
import { isOpen, withLanded, without, type WriteLock } from '../domain/document/write-lock';
import type { DocumentPlace } from '../ports/documents';
import type { WriteLocks } from '../ports/write-locks';

const attempts = 4;

/**
 * Notes in the lock which operations the record holds, and what of them was applied. Best effort: what
 * is not noted is found by the later look.
 */
export async function markLanded<Change extends FromTo>(
  { locks }: { readonly locks: WriteLocks },
  place: DocumentPlace,
  {
    lock,
    landed,
  }: {
    readonly lock: WriteLock<Change>;
    readonly landed: ReadonlyMap<string, Intent<Change> | undefined>;
  },
): Promise<void> {
  let seen: WriteLock = lock;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const [put] = await locks.put([{ place, seen, next: withLanded(seen, landed) }]);
    if (put !== 'lost') return;
    const again = await locks.get(place);
    if (!again.ok || again.value === undefined) return;
    seen = again.value;
  }
}

/** What became of an operation that was to be withdrawn. */
export type Withdrawal = 'withdrawn' | 'landed' | 'unknown';

/**
 * Takes an operation out of the lock, so that nobody completes it any more. Only while no other
 * operation took the lock: a later one carries it into the record.
 */
export async function withdraw(
  locks: WriteLocks,
  place: DocumentPlace,
  op: string,
  mayTake: (lock: WriteLock) => boolean = () => true,
): Promise<Withdrawal> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await locks.get(place);
    if (!found.ok) return 'unknown';
    const seen = found.value;
    const fate = fateIn(seen, op);
    if (fate !== 'open' || seen === undefined) return fate === 'landed' ? 'landed' : 'withdrawn';
    if (seen.opId !== op || !mayTake(seen)) return 'unknown';
    const [put] = await locks.put([{ place, seen, next: without(seen, op) }]);
    if (put === 'put') return 'withdrawn';
  }
  return 'unknown';
}

/** What a lock says of an operation: one that it does not hold open can no longer be completed. */
function fateIn(lock: WriteLock | undefined, op: string): 'open' | 'landed' | 'over' {
  const kept = lock?.operations.find((each) => each.op === op);
  if (kept?.landed === true) return 'landed';
  return kept !== undefined && isOpen(kept) ? 'open' : 'over';
}
