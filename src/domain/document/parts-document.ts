import * as v from 'valibot';
import { isJsonObject, type Json, type JsonObject } from '../use-case/json';
import { sortChanges } from './merge-changes';
import {
  changesKept,
  withinLimit,
  type Applied,
  type DocumentKind,
  type Refusal,
  type Signature,
} from './operation';
import { canonicalText, sealed } from './seal';

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

/** A part that two people changed differently. */
export type PartClash = PartChange & { readonly theirs: Json };

/** What a property turned out to hold. */
export type ReadParts = {
  readonly state: 'absent' | 'ready' | 'newer' | 'damaged' | 'foreign';
  readonly rev: number;
  readonly values: Readonly<Record<string, Json>>;
};

const frame = v.object({
  schema: v.number(),
  rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
  changes: v.array(v.looseObject({ op: v.string() })),
});

/** Reads an untrusted property value; what can be read of a newer or damaged one is there to be shown. */
export function readParts({ schema, parts }: PartsDescriptor, raw: unknown): ReadParts {
  if (raw === undefined) return { state: 'absent', rev: 0, values: {} };
  if (!isJsonObject(raw) || typeof raw['schema'] !== 'number')
    return { state: 'foreign', rev: 0, values: {} };
  const said = Object.keys(parts).filter((part) => Object.hasOwn(raw, part));
  const values = Object.fromEntries(
    said.flatMap((part) => {
      const parsed = v.safeParse(parts[part] ?? v.never(), raw[part]);
      return parsed.success ? [[part, parsed.output] as const] : [];
    }),
  );
  const framed = v.safeParse(frame, raw);
  const rev = framed.success ? framed.output.rev : 0;
  if (raw['schema'] > schema) return { state: 'newer', rev, values };
  const isSound = framed.success && said.length === Object.keys(values).length;
  return { state: isSound ? 'ready' : 'damaged', rev, values };
}

/**
 * A kind of document whose parts are merged each by itself. Keys that are not ours stay; the history
 * remembers the last operations.
 */
export function partsDocument(descriptor: PartsDescriptor): DocumentKind<PartChange, PartClash> {
  const currentIn = (raw: Json | undefined, part: string): Json =>
    readParts(descriptor, raw).values[part] ?? null;
  return {
    fieldOf: ({ part }) => part,
    clashOf: ({ part }) => part,
    clashWith: (raw, change) => {
      const theirs = currentIn(raw, change.part);
      return isSame(theirs, change.next) ? undefined : { ...change, theirs };
    },
    rebased: (raw, change) => ({ ...change, base: currentIn(raw, change.part) }),
    change: (raw, signature, changes) => {
      const refusal = refusalOf(readParts(descriptor, raw));
      if (refusal !== undefined) return { end: 'refused', refusal };
      if (!changes.every((change) => fits(descriptor, change)))
        return { end: 'refused', refusal: { code: 'invalid-payload' } };
      const { applied, clashes } = sortChanges(changes, {
        current: ({ part }) => currentIn(raw, part),
        isSame,
      });
      const told = clashes.map(({ change, theirs }) => ({ ...change, theirs }));
      if (applied.length === 0) return { end: 'same', clashes: told };
      return withinLimit(stored(descriptor, raw, { applied, signature }), descriptor.limit, told);
    },
    replace: (raw, signature): Applied<PartClash> => {
      const { state, values } = readParts(descriptor, raw);
      if (state === 'newer') return { end: 'refused', refusal: { code: 'newer-record' } };
      if (state === 'ready' || state === 'absent')
        return { end: 'refused', refusal: { code: 'changed-meanwhile' } };
      const applied = Object.entries(values).map(([part, next]) => ({ part, base: null, next }));
      return withinLimit(
        stored(descriptor, undefined, { applied, signature }),
        descriptor.limit,
        [],
      );
    },
  };
}

function isSame(left: Json, right: Json): boolean {
  return canonicalText(left) === canonicalText(right);
}

function refusalOf({ state }: ReadParts): Refusal | undefined {
  if (state === 'ready' || state === 'absent') return undefined;
  return { code: `${state}-record` };
}

function fits({ parts }: PartsDescriptor, { part, next }: PartChange): boolean {
  const schema = Object.hasOwn(parts, part) ? parts[part] : undefined;
  return schema !== undefined && (next === null || v.is(schema, next));
}

function stored(
  descriptor: PartsDescriptor,
  raw: Json | undefined,
  {
    applied,
    signature,
  }: { readonly applied: readonly PartChange[]; readonly signature: Signature },
): JsonObject {
  const before = isJsonObject(raw) ? raw : {};
  const gone = new Set(applied.flatMap(({ part, next }) => (next === null ? [part] : [])));
  const kept = Object.entries(before).filter(([key]) => !gone.has(key));
  const next = applied.flatMap((each): readonly (readonly [string, Json])[] =>
    each.next === null ? [] : [[each.part, each.next]],
  );
  const edit = { ...signature, fields: applied.map(({ part }) => part) };
  const changes = Array.isArray(before['changes']) ? (before['changes'] as readonly Json[]) : [];
  return sealed({
    ...Object.fromEntries(kept),
    ...Object.fromEntries(next),
    schema: descriptor.schema,
    rev: readParts(descriptor, raw).rev + 1,
    changes: [...changes, edit].slice(-changesKept),
  });
}
