import type { AccountId, ProjectId } from '../../src/domain/ids';
import type { KeptLists, ListName } from '../../src/ports/kept-lists';

const [here, elsewhere] = ['10000', '1000'] as readonly string[] as readonly [ProjectId, ProjectId];
const [mira, ines] = ['mira', 'ines'] as readonly string[] as readonly [AccountId, AccountId];

/** One of each kind of list, for two projects and two people. */
const all: readonly ListName[] = [
  ...[here, elsewhere].flatMap((project): readonly ListName[] => [
    { keeps: 'proposals', project },
    { keeps: 'shared-views', project },
    ...[mira, ines].map((of) => ({ keeps: 'own-views', project, of }) as const),
  ]),
];

/** What every store of lists does: what one list is told, no other hears. */
export function describeKeptLists(name: string, create: () => KeptLists): void {
  describe(`lists on ${name}`, () => {
    it('are there as soon as they are changed, and each is its own', async () => {
      const lists = create();
      for (const [index, list] of all.entries())
        await lists.change(list, (items) => [...items, { id: `item-${String(index)}` }]);
      for (const [index, list] of all.entries())
        expect(await lists.read(list)).toEqual({
          ok: true,
          value: [{ id: `item-${String(index)}` }],
        });
    });

    it('keep everything where several change one at once', async () => {
      const lists = create();
      const list: ListName = { keeps: 'proposals', project: here };
      const ids = ['1', '2', '3', '4'];
      await Promise.all(ids.map((id) => lists.change(list, (items) => [...items, id])));
      const found = await lists.read(list);
      expect(found.ok && [...found.value].sort()).toEqual(ids);
    });

    it('stay as they are where a change is refused', async () => {
      const lists = create();
      const list: ListName = { keeps: 'shared-views', project: here };
      await lists.change(list, () => ['kept']);
      expect(await lists.change(list, () => undefined)).toEqual({ ok: true, value: 'refused' });
      expect(await lists.read(list)).toEqual({ ok: true, value: ['kept'] });
    });

    it('have one winner of two who replace the same item at once', async () => {
      const lists = create();
      const list: ListName = { keeps: 'shared-views', project: here };
      await lists.change(list, () => ['first']);
      const changes = await Promise.all(
        ['by mira', 'by ines'].map((next) =>
          lists.change(list, (items) => (items.includes('first') ? [next] : undefined)),
        ),
      );
      expect(changes.map((each) => each.ok && each.value).sort()).toEqual(['changed', 'refused']);
    });
  });
}
