import { fieldNames, type FieldName, type RecordKind } from './fields';
import { propertyLimit, toStored, type StoredRecord } from './stored-record';

/** A record that Jira would refuse: by how many characters, and which fields are longest. */
export type Oversize = { readonly over: number; readonly longest: readonly FieldName[] };

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
