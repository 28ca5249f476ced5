import {
  emptyValue,
  fieldNames,
  isEmpty,
  recordKinds,
  sameValue,
  type FieldName,
  type FieldValue,
  type RecordKind,
  type Values,
} from '../use-case/fields';
import type { AuthoredKind } from '../property-keys';
import type { JsonObject } from '../use-case/json';
import type { Applied } from '../document/operation';
import type { FieldEdit } from '../use-case/field-edit';
import { recordDocument } from '../use-case/record-document';
import type { ImportRow } from './import-row';

/** Who imports, when, out of what, and under which name the operation is known. */
export type Signature = {
  readonly op: string;
  readonly by: string;
  readonly at: string;
  readonly source: string;
};

/** The records of a new issue; a record of an export is written as it is. */
export function recordsOfRow(
  row: ImportRow,
  signature: Signature,
): Readonly<Partial<Record<AuthoredKind, JsonObject>>> {
  if (row.raw !== undefined) return defined(row.raw);
  return defined({
    useCase: storedFor('useCase', row, signature),
    document: storedFor('document', row, signature),
  });
}

function defined(
  records: Readonly<Partial<Record<AuthoredKind, JsonObject | undefined>>>,
): Readonly<Partial<Record<AuthoredKind, JsonObject>>> {
  return Object.fromEntries(Object.entries(records).filter(([, value]) => value !== undefined));
}

function storedFor(kind: RecordKind, row: ImportRow, signature: Signature): JsonObject | undefined {
  const written = writtenFor(kind, row, signature);
  return written?.end === 'changed' ? written.value : undefined;
}

/** A record of a new issue; undefined where the row says nothing that belongs into it. */
function writtenFor(
  kind: RecordKind,
  row: ImportRow,
  { op, by, at, source }: Signature,
): Applied<FieldEdit> | undefined {
  const values = withSource(row, source);
  const said = fieldNames[kind].flatMap((field) => {
    const next = values[field] ?? emptyValue(field);
    return isEmpty(next) ? [] : [{ field, base: emptyValue(field), next }];
  });
  return said.length === 0
    ? undefined
    : recordDocument(kind).change(undefined, { op, by, at }, said);
}

/** By how many characters a row is longer than Jira keeps, and which fields are longest. */
export type Oversize = { readonly over: number; readonly longest: readonly FieldName[] };

/** Tells whether a row is longer than Jira keeps; an import says so and sends nothing of it. */
export function oversizeOf(row: ImportRow, signature: Signature): Oversize | undefined {
  if (row.raw !== undefined) return undefined;
  return recordKinds
    .map((kind) => {
      const written = writtenFor(kind, row, signature);
      if (written?.end !== 'refused' || written.refusal.code !== 'too-long') return undefined;
      const { over, longest } = written.refusal;
      return { over, longest };
    })
    .find((oversize) => oversize !== undefined);
}

/**
 * The edit that brings a row into an issue which says something already: blanks are filled, what is
 * there stays, and what the row says beside it goes to the note.
 */
export function editsOfRow(row: ImportRow, existing: Values, source: string): readonly FieldEdit[] {
  const said = (Object.entries(row.values) as [FieldName, FieldValue][])
    .map(([field, next]) => ({ field, next, base: existing[field] ?? emptyValue(field) }))
    .filter(
      ({ field, base, next }) => field !== 'note' && !isEmpty(next) && !sameValue(base, next),
    );
  const edits = said.filter(({ base }) => isEmpty(base));
  const beside = said
    .filter(({ base }) => !isEmpty(base))
    .map(({ field, next }) => `${field}: ${textOfAny(next)}`);
  const words = [...row.note, ...beside];
  const base = existing.note ?? '';
  const note = noteOf({ ...row, note: words }, source);
  const known = typeof base === 'string' && base.includes(note);
  if (known || edits.length + words.length === 0) return edits;
  return [...edits, { field: 'note', base, next: joined(base, note) }];
}

/** The words of the source that have no field, and where they came from. */
function noteOf({ number, note, values }: ImportRow, source: string): string {
  const own = typeof values.note === 'string' ? [values.note] : [];
  return [...own, ...note, `From ${source}, ${String(number)}.`].join('\n');
}

function withSource(row: ImportRow, source: string): Values {
  return row.number === 0 ? row.values : { ...row.values, note: noteOf(row, source) };
}

function joined(base: FieldValue, note: string): string {
  return typeof base === 'string' && base !== '' ? `${base}\n${note}` : note;
}

function textOfAny(value: FieldValue): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : JSON.stringify(value);
}
