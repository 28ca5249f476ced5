import { forgeStorage } from '../../../test/builders/forge-storage';
import { describeProposals, describeSavedViews } from '../../../test/ports/kept.suite';
import { aLock, describeWriteLocks, placeOf } from '../../../test/ports/write-locks.suite';
import { kvsProposals } from './kvs-proposals';
import { kvsSavedViews } from './kvs-saved-views';
import { kvsWriteLocks } from './kvs-write-locks';

const fresh = <Adapter>(adapter: Adapter): Adapter => {
  forgeStorage.reset();
  return adapter;
};

describeWriteLocks('Forge', () => ({
  locks: fresh(kvsWriteLocks),
  settle: () => {
    forgeStorage.advance(6_000);
  },
}));
describeProposals('Forge', () => fresh(kvsProposals));
describeSavedViews('Forge', () => fresh(kvsSavedViews));

describe('Forge’s storage', () => {
  const lock = aLock('op-1');
  const put = () => kvsWriteLocks.put([{ place: placeOf('1'), seen: undefined, next: lock }]);

  beforeEach(() => {
    forgeStorage.reset();
  });

  it('tells a lost race by its status, whatever the code is', async () => {
    forgeStorage.faults.push({ path: '/entity/set', when: 'before', status: 409 });
    expect(await put()).toEqual(['lost']);
  });

  it.each([400, 429, 500])('does not know of a put that is answered %i', async (status) => {
    forgeStorage.faults.push({ path: '/entity/set', when: 'after', status });
    expect(await put()).toEqual(['unknown']);
    expect(await kvsWriteLocks.get(placeOf('1'))).toEqual({ ok: true, value: lock });
  });

  it('is asked again by key where a batch could not be read', async () => {
    await put();
    forgeStorage.faults.push({ path: '/batch/get', when: 'before', status: 500 });
    const several = await kvsWriteLocks.getSeveral([placeOf('1')]);
    expect(several).toEqual({ ok: false, error: { problem: 'no-answer' } });
  });

  it('is never asked by query for what decides', async () => {
    await put();
    await kvsWriteLocks.get(placeOf('1'));
    await kvsWriteLocks.getSeveral([placeOf('1'), placeOf('2')]);
    expect(forgeStorage.asked.filter((path) => path.includes('query'))).toEqual([]);
  });

  it('finds more locks than one page holds', async () => {
    for (let id = 1; id <= 120; id += 1)
      await kvsWriteLocks.put([{ place: placeOf(String(id)), seen: undefined, next: lock }]);
    expect(await kvsWriteLocks.listUnfinished(0)).toEqual({ ok: true, value: [] });
    forgeStorage.advance(6_000);
    const found = await kvsWriteLocks.listUnfinished(0);
    expect(found.ok && new Set(found.value.map(({ id }) => id)).size).toBe(120);
  });
});
