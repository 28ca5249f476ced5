import { isJsonObject, type Json, type JsonObject } from '../use-case/json';
import type { FieldName } from '../use-case/fields';

/** How many changes a document remembers, and so by how many operations it can be recognised. */
export const changesKept = 24;

/** Who did something, when (ISO time), and the operation's own name. */
export type Signature = { readonly op: string; readonly by: string; readonly at: string };

/** What an operation is to do. `seen` is the fingerprint of the value that the person looked at. */
export type Intent<Change extends FromTo> =
  | { readonly does: 'change'; readonly changes: readonly Change[] }
  | { readonly does: 'replace'; readonly seen: string }
  | { readonly does: 'remove'; readonly seen: string };

/** Something that one person wants done to one document. */
export type Operation<Change extends FromTo> = Signature & { readonly intent: Intent<Change> };

/** Why a document cannot be changed as wanted, whatever Jira answers. */
export type Refusal =
  | { readonly code: 'newer-record' }
  | { readonly code: 'damaged-record' }
  | { readonly code: 'foreign-record' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'invalid-payload' }
  | { readonly code: 'too-long'; readonly over: number; readonly longest: readonly FieldName[] };

/** A change of one field: what the person saw, and what they want. */
export type FromTo = { readonly base: unknown; readonly next: unknown };

/** A change that met another value than the person saw, and was not applied. */
export type ClashOf<Change extends FromTo> = Change & { readonly theirs: Change['next'] };

/** What changes made of a stored value. */
export type Applied<Change extends FromTo> =
  | { readonly end: 'same'; readonly clashes: readonly ClashOf<Change>[] }
  | {
      readonly end: 'changed';
      readonly value: JsonObject;
      readonly clashes: readonly ClashOf<Change>[];
    }
  | { readonly end: 'refused'; readonly refusal: Refusal };

/**
 * A kind of document that people write together: how changes are merged into a stored value, field by
 * field. The stored value is JSON with a list `changes` whose entries name their operation as `op`.
 */
export type DocumentKind<Change extends FromTo> = {
  /** Names the field that a change or a clash is about. */
  readonly fieldOf: (change: Change) => string;
  /** The clash of a change with what the stored value holds; undefined where it holds what is wanted. */
  readonly clashWith: (raw: Json | undefined, change: Change) => ClashOf<Change> | undefined;
  /** The change as if the person had seen what the stored value holds. */
  readonly rebased: (raw: Json | undefined, change: Change) => Change;
  readonly change: (
    raw: Json | undefined,
    signature: Signature,
    changes: readonly Change[],
  ) => Applied<Change>;
  /** Makes a fresh document of one that cannot be read, keeping what can. */
  readonly replace: (raw: Json | undefined, signature: Signature) => Applied<Change>;
};

/** The operations that a stored value remembers, oldest first, as they stand in it. */
export function changesIn(raw: Json | undefined): readonly JsonObject[] {
  const changes = isJsonObject(raw) ? raw['changes'] : undefined;
  return Array.isArray(changes) ? (changes as readonly Json[]).filter(isJsonObject) : [];
}

/** The operations that a stored value remembers, oldest first. */
export function rememberedIn(raw: Json | undefined): readonly string[] {
  return changesIn(raw).flatMap(({ op }) => (typeof op === 'string' ? [op] : []));
}

/** Whether an operation is part of a stored value. */
export function remembers(raw: Json | undefined, op: string): boolean {
  return rememberedIn(raw).includes(op);
}

/** The fields that an operation changed, going by the stored value that remembers it. */
export function fieldsChangedBy(raw: Json | undefined, op: string): ReadonlySet<string> {
  const own = changesIn(raw).find((change) => change['op'] === op);
  // Each kind of document has its own word for what it consists of.
  const fields = own?.['fields'] ?? own?.['inputs'] ?? own?.['parts'];
  const names = Array.isArray(fields) ? (fields as readonly Json[]) : [];
  return new Set(names.filter((name) => typeof name === 'string'));
}
