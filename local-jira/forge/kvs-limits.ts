import { isJsonObject, type Json } from '../../src/domain/use-case/json';
import type { Manifest } from './manifest';

/** A refusal of the storage, with the platform's code. */
export class StorageProblem extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

const keyPattern = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/u;
const longestKey = 500;
const largestValue = 240 * 1024;
const deepest = 31;

/** A key that the storage takes. */
export function checkKey(key: Json | undefined): string {
  if (typeof key !== 'string' || key === '') {
    throw new StorageProblem('KEY_TOO_SHORT', 'The key needs at least one character.', 400);
  }
  if (key.length > longestKey) {
    throw new StorageProblem('KEY_TOO_LONG', 'The key has more than 500 characters.', 400);
  }
  if (!keyPattern.test(key)) {
    throw new StorageProblem('INVALID_KEY', 'The key has characters that are not allowed.', 400);
  }
  return key;
}

export function checkEntity({ app }: Manifest, name: string): void {
  if (!app.storage.entities.some((entity) => entity.name === name)) {
    throw new StorageProblem('INVALID_ENTITY', `No entity "${name}" in manifest.yml.`, 400);
  }
}

const types: Readonly<Record<string, (value: Json) => boolean>> = {
  string: (value) => typeof value === 'string' && value.trim() !== '',
  integer: (value) => Number.isInteger(value) && Math.abs(Number(value)) <= 2 ** 31,
  float: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  any: () => true,
};

/** A value within the limits of size and depth, and within its entity's types. */
export function checkValue(manifest: Manifest, entityName: string | null, value: Json): void {
  if (Buffer.byteLength(JSON.stringify(value)) > largestValue) {
    throw new StorageProblem('MAX_SIZE', 'The value is larger than 240 KiB.', 400);
  }
  if (depthOf(value) > deepest) {
    throw new StorageProblem('MAX_DEPTH', 'The value is nested deeper than 31 levels.', 400);
  }
  checkAttributes(manifest, entityName, value);
}

function checkAttributes({ app }: Manifest, entityName: string | null, value: Json): void {
  const attributes = app.storage.entities.find(({ name }) => name === entityName)?.attributes;
  if (attributes === undefined) return;
  for (const [name, attribute] of Object.entries(isJsonObject(value) ? value : {})) {
    const type = attributes[name]?.type;
    if (type === undefined || types[type]?.(attribute) === false) {
      throw new StorageProblem(
        'INVALID_ATTRIBUTE',
        `The attribute "${name}" is ${type === undefined ? 'not declared' : `not of type ${type}`}.`,
        400,
      );
    }
  }
}

function depthOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value as object).map((inner) => depthOf(inner as Json)));
}
