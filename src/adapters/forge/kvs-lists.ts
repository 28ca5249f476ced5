import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { KeptLists, ListName } from '../../ports/kept-lists';
import { answered, isLost } from './answered';
import { changeWhileSame, makeNew } from './kvs-revised';

/** The custom entity in manifest.yml: one small list under a key that can be computed. */
const entityName = 'kept-list';

/** How often a lost race is run again. */
const attempts = 8;

const kept = v.object({ rev: v.pipe(v.number(), v.integer()), items: v.array(v.unknown()) });

type Kept = v.InferOutput<typeof kept>;

/** Lists in Forge's own store, each under a key that can be computed. */
export const kvsLists: KeptLists = {
  read: (list) => answered(async () => (await read(keyOf(list)))?.items ?? []),
  change: (list, change) => answered(() => changeList(keyOf(list), change)),
};

function keyOf(list: ListName): string {
  if (list.keeps === 'own-views') return `views:${list.project}:own:${list.of}`;
  return list.keeps === 'proposals' ? `proposals:${list.project}` : `views:${list.project}:shared`;
}

async function changeList(
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
