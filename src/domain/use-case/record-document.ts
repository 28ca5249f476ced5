import { documentKind, withoutKey, type ReadState } from '../document/document-kind';
import type { DocumentKind } from '../document/operation';
import {
  emptyValue,
  fieldNames,
  isEmpty,
  sameValue,
  type FieldName,
  type RecordKind,
  type Values,
} from './fields';
import type { FieldEdit } from './field-edit';
import { shortText } from './short-text';
import {
  newRecord,
  propertyLimit,
  readRecord,
  toStored,
  type Change,
  type StoredRecord,
} from './stored-record';

type Read = { readonly state: ReadState; readonly record: StoredRecord };

/** A record of an issue, as the document that people write together. */
export function recordDocument(kind: RecordKind): DocumentKind<FieldEdit> {
  return documentKind<FieldEdit, Read>({
    read: (raw) => {
      const read = readRecord(kind, raw);
      const { state } = read;
      if (state === 'ready' || state === 'damaged') return { state, record: read.record };
      const record = newRecord(kind);
      return { state, record: state === 'newer' ? { ...record, values: read.values } : record };
    },
    fieldOf: ({ field }) => field,
    current: ({ record }, { field }) => record.values[field] ?? emptyValue(field),
    isSame: sameValue,
    entry: ({ record }, applied) => ({
      rev: record.rev + 1,
      was: Object.fromEntries(
        applied
          .map(
            ({ field }) => [field, shortText(record.values[field] ?? emptyValue(field))] as const,
          )
          .filter(([, text]) => text !== ''),
      ),
    }),
    write: ({ record }, { applied, changes }) =>
      toStored(kind, {
        ...record,
        rev: record.rev + 1,
        values: withEdits(record.values, applied),
        changes: changes as readonly Change[],
        folded: record.folded + record.changes.length + 1 - changes.length,
      }),
    limit: propertyLimit,
    forget: (entry) => withoutKey(entry, 'was'),
    longest: ({ record }, applied) => longestOf(kind, withEdits(record.values, applied)),
    salvaged: ({ state, record }) => {
      const said = fieldNames[kind].filter((field) => !isEmpty(record.values[field] ?? ''));
      return {
        read: { state, record: { ...record, source: {} } },
        applied: said.map((field) => {
          const value = record.values[field] ?? emptyValue(field);
          return { field, base: value, next: value };
        }),
        history: record.changes,
      };
    },
  });
}

function withEdits(values: Values, edits: readonly FieldEdit[]): Values {
  return { ...values, ...Object.fromEntries(edits.map(({ field, next }) => [field, next])) };
}

/** What to shorten where a record is too long for its property: up to three fields. */
function longestOf(kind: RecordKind, values: Values): readonly FieldName[] {
  const length = (field: FieldName): number => JSON.stringify(values[field] ?? '').length;
  return fieldNames[kind]
    .filter((field) => length(field) > 200)
    .sort((left, right) => length(right) - length(left))
    .slice(0, 3);
}
