import * as v from 'valibot';
import type { KeptOperation, WriteLock } from './write-lock';

const intent = v.variant('does', [
  v.object({ does: v.literal('change'), changes: v.array(v.unknown()) }),
  v.object({ does: v.literal('replace'), seen: v.string() }),
  v.object({ does: v.literal('remove'), seen: v.string() }),
]);

const lock = v.object({
  rev: v.pipe(v.number(), v.integer(), v.minValue(0)),
  opId: v.string(),
  state: v.picklist(['intended', 'settled', 'removed']),
  takenAt: v.number(),
  operations: v.array(
    v.object({
      op: v.string(),
      by: v.string(),
      at: v.string(),
      landed: v.boolean(),
      intent: v.optional(intent),
    }),
  ),
});

/** Reads a lock as the store gave it; undefined where it is none of ours. */
export function readLock(raw: unknown): WriteLock | undefined {
  const parsed = v.safeParse(lock, raw);
  if (!parsed.success) return undefined;
  const operations = parsed.output.operations.map((each): KeptOperation => ({
    ...each,
    intent: each.intent,
  }));
  return { ...parsed.output, operations };
}
