import * as v from 'valibot';
import { isDay } from './is-day';
import { fields, type FieldKind, type FieldName, type FieldValue } from './fields';

const isoDay = v.pipe(v.string(), v.check(isDay));

const schemas = {
  text: v.string(),
  line: v.string(),
  number: v.nullable(v.pipe(v.number(), v.finite())),
  date: v.union([v.literal(''), isoDay]),
  stage: v.picklist(['', 'crawl', 'walk', 'run']),
  direction: v.picklist(['', 'up', 'down']),
  list: v.array(v.string()),
  risks: v.array(v.object({ risk: v.string(), mitigation: v.string() })),
} as const satisfies Record<FieldKind, v.GenericSchema<unknown, FieldValue>>;

/** What a field's value turned out to be. */
export type ParsedValue = { ok: true; value: FieldValue } | { ok: false };

/** Reads one untrusted value as the value of a field. */
export function parseValue(field: FieldName, raw: unknown): ParsedValue {
  const schema: v.GenericSchema<unknown, FieldValue> = schemas[fields[field]];
  const result = v.safeParse(schema, raw);
  return result.success ? { ok: true, value: result.output } : { ok: false };
}
