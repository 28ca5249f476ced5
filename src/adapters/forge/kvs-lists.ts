import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { isLost } from './answered';
import { changeWhileSame, makeNew } from './kvs-revised';

/** The custom entity in manifest.yml: one small list under a key that can be computed. */
const entityName = 'kept-list';

/** How often a lost race is run again. */
const attempts = 8;

const kept = v.object({ rev: v.pipe(v.number(), v.integer()), items: v.array(v.unknown()) });

type Kept = v.InferOutput<typeof kept>;

/** A list as it was read, strictly consistent: decisions stand on it. Rejects where Forge does not answer. */
export async function readList(key: string): Promise<readonly unknown[]> {
  return (await read(key))?.items ?? [];
}

/**
 * Changes a list on condition that nobody else changed it meanwhile; `change` is asked again on the
 * newer list, and may refuse with undefined. Rejects where Forge does not answer.
 */
export async function changeList(
  key: string,
  change: (items: readonly unknown[]) => readonly unknown[] | undefined,
): Promise<'changed' | 'refused'> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const seen = await read(key);
    const items = change(seen?.items ?? []);
    if (items === undefined) return 'refused';
    const next: Kept = { rev: (seen?.rev ?? 0) + 1, items: [...items] };
    if (await put(key, seen, next)) return 'changed';
  }
  throw new Error('Others changed the list again and again.');
}

async function read(key: string): Promise<Kept | undefined> {
  const found = await kvs.entity<Kept>(entityName).get(key);
  return v.is(kept, found) ? found : undefined;
}

/** False where somebody else was first. */
async function put(key: string, seen: Kept | undefined, next: Kept): Promise<boolean> {
  try {
    if (seen === undefined) await makeNew(entityName, key, next);
    else await changeWhileSame(entityName, [{ key, seen: seen.rev, next }]);
    return true;
  } catch (error) {
    if (isLost(error)) return false;
    throw error;
  }
}
