import { sortChanges } from '../document/merge-changes';
import { changesKept } from '../document/operation';
import { emptyValue, sameValue, type FieldName, type FieldValue, type Values } from './fields';
import { shortText } from './short-text';
import { type Change, type StoredRecord } from './stored-record';

/** One field's change: what the person saw, and what they want. */
export type FieldEdit = {
  readonly field: FieldName;
  readonly base: FieldValue;
  readonly next: FieldValue;
};

/** The changes that take others back. An undo is a change like any other, so it can clash. */
export function takenBack(changes: readonly FieldEdit[]): readonly FieldEdit[] {
  return changes.map(({ field, base, next }) => ({ field, base: next, next: base }));
}

/** An operation on one record. `opId` names it, so that a repeated or lost answer has one effect. */
export type Edit = { readonly opId: string; readonly changes: readonly FieldEdit[] };

/** Two people gave one field different values: both are shown, and a person decides. */
export type Clash = {
  readonly field: FieldName;
  readonly base: FieldValue;
  readonly theirs: FieldValue;
  readonly mine: FieldValue;
};

/** What an edit does to a record: fields applied, fields that clash. */
export type Merge = {
  readonly values: Values;
  readonly applied: readonly FieldName[];
  readonly clashes: readonly Clash[];
};

/** Applies an edit field by field. */
export function mergeEdit(record: StoredRecord, edit: Edit): Merge {
  const done = new Set(record.changes.find((change) => change.op === edit.opId)?.fields);
  const { applied, clashes } = sortChanges(edit.changes, {
    current: ({ field }) => record.values[field] ?? emptyValue(field),
    isSame: sameValue,
    isDone: ({ field }) => done.has(field),
  });
  return {
    values: {
      ...record.values,
      ...Object.fromEntries(applied.map((each) => [each.field, each.next])),
    },
    applied: applied.map(({ field }) => field),
    clashes: clashes.map(({ change: { field, base, next }, theirs }) => ({
      ...{ field, base, theirs, mine: next },
    })),
  };
}

/** Whether an operation is among the edits that the record remembers. */
export function remembers(record: StoredRecord, opId: string): boolean {
  return record.changes.some((change) => change.op === opId);
}

/** The record after a merge: one `rev` on, with the edit remembered and the oldest forgotten. */
export function withMerge(
  record: StoredRecord,
  merge: Merge,
  signed: { readonly op: string; readonly by: string; readonly at: string },
): StoredRecord {
  const rev = record.rev + 1;
  const was = merge.applied
    .map((field) => [field, shortText(record.values[field] ?? emptyValue(field))] as const)
    .filter(([, text]) => text !== '');
  const change: Change = {
    ...signed,
    rev,
    fields: merge.applied,
    was: Object.fromEntries(was),
  };
  const changes = [...record.changes, change];
  const kept = changes.slice(-changesKept);
  return {
    ...record,
    rev,
    values: merge.values,
    changes: kept,
    folded: record.folded + changes.length - kept.length,
  };
}
