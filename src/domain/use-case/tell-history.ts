import { isFieldName, type FieldName, type FieldValue, type Values } from './fields';
import { shortText } from './short-text';
import type { StoredRecord } from './stored-record';

/** One field's step from what it said to what it said next, in shortened words. */
export type HistoryStep = {
  readonly by: string;
  readonly at: string;
  readonly field: FieldName;
  /** Undefined where the record does not remember it any more. */
  readonly from: string | undefined;
  readonly to: string | undefined;
};

/**
 * Tells a record's history, newest first. A step ends where the next one of its field begins, and the
 * last one in what the field says now. It informs and proves nothing: who may edit the issue may edit
 * the property that it stands in.
 */
export function tellHistory({ values, changes }: StoredRecord): readonly HistoryStep[] {
  const later = new Map<FieldName, string | undefined>();
  const steps: HistoryStep[] = [];
  for (const { by, at, fields, was } of [...changes].reverse()) {
    for (const field of fields.filter(isFieldName)) {
      const to = later.has(field) ? later.get(field) : textNow(values, field);
      // A field that an edit does not name among what was there was empty.
      const from = was === undefined ? undefined : (was[field] ?? '');
      steps.push({ by, at, field, from, to });
      later.set(field, from);
    }
  }
  return steps;
}

function textNow(values: Values, field: FieldName): string {
  const value: FieldValue | undefined = values[field];
  return value === undefined ? '' : shortText(value);
}
