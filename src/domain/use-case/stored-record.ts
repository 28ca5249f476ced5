import {
  emptyValue,
  fieldNames,
  isEmpty,
  type FieldName,
  type FieldValue,
  type RecordKind,
  type Values,
} from './fields';
import { isJsonObject, type Json, type JsonObject } from './json';
import * as v from 'valibot';
import { parseValue } from './parse-value';

/** The schema that this version writes, and the newest that it may rewrite. */
export const currentSchema = 1;

/** The longest value that Jira takes for an issue property, in UTF-16 code units of its JSON. */
export const propertyLimit = 32_768;

/**
 * One acknowledged edit: which fields, by whom (account id), when (ISO time), giving which `rev`. `was`
 * is what the fields said before, shortened; older edits lose it where the record grows too long.
 */
export type Change = {
  readonly op: string;
  readonly by: string;
  readonly at: string;
  readonly rev: number;
  readonly fields: readonly string[];
  readonly was?: Readonly<Record<string, string>>;
};

/** A record that this version understands. `source` keeps keys that are not ours, so that they survive a save. */
export type StoredRecord = {
  readonly rev: number;
  readonly values: Values;
  readonly changes: readonly Change[];
  /** How many edits are older than those that are remembered. */
  readonly folded: number;
  readonly source: JsonObject;
};

/**
 * What an issue property turned out to hold: nothing, a record, a record of a newer Northstar,
 * one of ours with values that do not fit, or something that Northstar never wrote.
 */
export type ReadRecord =
  | { readonly state: 'absent' }
  | { readonly state: 'ready'; readonly record: StoredRecord }
  | { readonly state: 'newer'; readonly schema: number; readonly values: Values }
  | {
      readonly state: 'damaged';
      readonly problems: readonly string[];
      readonly record: StoredRecord;
    }
  | { readonly state: 'foreign' };

const changeSchema = v.object({
  op: v.string(),
  by: v.string(),
  at: v.string(),
  rev: v.number(),
  fields: v.array(v.string()),
  was: v.exactOptional(v.record(v.string(), v.string())),
});

const positiveInteger = v.pipe(v.number(), v.integer(), v.minValue(1));
const revSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Reads an untrusted property value as a record. `undefined` means that the property is not set. */
export function readRecord(kind: RecordKind, raw: unknown): ReadRecord {
  if (raw === undefined) return { state: 'absent' };
  if (!isJsonObject(raw)) return { state: 'foreign' };
  const schema = v.safeParse(positiveInteger, raw['schema']);
  if (!schema.success) return { state: 'foreign' };
  const { values, problems } = readValues(kind, raw);
  if (schema.output > currentSchema) return { state: 'newer', schema: schema.output, values };

  const frame = readFrame(raw);
  const record: StoredRecord = { ...frame.read, values, source: raw };
  const all = [...problems, ...frame.problems];
  return all.length > 0 ? { state: 'damaged', problems: all, record } : { state: 'ready', record };
}

/** What a value says, as far as it can be read, whoever may change it. */
export function readableValues(read: ReadRecord): Values {
  if (read.state === 'ready' || read.state === 'damaged') return read.record.values;
  return read.state === 'newer' ? read.values : {};
}

function readFrame(raw: JsonObject): {
  read: Pick<StoredRecord, 'rev' | 'changes' | 'folded'>;
  problems: string[];
} {
  const rev = v.safeParse(revSchema, raw['rev']);
  const changes = v.safeParse(v.array(changeSchema), raw['changes'] ?? []);
  const folded = v.safeParse(revSchema, raw['folded'] ?? 0);
  return {
    read: {
      rev: rev.success ? rev.output : 0,
      changes: changes.success ? changes.output : [],
      folded: folded.success ? folded.output : 0,
    },
    problems: [...(rev.success ? [] : ['rev']), ...(changes.success ? [] : ['changes'])],
  };
}

function readValues(kind: RecordKind, raw: JsonObject): { values: Values; problems: string[] } {
  const values: Partial<Record<FieldName, FieldValue>> = {};
  const problems: string[] = [];
  for (const field of fieldNames[kind]) {
    const found = valueAt(raw, field);
    if (found === undefined) {
      values[field] = emptyValue(field);
      continue;
    }
    const parsed = parseValue(field, found);
    values[field] = parsed.ok ? parsed.value : emptyValue(field);
    if (!parsed.ok) problems.push(field);
  }
  return { values, problems };
}

function valueAt(raw: JsonObject, field: FieldName): unknown {
  const [head = '', tail] = field.split('.');
  const outer = raw[head];
  if (tail === undefined || outer === undefined) return outer;
  // A group that is no object makes each of its fields unreadable, which is damage, not absence.
  return isJsonObject(outer) ? outer[tail] : Symbol('not a group');
}

/** An unwritten record, ready for its first edit. */
export function newRecord(kind: RecordKind): StoredRecord {
  const values = Object.fromEntries(fieldNames[kind].map((field) => [field, emptyValue(field)]));
  return { rev: 0, values, changes: [], folded: 0, source: {} };
}

/** The record as it is written to the issue property. Empty fields are left out. */
export function toStored(kind: RecordKind, record: StoredRecord): JsonObject {
  const stored: Record<string, Json> = { ...record.source };
  for (const field of fieldNames[kind]) {
    const [head = '', tail] = field.split('.');
    const value = record.values[field] ?? emptyValue(field);
    if (tail === undefined) place(stored, head, value);
    else stored[head] = placeInGroup(stored[head], tail, value);
  }
  return {
    ...withoutEmptyGroups(kind, stored),
    schema: currentSchema,
    rev: record.rev,
    ...lastChange(record),
    changes: record.changes,
    ...(record.folded > 0 && { folded: record.folded }),
  };
}

/** When the record was last changed and by whom, again at the top, where Jira can index it. */
function lastChange({ changes }: StoredRecord): JsonObject {
  const last = changes.at(-1);
  // Jira indexes dates to the second, with an offset.
  return last === undefined
    ? {}
    : { updated: last.at.replace(/\.\d+Z$/u, 'Z'), updatedBy: last.by };
}

function place(target: Record<string, Json>, key: string, value: FieldValue): void {
  if (isEmpty(value)) Reflect.deleteProperty(target, key);
  else target[key] = value;
}

function placeInGroup(group: Json | undefined, key: string, value: FieldValue): JsonObject {
  const copy: Record<string, Json> = isJsonObject(group) ? { ...group } : {};
  place(copy, key, value);
  return copy;
}

function withoutEmptyGroups(kind: RecordKind, stored: JsonObject): JsonObject {
  const groups = new Set(
    fieldNames[kind].filter((field) => field.includes('.')).map((field) => field.split('.')[0]),
  );
  return Object.fromEntries(
    Object.entries(stored).filter(
      ([key, value]) =>
        !(groups.has(key) && isJsonObject(value) && Object.keys(value).length === 0),
    ),
  );
}
