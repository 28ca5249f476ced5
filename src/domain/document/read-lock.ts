import * as v from 'valibot';
import { isJsonObject } from '../use-case/json';
import type { FromTo } from './operation';
import type { KeptOperation, WriteLock } from './write-lock';

const intent = v.variant('does', [
  v.object({ does: v.literal('change'), changes: v.array(v.custom<FromTo>(isJsonObject)) }),
  v.object({ does: v.literal('replace'), seen: v.string() }),
  v.object({ does: v.literal('remove'), seen: v.string() }),
]);

const operation = v.object({
  op: v.string(),
  by: v.string(),
  at: v.string(),
  landed: v.boolean(),
  intent: v.optional(intent),
});

const lock = v.object({
  rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
  opId: v.fallback(v.string(), ''),
  state: v.fallback(v.picklist(['intended', 'settled', 'removed']), 'settled'),
  takenAt: v.fallback(v.number(), 0),
  operations: v.fallback(v.array(v.unknown()), []),
});

/**
 * Reads a lock as the store gave it. Its `rev` alone puts writers in order: what else cannot be read, of a
 * later version for instance, is left out, so that nobody is kept from saving. Undefined where it is none of ours.
 */
export function readLock(raw: unknown): WriteLock | undefined {
  const parsed = v.safeParse(lock, raw);
  if (!parsed.success) return undefined;
  const operations = parsed.output.operations.flatMap((each): KeptOperation[] => {
    const read = v.safeParse(operation, each);
    return read.success ? [{ ...read.output, intent: read.output.intent }] : [];
  });
  return { ...parsed.output, operations };
}
