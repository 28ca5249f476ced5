import { isJsonObject, type Json, type JsonObject } from '../use-case/json';

const sealKey = 'seal';

/** JSON text that is the same whatever the order of keys: Jira may give them back in another one. */
function canonicalText(value: Json): string {
  if (Array.isArray(value))
    return `[${value.map((each) => canonicalText(each as Json)).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, each]) => (each as Json | undefined) !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalText(each)}`).join(',')}}`;
}

/** Whether two values say the same; keys may stand in any order, items of a list may not. Both must be JSON. */
export function sameJson(left: unknown, right: unknown): boolean {
  return canonicalText(left as Json) === canonicalText(right as Json);
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hash(text: string, start: number): number {
  let result = start;
  for (let index = 0; index < text.length; index += 1) {
    result = Math.imul(result ^ text.charCodeAt(index), 0x01000193);
  }
  return result >>> 0;
}

const starts = [0x811c9dc5, 0x050c5d1f];

/** A short name for a value, 16 hexadecimal digits: equal values have equal names. Not for secrets. */
export function fingerprint(value: Json): string {
  const text = canonicalText(value);
  return starts.map((start) => hash(text, start).toString(16).padStart(8, '0')).join('');
}

/**
 * A document with a seal over all that it says. A stored value whose seal fits is one that Northstar
 * wrote as it is; anything else was changed from outside since, and is never written over unasked.
 */
export function sealed(document: JsonObject): JsonObject {
  const content = Object.fromEntries(Object.entries(document).filter(([name]) => name !== sealKey));
  return { ...content, [sealKey]: fingerprint(content) };
}

/** Whether Northstar wrote a stored value exactly as it is. */
export function isSealed(raw: Json | undefined): boolean {
  if (!isJsonObject(raw)) return false;
  const { [sealKey]: seal, ...content } = raw;
  return seal === fingerprint(content);
}

const adoptedKey = 'adoptedBy';

/** A document whose base came from outside, or was none, with the operation that took it for its base. */
export function adopted(document: JsonObject, op: string): JsonObject {
  return sealed({ ...document, [adoptedKey]: op });
}

/** The operation that last took a value from outside for its base; undefined where none did. */
export function adoptedBy(raw: Json | undefined): string | undefined {
  const op = isJsonObject(raw) ? raw[adoptedKey] : undefined;
  return typeof op === 'string' ? op : undefined;
}
