import * as v from 'valibot';
import { isJsonObject, type Json, type JsonObject } from '../use-case/json';
import { documentKind, type ReadState } from './document-kind';
import type { DocumentKind } from './operation';
import { sameJson } from './seal';

/** What a new kind of document says of itself; everything else follows. */
export type PartsDescriptor = {
  /** The version of its shape, and the newest that may be rewritten. */
  readonly schema: number;
  /** The longest that its JSON may be, in UTF-16 code units. */
  readonly limit: number;
  /** Its parts by name, each with what it may hold. A part that is not set is null. */
  readonly parts: Readonly<Record<string, v.GenericSchema<unknown, Json>>>;
};

/** One part's change: what the person saw, and what they want; null takes it away. */
export type PartChange = { readonly part: string; readonly base: Json; readonly next: Json };

/** What a property turned out to hold. */
export type ReadParts = {
  readonly state: ReadState;
  readonly rev: number;
  readonly values: Readonly<Record<string, Json>>;
  /** The value as it stands, with keys that are not ours. */
  readonly source: JsonObject;
};

const frame = v.object({
  schema: v.number(),
  rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
  changes: v.array(v.looseObject({ op: v.string() })),
});

/** Reads an untrusted property value; what can be read of a newer or damaged one is there to be shown. */
export function readParts({ schema, parts }: PartsDescriptor, raw: unknown): ReadParts {
  if (raw === undefined) return { state: 'absent', rev: 0, values: {}, source: {} };
  if (!isJsonObject(raw) || typeof raw['schema'] !== 'number')
    return { state: 'foreign', rev: 0, values: {}, source: {} };
  const said = Object.keys(parts).filter((part) => Object.hasOwn(raw, part));
  const values = Object.fromEntries(
    said.flatMap((part) => {
      const parsed = v.safeParse(parts[part] ?? v.never(), raw[part]);
      return parsed.success ? [[part, parsed.output] as const] : [];
    }),
  );
  const framed = v.safeParse(frame, raw);
  const read = { rev: framed.success ? framed.output.rev : 0, values, source: raw };
  if (raw['schema'] > schema) return { state: 'newer', ...read };
  const isSound = framed.success && said.length === Object.keys(values).length;
  return { state: isSound ? 'ready' : 'damaged', ...read };
}

/**
 * A kind of document whose parts are merged each by itself. Keys that are not ours stay; the history
 * remembers the last operations.
 */
export function partsDocument(descriptor: PartsDescriptor): DocumentKind<PartChange> {
  return documentKind<PartChange, ReadParts>({
    read: (raw) => readParts(descriptor, raw),
    fieldOf: ({ part }) => part,
    current: ({ values }, { part }) =>
      Object.hasOwn(values, part) ? (values[part] ?? null) : null,
    isSame: sameJson,
    fitting: (_read, changes) =>
      changes.every((change) => fits(descriptor, change)) ? changes : undefined,
    limit: descriptor.limit,
    write: ({ rev, source }, { applied, changes }) => ({
      ...withParts(source, applied),
      schema: descriptor.schema,
      rev: rev + 1,
      changes,
    }),
    salvaged: ({ state, values }) => ({
      read: { state, rev: 0, values, source: {} },
      applied: Object.entries(values).map(([part, next]) => ({ part, base: null, next })),
      history: [],
    }),
  });
}

function fits({ parts }: PartsDescriptor, { part, next }: PartChange): boolean {
  const schema = Object.hasOwn(parts, part) ? parts[part] : undefined;
  return schema !== undefined && (next === null || v.is(schema, next));
}

function withParts(source: JsonObject, applied: readonly PartChange[]): JsonObject {
  const changed = new Map(applied.map(({ part, next }) => [part, next]));
  const others = Object.entries(source).filter(([key]) => !changed.has(key));
  const set = [...changed].filter(([, next]) => next !== null);
  return Object.fromEntries([...others, ...set]);
}
