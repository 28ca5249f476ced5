import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { readLock } from '../../domain/document/read-lock';
import type { WriteLock } from '../../domain/document/write-lock';
import type { DocumentPlace } from '../../ports/documents';
import type { LockChange, LockPut, WriteLocks } from '../../ports/write-locks';
import { answered, isLost } from './answered';
import { changeWhileSame, makeNew } from './kvs-revised';

/** The custom entity in manifest.yml. */
const entityName = 'write-lock';

/** The most that one page of a query holds: one of Forge's tables says "below 100". */
const pageSize = 99;
const pagesAtMost = 20;

/** Locks in Forge's custom entities: their transactions are the conditional write that it documents. */
export const kvsWriteLocks: WriteLocks = {
  get: (place) => answered(async () => readLock(await locks().get(keyOf(place)))),
  getSeveral: (places) =>
    answered(async () => {
      const keys = places.map(keyOf);
      const found = await kvs.batchGet<unknown>(keys.map((key) => ({ key, entityName })));
      const byKey = new Map(found.successfulKeys.map(({ key, value }) => [key, readLock(value)]));
      // A missing key is an answer; after any other failure the key is asked for by itself.
      for (const { key, error } of found.failedKeys)
        if (error.code !== 'KEY_NOT_FOUND') byKey.set(key, readLock(await locks().get(key)));
      return keys.map((key) => byKey.get(key));
    }),
  put: async (changes) => {
    const known = changes.filter(({ seen }) => seen !== undefined);
    const replaced: Promise<LockPut> = known.length === 0 ? Promise.resolve('put') : replace(known);
    return Promise.all(
      changes.map((change) => (change.seen === undefined ? make(change) : replaced)),
    );
  },
  remove: (places) =>
    answered(async () => {
      const keys = places.map((place) => ({ key: keyOf(place), entityName }));
      const { failedKeys } = await kvs.batchDelete(keys);
      if (failedKeys.some(({ error }) => error.code !== 'KEY_NOT_FOUND'))
        throw new Error('Forge kept some of the locks.');
      return null;
    }),
  listUnfinished: (since) =>
    answered(async () => {
      const found = await Promise.all([
        keysIn('intended', 0),
        keysIn('settled', since),
        keysIn('removed', since),
      ]);
      return found.flat().flatMap((key) => placeOf(key) ?? []);
    }),
};

function locks(): ReturnType<typeof kvs.entity<WriteLock>> {
  return kvs.entity<WriteLock>(entityName);
}

function replace(changes: readonly LockChange[]): Promise<LockPut> {
  const known = changes.map(({ place, seen, next }) => ({
    ...{ key: keyOf(place), seen: seen?.rev ?? 0, next },
  }));
  return outcomeOf(() => changeWhileSame(entityName, known));
}

function make({ place, next }: LockChange): Promise<LockPut> {
  return outcomeOf(() => makeNew(entityName, keyOf(place), next));
}

async function outcomeOf(work: () => Promise<void>): Promise<LockPut> {
  try {
    await work();
    return 'put';
  } catch (error) {
    return isLost(error) ? 'lost' : 'unknown';
  }
}

async function keysIn(state: WriteLock['state'], since: number): Promise<readonly string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pagesAtMost; page += 1) {
    const query = locks()
      .query()
      .index('by-state', { partition: [state] })
      .where(WhereConditions.greaterThanEqualTo(since))
      .sort(Sort.ASC)
      .limit(pageSize);
    const found = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    keys.push(...found.results.map(({ key }) => key));
    cursor = found.nextCursor;
    if (cursor === undefined) break;
  }
  return keys;
}

/** An issue's id and never its key: issues move. */
function keyOf({ entity, id, key }: DocumentPlace): string {
  return `${entity}:${id}:${key}`;
}

function placeOf(text: string): DocumentPlace | undefined {
  const [entity, id, key] = text.split(':');
  if ((entity !== 'issue' && entity !== 'project') || id === undefined || key === undefined)
    return undefined;
  return { entity, id, key };
}
