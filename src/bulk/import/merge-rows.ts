import type { PlannedRow } from '../../domain/import/plan-import';
import { editsOfRow } from '../../domain/import/row-edit';
import { recordKinds, type Values } from '../../domain/use-case/fields';
import type { FieldEdit } from '../../domain/use-case/field-edit';
import { readRecord } from '../../domain/use-case/stored-record';
import type { IssueId } from '../../domain/ids';
import type { MadeIssue, ProjectIssue } from '../../ports/project-issues';
import { saveChanges } from '../edit-many';
import { opOf, type ImportOrder, type ImportPorts, type Outcomes } from './import-order';

/** Brings rows into issues that are there, each issue at most once in a batch. */
export async function mergeRows(
  { saveMany }: ImportPorts,
  order: ImportOrder,
  { batch, outcomes }: { readonly batch: readonly PlannedRow[]; readonly outcomes: Outcomes },
): Promise<void> {
  const merges = batch.flatMap(({ row, action }) => {
    if (action.action !== 'merge') return [];
    const issue: MadeIssue = { id: action.issue.id as IssueId, key: action.issue.key };
    const found = order.existing.find(({ id }) => id === issue.id);
    return [{ row: row.number, issue, changes: editsOfRow(row, valuesOf(found), order.source) }];
  });
  const ends = await saveChanges(
    saveMany,
    merges.map(({ row, issue, changes }) => ({
      ...{ issue: issue.id, changes, operation: opOf(order, row) },
    })),
  );
  for (const { row, issue } of merges) {
    const edit = ends.get(issue.id);
    if (edit === undefined) continue;
    const saved = [...savedBefore(order, row), ...edit.saved];
    outcomes.set(row, { outcome: 'merged', issue, edit: { ...edit, saved } });
  }
}

/** What an earlier attempt saved of a row stays part of the import, and of its undo. */
function savedBefore({ before }: ImportOrder, row: number): readonly FieldEdit[] {
  const outcome = before.get(row);
  return outcome?.outcome === 'merged' ? outcome.edit.saved : [];
}

function valuesOf(issue: ProjectIssue | undefined): Values {
  const values = recordKinds.map((kind): Values => {
    const read = readRecord(kind, issue?.raw[kind]);
    return read.state === 'ready' ? read.record.values : {};
  });
  return Object.assign({}, ...values) as Values;
}
