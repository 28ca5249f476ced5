import { advanceStorage, failStorage, freshStorage } from '../../../test/builders/forge-storage';
import { describeKeptLists } from '../../../test/ports/kept-lists.suite';
import { aLock, describeWriteLocks, placeOf } from '../../../test/ports/write-locks.suite';
import { kvsLists } from './kvs-lists';
import { kvsWriteLocks } from './kvs-write-locks';

const fresh = <Adapter>(adapter: Adapter): Adapter => {
  freshStorage();
  return adapter;
};

describeWriteLocks('Forge', () => ({
  locks: fresh(kvsWriteLocks),
  settle: () => {
    advanceStorage(6_000);
  },
}));
describeKeptLists('Forge', () => fresh(kvsLists));

describe('Forge’s storage', () => {
  const lock = aLock('op-1');
  const put = () => kvsWriteLocks.put([{ place: placeOf('1'), seen: undefined, next: lock }]);

  let asked: readonly string[] = [];

  beforeEach(() => {
    ({ asked } = freshStorage());
  });

  it('tells a lost race by its status, whatever the code is', async () => {
    failStorage('entity/set', 'before', 409);
    expect(await put()).toEqual(['lost']);
  });

  it.each([403, 429, 500, 'none', 'html'] as const)(
    'does not know of a put that is answered %s',
    async (status) => {
      failStorage('entity/set', 'after', status);
      expect(await put()).toEqual(['unknown']);
      expect(await kvsWriteLocks.get(placeOf('1'))).toEqual({ ok: true, value: lock });
    },
  );

  it('says that it did not answer where a batch could not be read', async () => {
    await put();
    failStorage('batch/get', 'before', 500);
    const several = await kvsWriteLocks.getSeveral([placeOf('1')]);
    expect(several).toEqual({ ok: false, error: { problem: 'no-answer' } });
  });

  it('is never asked by query for what decides', async () => {
    await put();
    await kvsWriteLocks.get(placeOf('1'));
    await kvsWriteLocks.getSeveral([placeOf('1'), placeOf('2')]);
    expect(asked.filter((path) => path.includes('query'))).toEqual([]);
  });

  it('finds more locks than one page holds', async () => {
    for (let id = 1; id <= 120; id += 1)
      await kvsWriteLocks.put([{ place: placeOf(String(id)), seen: undefined, next: lock }]);
    expect(await kvsWriteLocks.listUnfinished(0)).toEqual({ ok: true, value: [] });
    advanceStorage(6_000);
    const found = await kvsWriteLocks.listUnfinished(0);
    expect(found.ok && new Set(found.value.map(({ id }) => id)).size).toBe(120);
  });
});
