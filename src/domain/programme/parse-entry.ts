import * as v from 'valibot';
import { isDay } from '../use-case/is-day';
import { isJsonObject } from '../use-case/json';
import {
  attributesOf,
  emptyAttribute,
  type AttributeKind,
  type AttributeValue,
  type ProgrammeEntry,
  type ProgrammeListName,
} from './programme';

const schemas = {
  line: v.string(),
  text: v.string(),
  list: v.array(v.string()),
  mark: v.boolean(),
  direction: v.picklist(['', 'up', 'down']),
  stage: v.picklist(['', 'crawl', 'walk', 'run']),
  date: v.union([v.literal(''), v.pipe(v.string(), v.check(isDay))]),
} as const satisfies Record<AttributeKind, v.GenericSchema<unknown, AttributeValue>>;

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255));

/** Reads one untrusted entry of a list; `undefined` if it is none. What is not ours is left out. */
export function parseEntry(list: ProgrammeListName, raw: unknown): ProgrammeEntry | undefined {
  if (!isJsonObject(raw)) return undefined;
  const parsedId = v.safeParse(id, raw['id']);
  const parsedName = v.safeParse(name, raw['name']);
  if (!parsedId.success || !parsedName.success) return undefined;
  const attributes: Record<string, AttributeValue> = {};
  for (const [attribute, kind] of Object.entries(attributesOf(list))) {
    const parsed = parseAttribute(kind, raw[attribute]);
    if (parsed === undefined) return undefined;
    attributes[attribute] = parsed;
  }
  return { id: parsedId.output, name: parsedName.output, ...attributes };
}

function parseAttribute(kind: AttributeKind, raw: unknown): AttributeValue | undefined {
  if (raw === undefined) return emptyAttribute(kind);
  const schema: v.GenericSchema<unknown, AttributeValue> = schemas[kind];
  const parsed = v.safeParse(schema, raw);
  return parsed.success ? parsed.output : undefined;
}
