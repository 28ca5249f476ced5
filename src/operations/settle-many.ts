import type { AppError, SettleManyView, PayloadOf } from '../contract';
import type { FromTo, Intent } from '../domain/document/operation';
import {
  withLanded,
  without,
  type KeptOperation,
  type WriteLock,
} from '../domain/document/write-lock';
import { propertyKeys } from '../domain/property-keys';
import { failure, success, type Result } from '../domain/result';
import type { DocumentPlace } from '../ports/documents';
import type { AccountId } from '../domain/ids';
import { markLanded } from './change-lock';
import { repairWrite, type CompletionPorts } from './complete-write';
import type { WritePorts } from './land-write';

type Settled = PayloadOf<'settleMany'>['issues'][number];

/**
 * Notes what the browser read back of issues that it wrote. Where the record does not name an operation
 * that the lock knows of, a write had undone it: the function puts it back, as the viewer.
 */
export async function settleMany(
  ports: WritePorts & CompletionPorts,
  viewer: AccountId,
  { document, issues }: PayloadOf<'settleMany'>,
): Promise<Result<SettleManyView, AppError>> {
  const key = propertyKeys[document];
  const kind = ports.kindOf(key);
  const places = issues.map(({ issue }): DocumentPlace => ({ entity: 'issue', id: issue, key }));
  const found = await ports.locks.getSeveral(places);
  if (!found.ok || kind === undefined) return failure({ code: 'no-answer' });
  const own = issues.flatMap((settled, index) => {
    const seen = found.value[index];
    const place = places[index];
    const kept = seen?.operations.find(({ op, by }) => op === settled.opId && by === viewer);
    if (seen === undefined || place === undefined || kept === undefined) return [];
    // The app may have brought it in meanwhile; what this write undid is to be put back all the same.
    const next = kept.landed ? seen : nextOf(seen, settled, narrowed(kept, settled, kind.fieldOf));
    return next === undefined ? [] : [{ settled, place, seen, next }];
  });
  const open = own.filter(({ seen, next }) => next !== seen);
  const puts = await ports.locks.put(open.map(({ place, seen, next }) => ({ place, seen, next })));
  const lost = new Set(open.filter((_, index) => puts[index] === 'lost'));
  const repaired: string[] = [];
  for (const each of own) {
    const { settled, place, seen, next } = each;
    if (lost.has(each)) {
      const kept = next.operations.find(({ op }) => op === settled.opId);
      if (kept !== undefined)
        await markLanded(ports, place, { lock: seen, landed: new Map([[kept.op, kept.intent]]) });
    }
    if (settled.fields.length === 0 || !isUndone(next, settled)) continue;
    await repairWrite(ports, place);
    repaired.push(settled.issue);
  }
  return success({ repaired });
}

/** The lock with the operation landed; or without it, where nothing of it was written. */
function nextOf(
  seen: WriteLock,
  { opId, fields }: Settled,
  intent: Intent<FromTo> | undefined,
): WriteLock | undefined {
  if (fields.length > 0) return withLanded(seen, new Map([[opId, intent]]));
  // A later operation carries it into the record: then it is that one's to say what clashed.
  return seen.opId === opId ? without(seen, opId) : undefined;
}

function narrowed(
  { intent }: KeptOperation,
  { fields }: Settled,
  fieldOf: (change: FromTo) => string,
): Intent<FromTo> | undefined {
  if (intent?.does !== 'change') return intent;
  return { ...intent, changes: intent.changes.filter((each) => fields.includes(fieldOf(each))) };
}

/** Whether the lock knows of an operation that the record does not name. */
function isUndone({ operations }: WriteLock, { remembered }: Settled): boolean {
  const removal = operations.findLastIndex(({ intent }) => intent?.does === 'remove');
  return operations
    .slice(removal + 1)
    .some(({ op, intent }) => intent !== undefined && !remembered.includes(op));
}
