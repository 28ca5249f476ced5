import { locksAtOnce } from '../../domain/documents';
import type { PlannedRow } from '../../domain/import/plan-import';
import { oversizeOf } from '../../domain/import/row-edit';
import { inPortions } from '../../domain/side-by-side';
import { draftsAtOnce } from '../../ports/project-issues';
import {
  isOpen,
  signatureOf,
  type ImportControl,
  type ImportOrder,
  type ImportPorts,
  type Outcomes,
  type RowOutcome,
} from './import-order';
import { findUnknown, makeRows } from './make-rows';
import { mergeRows } from './merge-rows';

/**
 * Writes what an import planned: use cases first, then what hangs below them, up to 50 with one
 * request. It can be paused and stopped between requests, and run again for what is still open. A row
 * whose fate is unknown is looked for, and sent again only once it is surely not there.
 */
export async function importRows(
  ports: ImportPorts,
  order: ImportOrder,
  control: ImportControl,
): Promise<ReadonlyMap<number, RowOutcome>> {
  const outcomes: Outcomes = new Map(
    [...order.before].filter(([, each]) => !isOpen(each) || each.outcome === 'unknown'),
  );
  const told = (): void => {
    control.onProgress(outcomes);
  };
  await findUnknown(ports, order, { outcomes, told });
  for (const wave of waves(order.planned)) {
    for (const planned of wave.filter(({ row }) => isOpen(outcomes.get(row.number)))) {
      const known = knownOutcome(ports, order, planned);
      if (known !== undefined) outcomes.set(planned.row.number, known);
    }
    const open = wave.filter((planned) => isToDo(planned, outcomes));
    for (const { write, batch } of batches(open)) {
      if ((await control.mayGoOn()) === 'stop') return outcomes;
      await write(ports, order, { batch, outcomes, told });
      told();
    }
  }
  told();
  return outcomes;
}

/** A row of unknown fate is not sent again, and one below an open row waits for it. */
function isToDo({ row, parentRow }: PlannedRow, outcomes: Outcomes): boolean {
  if (outcomes.has(row.number)) return false;
  const above = parentRow === undefined ? undefined : outcomes.get(parentRow);
  return above === undefined || !isOpen(above);
}

/** What is known of a row before anything is sent. */
function knownOutcome(
  { clock }: ImportPorts,
  order: ImportOrder,
  { row, action }: PlannedRow,
): RowOutcome | undefined {
  if (action.action === 'leave' || action.action === 'ask') return { outcome: 'left' };
  if (action.action === 'merge') return undefined;
  const oversize = oversizeOf(row, signatureOf(order, clock, row.number));
  return oversize && { outcome: 'failed', error: { code: 'too-long', ...oversize } };
}

/** Rows hang below other rows: a wave holds those whose use case is there by then. */
function waves(planned: readonly PlannedRow[]): readonly (readonly PlannedRow[])[] {
  const numbers = new Set(planned.map(({ row }) => row.number));
  const waiting = (each: PlannedRow): boolean =>
    each.parentRow !== undefined && numbers.has(each.parentRow);
  const first = planned.filter((each) => !waiting(each));
  const placed = new Set(first.map(({ row }) => row.number));
  const result = [first];
  let rest = planned.filter(waiting);
  while (rest.length > 0) {
    const next = rest.filter(({ parentRow }) => parentRow !== undefined && placed.has(parentRow));
    // Rows that hang below each other in a circle stand on their own.
    const wave = next.length > 0 ? next : rest;
    result.push(wave);
    for (const { row } of wave) placed.add(row.number);
    rest = rest.filter((each) => !wave.includes(each));
  }
  return result;
}

type Batch = {
  readonly write: typeof makeRows | typeof mergeRows;
  readonly batch: readonly PlannedRow[];
};

function batches(rows: readonly PlannedRow[]): readonly Batch[] {
  const made = rows.filter(({ action }) => action.action === 'make');
  const merged = rows.filter(({ action }) => action.action === 'merge');
  return [
    ...inPortions(made, draftsAtOnce).map((batch) => ({ write: makeRows, batch })),
    ...portionsOfMerges(merged).map((batch) => ({ write: mergeRows, batch })),
  ];
}

/** Rows that go into one issue go one after the other. */
function portionsOfMerges(rows: readonly PlannedRow[]): readonly (readonly PlannedRow[])[] {
  const portions: PlannedRow[][] = [];
  const target = ({ action }: PlannedRow): string =>
    action.action === 'merge' ? action.issue.id : '';
  for (const row of rows) {
    const portion = portions.find(
      (each) => each.length < locksAtOnce && each.every((other) => target(other) !== target(row)),
    );
    if (portion === undefined) portions.push([row]);
    else portion.push(row);
  }
  return portions;
}
