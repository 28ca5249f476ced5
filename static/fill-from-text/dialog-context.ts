import * as v from 'valibot';
import {
  isFieldName,
  noValues,
  withValues,
  type AllValues,
  type FieldName,
  type FieldValue,
} from '#domain/use-case/fields';
import { parseValue } from '#domain/use-case/parse-value';

/** What the panel handed to this dialog: a text to begin with, and what the issue already says. */
export type DialogContext = {
  readonly text: string;
  readonly key: string;
  readonly summary: string;
  readonly values: AllValues;
};

const shape = v.object({
  text: v.optional(v.string(), ''),
  key: v.optional(v.string(), ''),
  summary: v.optional(v.string(), ''),
  values: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** Reads the dialog's context; whatever does not fit counts as not given. */
export function readDialogContext(context: unknown): DialogContext {
  const parsed = v.safeParse(shape, context);
  const given = parsed.success ? parsed.output : { text: '', key: '', summary: '', values: {} };
  const values: Partial<Record<FieldName, FieldValue>> = {};
  for (const [name, raw] of Object.entries(given.values)) {
    const value = isFieldName(name) ? parseValue(name, raw) : undefined;
    if (isFieldName(name) && value?.ok === true) values[name] = value.value;
  }
  return { ...given, values: withValues(noValues(), values) };
}
