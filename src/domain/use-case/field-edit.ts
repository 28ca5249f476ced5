import type { ClashOf } from '../document/operation';
import type { FieldName, FieldValue } from './fields';

/** One field's change: what the person saw, and what they want. */
export type FieldEdit = {
  readonly field: FieldName;
  readonly base: FieldValue;
  readonly next: FieldValue;
};

/** Two people gave one field different values: both are shown, and a person decides. */
export type FieldClash = ClashOf<FieldEdit>;

/** The changes that take others back. An undo is a change like any other, so it can clash. */
export function takenBack(changes: readonly FieldEdit[]): readonly FieldEdit[] {
  return changes.map(({ field, base, next }) => ({ field, base: next, next: base }));
}
