import type { ClashOf, DocumentKind } from '../../src/domain/document/operation';
import { sealed } from '../../src/domain/document/seal';
import { isJsonObject, type Json, type JsonObject } from '../../src/domain/use-case/json';

/** The fields of the smallest document that people write together. */
export const toyFields = ['a', 'b', 'c'] as const;
export type ToyField = (typeof toyFields)[number];

export type ToyChange = { readonly field: ToyField; readonly base: string; readonly next: string };

/** What a stored value says in a field. */
export function toyValue(raw: Json | undefined, field: ToyField): string {
  const value = isJsonObject(raw) ? raw[field] : undefined;
  return typeof value === 'string' ? value : '';
}

function changesIn(raw: Json | undefined): readonly Json[] {
  const changes = isJsonObject(raw) ? raw['changes'] : undefined;
  return Array.isArray(changes) ? (changes as readonly Json[]) : [];
}

/** A document of three fields, for models of how several people write. */
export const toyDocument: DocumentKind<ToyChange> = {
  fieldOf: ({ field }) => field,
  clashWith: (raw, change) => {
    const theirs = toyValue(raw, change.field);
    return theirs === change.next ? undefined : { ...change, theirs };
  },
  rebased: (raw, change) => ({ ...change, base: toyValue(raw, change.field) }),
  change: (raw, { op }, changes) => {
    const next: Record<string, Json> = isJsonObject(raw) ? { ...raw } : {};
    const clashes: ClashOf<ToyChange>[] = [];
    const applied: string[] = [];
    for (const change of changes) {
      const theirs = toyValue(raw, change.field);
      if (theirs === change.next) continue;
      if (theirs !== change.base) clashes.push({ ...change, theirs });
      else {
        next[change.field] = change.next;
        applied.push(change.field);
      }
    }
    if (applied.length === 0) return { end: 'same', clashes };
    const named: JsonObject = { op, fields: applied };
    const value = sealed({ ...next, changes: [...changesIn(raw), named].slice(-24) });
    return { end: 'changed', value, clashes };
  },
  replace: () => ({ end: 'refused', refusal: { code: 'changed-meanwhile' } }),
};
