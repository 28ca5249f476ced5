import type { Applied, DocumentKind, Signature } from '../document/operation';
import {
  emptyValue,
  fieldNames,
  isEmpty,
  sameValue,
  type FieldName,
  type FieldValue,
  type RecordKind,
} from './fields';
import type { Json } from './json';
import { mergeEdit, withMerge, type Clash, type FieldEdit } from './merge-edit';
import { findOversize, withRoom } from './record-size';
import {
  newRecord,
  readableValues,
  readRecord,
  toStored,
  type ReadRecord,
  type StoredRecord,
} from './stored-record';

/** A record of an issue, as the document that people write together. */
export function recordDocument(kind: RecordKind): DocumentKind<FieldEdit, Clash> {
  return {
    fieldOf: ({ field }) => field,
    clashOf: ({ field }) => field,
    clashWith: (raw, { field, base, next }) => {
      const theirs = currentIn(kind, raw, field);
      return sameValue(theirs, next) ? undefined : { field, base, theirs, mine: next };
    },
    rebased: (raw, change) => ({ ...change, base: currentIn(kind, raw, change.field) }),
    change: (raw, signature, changes) => {
      const found = rewritable(readRecord(kind, raw), newRecord(kind));
      if ('code' in found) return { end: 'refused', refusal: found };
      const merge = mergeEdit(found, { opId: signature.op, changes });
      if (merge.applied.length === 0) return { end: 'same', clashes: merge.clashes };
      return stored(kind, withMerge(found, merge, signature), merge.clashes);
    },
    replace: (raw, signature) => replaced(kind, raw, signature),
  };
}

function currentIn(kind: RecordKind, raw: Json | undefined, field: FieldName): FieldValue {
  return readableValues(readRecord(kind, raw))[field] ?? emptyValue(field);
}

function stored(kind: RecordKind, record: StoredRecord, clashes: readonly Clash[]): Applied<Clash> {
  const next = withRoom(kind, record);
  const oversize = findOversize(kind, next);
  if (oversize !== undefined) return { end: 'refused', refusal: { code: 'too-long', ...oversize } };
  return { end: 'changed', value: toStored(kind, next), clashes };
}

function rewritable(
  found: ReadRecord,
  fresh: StoredRecord,
): StoredRecord | { readonly code: 'newer-record' | 'damaged-record' | 'foreign-record' } {
  switch (found.state) {
    case 'ready':
      return found.record;
    case 'absent':
      return fresh;
    case 'newer':
      return { code: 'newer-record' };
    case 'damaged':
      return { code: 'damaged-record' };
    case 'foreign':
      return { code: 'foreign-record' };
  }
}

/** What can be read of a damaged record stays; a record of a newer Northstar is never replaced. */
function replaced(kind: RecordKind, raw: Json | undefined, signature: Signature): Applied<Clash> {
  const found = readRecord(kind, raw);
  if (found.state === 'newer') return { end: 'refused', refusal: { code: 'newer-record' } };
  if (found.state === 'ready') return { end: 'refused', refusal: { code: 'changed-meanwhile' } };
  const base = found.state === 'damaged' ? { ...found.record, source: {} } : newRecord(kind);
  const applied = fieldNames[kind].filter((field) => !isEmpty(base.values[field] ?? ''));
  const merge = { values: base.values, applied, clashes: [] };
  return stored(kind, withMerge(base, merge, signature), []);
}
