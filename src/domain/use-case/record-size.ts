import { fieldNames, type FieldName, type RecordKind } from './fields';
import { propertyLimit, toStored, type Change, type StoredRecord } from './stored-record';

/** A record that Jira would refuse: by how many characters, and which fields are longest. */
export type Oversize = { readonly over: number; readonly longest: readonly FieldName[] };

/**
 * The record with what fields said before forgotten, oldest edit first, as far as it takes to fit: a
 * history must not keep anybody from writing.
 */
export function withRoom(kind: RecordKind, record: StoredRecord): StoredRecord {
  let changes = record.changes;
  for (let oldest = 0; oldest < record.changes.length; oldest += 1) {
    const fitting = { ...record, changes };
    if (JSON.stringify(toStored(kind, fitting)).length <= propertyLimit) return fitting;
    changes = changes.map((change, index) => (index === oldest ? withoutWas(change) : change));
  }
  return { ...record, changes };
}

function withoutWas({ op, by, at, rev, fields }: Change): Change {
  return { op, by, at, rev, fields };
}

/** Tells whether a record is too long for its property, and what to shorten: up to three fields. */
export function findOversize(kind: RecordKind, record: StoredRecord): Oversize | undefined {
  const over = JSON.stringify(toStored(kind, record)).length - propertyLimit;
  if (over <= 0) return undefined;
  const length = (field: FieldName): number => JSON.stringify(record.values[field] ?? '').length;
  const longest = fieldNames[kind]
    .filter((field) => length(field) > 200)
    .sort((left, right) => length(right) - length(left))
    .slice(0, 3);
  return { over, longest };
}
