import type { Json, JsonObject } from '../use-case/json';
import type { FieldName } from '../use-case/fields';
import {
  changesIn,
  changesKept,
  fieldsChangedBy,
  type Applied,
  type ClashOf,
  type DocumentKind,
  type FromTo,
  type Refusal,
  type Signature,
} from './operation';
import { sealed } from './seal';

/**
 * What a property turned out to hold: nothing, a document of ours, one of a newer Northstar, one of ours
 * with values that do not fit, or something that Northstar never wrote.
 */
export type ReadState = 'absent' | 'ready' | 'newer' | 'damaged' | 'foreign';

/** What a new value is written from. */
export type Writing<Change> = {
  readonly applied: readonly Change[];
  readonly signature: Signature;
  /** The history as it is to be written, with this operation last. */
  readonly changes: readonly JsonObject[];
};

type Forget = (entry: JsonObject) => JsonObject | undefined;

/** What can be kept of a damaged document, as if its fields had been written now. */
type Salvaged<Change, Read> = {
  readonly read: Read;
  readonly applied: readonly Change[];
  readonly history: readonly JsonObject[];
};

/** What a kind of document says of itself; merging, refusing, remembering and sealing follow. */
export type KindDescription<Change extends FromTo, Read extends { readonly state: ReadState }> = {
  readonly read: (raw: Json | undefined) => Read;
  /** Names the field that a change is about. */
  readonly fieldOf: (change: Change) => string;
  /** What the document holds where a change would change it, as far as it can be read. */
  readonly current: (read: Read, change: Change) => Change['next'];
  readonly isSame: (left: Change['next'], right: Change['next']) => boolean;
  /** The changes as the document can hold them; undefined where it cannot. Left out, it can hold all. */
  readonly fitting?: (read: Read, changes: readonly Change[]) => readonly Change[] | undefined;
  /** What the history says of an operation beside who, when and which fields. */
  readonly entry?: (read: Read, applied: readonly Change[]) => JsonObject;
  /** What the history calls the fields: kinds that were stored before this engine have words of their own. */
  readonly fieldsKey?: 'fields' | 'inputs' | 'parts';
  readonly write: (read: Read, writing: Writing<Change>) => JsonObject;
  /** The longest that the JSON may be, in UTF-16 code units. */
  readonly limit: number;
  /** Shortens an entry of the history where the document is too long; undefined drops the entry. */
  readonly forget?: Forget;
  /** The fields that would be worth shortening. */
  readonly longest?: (read: Read, applied: readonly Change[]) => readonly FieldName[];
  /** What can be kept of a document that cannot be read. Left out, nothing takes its place. */
  readonly salvaged?: (read: Read) => Salvaged<Change, Read>;
};

/** Makes a kind of document, merged field by field, of its description. */
export function documentKind<Change extends FromTo, Read extends { readonly state: ReadState }>(
  about: KindDescription<Change, Read>,
): DocumentKind<Change> {
  const { read, fieldOf, current, isSame } = about;
  return {
    fieldOf,
    clashWith: (raw, change) => {
      const found = read(raw);
      const theirs = current(found, change);
      const [wanted = change] = about.fitting?.(found, [change]) ?? [];
      return isSame(theirs, wanted.next) ? undefined : { ...change, theirs };
    },
    rebased: (raw, change) => ({ ...change, base: current(read(raw), change) }),
    change: (raw, signature, changes) => {
      const found = read(raw);
      if (found.state !== 'ready' && found.state !== 'absent')
        return refused({ code: `${found.state}-record` });
      const wanted = about.fitting === undefined ? changes : about.fitting(found, changes);
      if (wanted === undefined) return refused({ code: 'invalid-payload' });
      const { applied, clashes } = merged(about, found, {
        changes: wanted,
        done: fieldsChangedBy(raw, signature.op),
      });
      if (applied.length === 0) return { end: 'same', clashes };
      return written(about, found, { history: changesIn(raw), signature, applied, clashes });
    },
    replace: (raw, signature) => {
      const found = read(raw);
      if (found.state === 'newer') return refused({ code: 'newer-record' });
      if (found.state === 'ready' || found.state === 'absent')
        return refused({ code: 'changed-meanwhile' });
      const kept = about.salvaged?.(found);
      if (kept === undefined) return refused({ code: `${found.state}-record` });
      return written(about, kept.read, { ...kept, signature, clashes: [] });
    },
  };
}

function refused(refusal: Refusal): { readonly end: 'refused'; readonly refusal: Refusal } {
  return { end: 'refused', refusal };
}

/**
 * The one rule of merging: a field that holds the wanted value needs nothing; one that still holds what the
 * person saw takes the new value; any other clashes and stays as it is.
 */
function merged<Change extends FromTo, Read extends { readonly state: ReadState }>(
  { fieldOf, current, isSame }: KindDescription<Change, Read>,
  found: Read,
  {
    changes,
    done,
  }: {
    readonly changes: readonly Change[];
    /** The fields that the operation changed before: a later value of them is somebody else's. */
    readonly done: ReadonlySet<string>;
  },
): { readonly applied: readonly Change[]; readonly clashes: readonly ClashOf<Change>[] } {
  const applied = new Map<string, Change>();
  const clashes: ClashOf<Change>[] = [];
  for (const change of changes) {
    const field = fieldOf(change);
    const earlier = applied.get(field);
    const theirs = earlier === undefined ? current(found, change) : earlier.next;
    if (isSame(theirs, change.next) || done.has(field)) continue;
    if (isSame(theirs, change.base)) applied.set(field, change);
    else clashes.push({ ...change, theirs });
  }
  return { applied: [...applied.values()], clashes };
}

/** The new value, sealed. A long history never blocks a save: it is shortened. */
function written<Change extends FromTo, Read extends { readonly state: ReadState }>(
  about: KindDescription<Change, Read>,
  found: Read,
  {
    history,
    signature,
    applied,
    clashes,
  }: {
    readonly history: readonly JsonObject[];
    readonly signature: Signature;
    readonly applied: readonly Change[];
    readonly clashes: readonly ClashOf<Change>[];
  },
): Applied<Change> {
  const own: JsonObject = {
    ...signature,
    ...about.entry?.(found, applied),
    [about.fieldsKey ?? 'fields']: applied.map(about.fieldOf),
  };
  const value = withRoom([...history, own].slice(-changesKept), about, (changes) =>
    sealed(about.write(found, { applied, signature, changes })),
  );
  const over = lengthOf(value) - about.limit;
  if (over <= 0) return { end: 'changed', value, clashes };
  return refused({ code: 'too-long', over, longest: about.longest?.(found, applied) ?? [] });
}

/** The value with as much of its history as fits. The oldest entries are shortened first. */
function withRoom(
  history: readonly JsonObject[],
  { limit, forget }: { readonly limit: number; readonly forget?: Forget },
  valueWith: (changes: readonly JsonObject[]) => JsonObject,
): JsonObject {
  let changes = history;
  let value = valueWith(changes);
  for (const each of forget === undefined ? [] : history) {
    if (lengthOf(value) <= limit) break;
    // The newest entry stays: by it the operation is recognised.
    const less = forget?.(each) ?? (each === history.at(-1) ? each : undefined);
    changes = changes.flatMap((other) => (other === each ? listed(less) : [other]));
    value = valueWith(changes);
  }
  return value;
}

function lengthOf(value: JsonObject): number {
  return JSON.stringify(value).length;
}

function listed(entry: JsonObject | undefined): readonly JsonObject[] {
  return entry === undefined ? [] : [entry];
}

/** An entry of a history without one of its keys, for kinds whose entries tell more than they must. */
export function withoutKey(entry: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => name !== key));
}
