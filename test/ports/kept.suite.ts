import type { Proposal } from '../../src/domain/programme/proposal';
import type { SavedView } from '../../src/domain/views/saved-view';
import type { AccountId, ProjectId } from '../../src/ports/ids';
import type { Proposals } from '../../src/ports/proposals';
import type { SavedViews } from '../../src/ports/saved-views';

const [here, elsewhere] = ['10000', '1000'] as readonly string[] as readonly [ProjectId, ProjectId];
const [mira, ines] = ['mira', 'ines'] as readonly string[] as readonly [AccountId, AccountId];

const at = (minute: number): string => `2026-11-28T09:0${String(minute)}:00.000Z`;

const proposal = (id: string): Proposal => ({
  ...{ id, list: 'audiences', name: `Audience ${id}`, by: mira, at: at(0) },
});

const view = (id: string, by: AccountId, change: Partial<SavedView> = {}): SavedView => ({
  ...{ id, name: `View ${id}`, shared: false, by, at: at(1) },
  choices: {
    ...{ text: '', stage: '', quadrant: '', person: '', jql: '', kind: 'use-case' },
    ...{ colour: 'status', size: 'value', label: 'key', every: false, flipped: false, top: 5 },
    asTable: false,
  },
  ...change,
});

const idsOf = (found: {
  readonly ok: boolean;
  readonly value?: readonly { readonly id: string }[];
}) => found.value?.map(({ id }) => id).sort();

/** What every store of proposals does: what one project is told, no other hears. */
export function describeProposals(name: string, create: () => Proposals): void {
  describe(`proposals on ${name}`, () => {
    it('are there as soon as they were made, in their own project only', async () => {
      const proposals = create();
      await proposals.add(here, proposal('proposal-1'));
      await proposals.add(here, proposal('proposal-2'));
      await proposals.add(elsewhere, proposal('proposal-3'));
      expect(idsOf(await proposals.list(here))).toEqual(['proposal-1', 'proposal-2']);
      expect(idsOf(await proposals.list(elsewhere))).toEqual(['proposal-3']);
      await proposals.remove(here, 'proposal-1');
      await proposals.remove(here, 'proposal-3');
      expect(idsOf(await proposals.list(here))).toEqual(['proposal-2']);
      expect(idsOf(await proposals.list(elsewhere))).toEqual(['proposal-3']);
    });

    it('are all kept where several are made at once', async () => {
      const proposals = create();
      const ids = ['proposal-1', 'proposal-2', 'proposal-3', 'proposal-4'];
      await Promise.all(ids.map((id) => proposals.add(here, proposal(id))));
      expect(idsOf(await proposals.list(here))).toEqual(ids);
    });
  });
}

/** What every store of views does: a person's own are seen by that person alone. */
export function describeSavedViews(name: string, create: () => SavedViews): void {
  describe(`saved views on ${name}`, () => {
    it('are seen by everybody of their project if shared, and else by their author alone', async () => {
      const views = create();
      await views.put(here, view('shared-1', mira, { shared: true }), undefined);
      await views.put(here, view('own-view-1', mira), undefined);
      await views.put(here, view('own-view-2', ines), undefined);
      expect(idsOf(await views.list(here, mira))).toEqual(['own-view-1', 'shared-1']);
      expect(idsOf(await views.list(here, ines))).toEqual(['own-view-2', 'shared-1']);
      expect(idsOf(await views.list(elsewhere, mira))).toEqual([]);
    });

    it('replace the one that was seen, and no other', async () => {
      const views = create();
      const first = view('own-view-1', mira);
      await views.put(here, first, undefined);
      const taken = { ok: false, error: { problem: 'taken' } };
      expect(await views.put(here, view('own-view-1', mira, { at: at(2) }), undefined)).toEqual(
        taken,
      );
      const second = view('own-view-1', mira, { at: at(2), name: 'Second' });
      expect(await views.put(here, second, first)).toEqual({ ok: true, value: null });
      expect(await views.put(here, view('own-view-1', mira, { at: at(3) }), first)).toEqual(taken);
      expect(await views.list(here, mira)).toMatchObject({ value: [{ name: 'Second' }] });
    });

    it('have one winner of two who replace the same one at once', async () => {
      const views = create();
      const first = view('shared-1', mira, { shared: true });
      await views.put(here, first, undefined);
      const puts = await Promise.all(
        [mira, ines].map((by) => views.put(here, { ...first, name: `By ${by}`, at: at(2) }, first)),
      );
      expect(puts.map(({ ok }) => ok).sort()).toEqual([false, true]);
    });

    it('move between shared and own, and go', async () => {
      const views = create();
      const own = view('view-number-1', mira);
      await views.put(here, own, undefined);
      const shared = { ...own, shared: true, at: at(2) };
      await views.put(here, shared, own);
      await views.remove(here, own);
      expect(idsOf(await views.list(here, ines))).toEqual(['view-number-1']);
      expect(idsOf(await views.list(here, mira))).toEqual(['view-number-1']);
      await views.remove(here, shared);
      expect(idsOf(await views.list(here, mira))).toEqual([]);
    });
  });
}
