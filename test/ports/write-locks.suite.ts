import { takenBy, withLanded, type WriteLock } from '../../src/domain/document/write-lock';
import type { DocumentPlace } from '../../src/ports/documents';
import type { WriteLocks } from '../../src/ports/write-locks';

export const placeOf = (id: string, entity: DocumentPlace['entity'] = 'issue'): DocumentPlace => ({
  ...{ entity, id, key: 'northstarUseCase' },
});

export const aLock = (op: string, before?: WriteLock, now = Date.UTC(2026, 10, 28)): WriteLock => {
  const intent = { does: 'change', changes: [{ field: 'who', base: '', next: op }] } as const;
  const operation = { op, by: 'mira', at: new Date(now).toISOString(), intent };
  return takenBy(before, operation, { head: undefined, now });
};

/** What every store of locks does, whatever it stands on. `settle` lets queries catch up. */
export function describeWriteLocks(
  name: string,
  create: () => { readonly locks: WriteLocks; readonly settle: () => void },
): void {
  describe(`locks on ${name}`, () => {
    const first = aLock('op-1');

    it('are what was put, for each document by itself', async () => {
      const { locks } = create();
      const others = [
        placeOf('2'),
        placeOf('1', 'project'),
        { ...placeOf('1'), key: 'northstarRating' },
      ];
      expect(await locks.get(placeOf('1'))).toEqual({ ok: true, value: undefined });
      expect(await locks.put([{ place: placeOf('1'), seen: undefined, next: first }])).toEqual([
        'put',
      ]);
      expect(await locks.get(placeOf('1'))).toEqual({ ok: true, value: first });
      for (const other of others)
        expect(await locks.get(other)).toEqual({ ok: true, value: undefined });
      expect(await locks.getSeveral([placeOf('2'), placeOf('1')])).toEqual({
        ...{ ok: true, value: [undefined, first] },
      });
    });

    it('are put in place of the one that was seen, and of no other', async () => {
      const { locks } = create();
      const place = placeOf('1');
      const put = (seen: WriteLock | undefined, next: WriteLock) =>
        locks.put([{ place, seen, next }]);
      await put(undefined, first);
      expect(await put(undefined, aLock('op-2'))).toEqual(['lost']);
      const second = aLock('op-2', first);
      expect(await put(first, second)).toEqual(['put']);
      expect(await put(first, aLock('op-3', first))).toEqual(['lost']);
      expect(await locks.get(place)).toEqual({ ok: true, value: second });
    });

    it('have one winner of two who put at once', async () => {
      const { locks } = create();
      const place = placeOf('1');
      const race = (seen: WriteLock | undefined) =>
        Promise.all(
          ['op-a', 'op-b', 'op-c'].map((op) => locks.put([{ place, seen, next: aLock(op, seen) }])),
        );
      expect((await race(undefined)).flat().sort()).toEqual(['lost', 'lost', 'put']);
      const held = await locks.get(place);
      const seen = held.ok ? held.value : undefined;
      expect((await race(seen)).flat().sort()).toEqual(['lost', 'lost', 'put']);
    });

    it('that replace others are put all or none; new ones one by one', async () => {
      const { locks } = create();
      const change = (id: string, seen: WriteLock | undefined, next: WriteLock) => ({
        ...{ place: placeOf(id), seen, next },
      });
      await locks.put([change('1', undefined, first), change('2', undefined, first)]);
      const newer = aLock('op-2', first);
      await locks.put([change('1', first, newer)]);
      const puts = await locks.put([
        change('1', first, aLock('op-3', first)),
        change('2', first, aLock('op-3', first)),
        change('3', undefined, first),
      ]);
      expect(puts).toEqual(['lost', 'lost', 'put']);
      expect(await locks.getSeveral([placeOf('1'), placeOf('2'), placeOf('3')])).toEqual({
        ...{ ok: true, value: [newer, first, first] },
      });
    });

    it('are found when they are unfinished or new, and are gone when removed', async () => {
      const { locks, settle } = create();
      const landed = withLanded(first, new Map([['op-1', undefined]]));
      const later = aLock('op-1', undefined, first.takenAt + 60_000);
      const settled = withLanded(later, new Map([['op-1', undefined]]));
      const all = [
        [placeOf('1'), first],
        [placeOf('2'), landed],
        [placeOf('3'), settled],
      ] as const;
      for (const [place, next] of all) await locks.put([{ place, seen: undefined, next }]);
      settle();
      const unfinished = async () => {
        const found = await locks.listUnfinished(first.takenAt + 1);
        return found.ok ? found.value.map(({ id }) => id).sort() : [];
      };
      expect(await unfinished()).toEqual(['1', '3']);
      await locks.remove([placeOf('1'), placeOf('9')]);
      settle();
      expect(await unfinished()).toEqual(['3']);
      expect(await locks.get(placeOf('1'))).toEqual({ ok: true, value: undefined });
    });
  });
}
