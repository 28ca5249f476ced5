import { empty, keyed, recordOn, row } from '../../../test/builders/import-rows';
import { anImportWorld } from '../../../test/builders/import-world';
import { aLocalRest, type LocalRest } from '../../../test/builders/local-rest';
import { rootRow, rowOfRoot, type RowDecision } from '../../domain/import/plan-import';
import { readSource } from '../../domain/import/read-source';
import { worlds } from '../../../local-jira/worlds/worlds';
import { exportProject } from '../export-project';
import { importRows } from './import-rows';

const goingOn = {
  onProgress: () => undefined,
  mayGoOn: () => Promise.resolve('go' as const),
};

describe('importRows', () => {
  it('makes issues with their records and says where they came from', async () => {
    const local = empty();
    const world = anImportWorld(local);
    const rows = [row(1), row(2, { note: ['Colour: red'] }), row(3, { title: '' })];
    const outcomes = await world.run(await world.order(rows));
    expect([...outcomes.values()].map(({ outcome }) => outcome)).toEqual(['left', 'made', 'made']);
    expect(keyed(local)).toEqual([
      ['CDP-1', 'Row 1'],
      ['CDP-2', 'Row 2'],
    ]);
    expect(recordOn(local, 'CDP-2')?.values).toMatchObject({
      why: 'grow',
      note: 'Colour: red\nFrom test.csv, 2.',
    });
  });

  it('hangs rows below the row, the new use case or the issue that they name', async () => {
    const local = empty();
    const world = anImportWorld(local);
    const above = await world.order([row(1, { parent: 'row 2' }), row(2)]);
    await world.run(above);
    const byTitle = (title: string) =>
      Object.values(local.store.state().issues).find(({ summary }) => summary === title);
    expect(byTitle('Row 1')?.parentId).toBe(byTitle('Row 2')?.id);

    const { planned } = await world.order([], {});
    const order = await world.order([row(5), row(6)], {
      importId: 'import-2',
      under: { root: 'new', title: 'Segments' },
    });
    const root = {
      row: rowOfRoot('Segments'),
      action: { action: 'make' as const },
      parentRow: undefined,
      parentIssue: undefined,
    };
    await world.run({ ...order, planned: [...planned, root, ...order.planned] });
    expect(byTitle('Row 5')?.parentId).toBe(byTitle('Segments')?.id);
    expect(byTitle('Row 6')?.parentId).toBe(byTitle('Segments')?.id);
    expect(rootRow).toBe(0);
  });

  it('links a story to a use case of its own level, because the hierarchy cannot hold it', async () => {
    const local = aLocalRest();
    const world = anImportWorld(local);
    const { issue } = local.place('CDP-14');
    await world.run(await world.order([row(1)], { under: { root: 'issue', id: issue } }));
    const made = Object.values(local.store.state().issues).find(
      ({ summary }) => summary === 'Row 1',
    );
    expect(made?.parentId).toBeNull();
    expect(Object.values(local.store.state().links)).toContainEqual(
      expect.objectContaining({ inwardIssueId: issue, outwardIssueId: made?.id }),
    );
  });

  it('fills blanks of an issue that is there, and keeps what it says', async () => {
    const local = aLocalRest();
    const world = anImportWorld(local);
    const values = { why: 'something else', guardrail: 'No more complaints' };
    const order = await world.order([row(1, { key: 'cdp-14', values })], { matchBy: 'key' });
    const outcomes = await world.run(order);
    expect(outcomes.get(1)).toMatchObject({ outcome: 'merged', issue: { key: 'CDP-14' } });
    expect(recordOn(local, 'CDP-14')?.values).toMatchObject({
      why: 'Lift online revenue without more discounting',
      guardrail: 'No more complaints',
      note: 'why: something else\nFrom test.csv, 1.',
    });
    const undone = await world.undo(order, outcomes);
    expect(undone.get(1)?.end).toEqual({ end: 'restored', kept: [] });
    expect(recordOn(local, 'CDP-14')?.values).toMatchObject({ guardrail: '', note: '' });
  });

  it('asks where one title means several, and writes nothing of such a row', async () => {
    const local = aLocalRest();
    const world = anImportWorld(local);
    const title = 'Win back abandoned carts within the hour';
    const order = await world.order([row(1, { title }), row(2), row(3, { title: 'row  2' })], {
      matchBy: 'title',
    });
    expect(order.planned.map(({ action }) => action.action)).toEqual(['merge', 'ask', 'ask']);
    const outcomes = await world.run(order);
    expect(outcomes.get(2)).toEqual({ outcome: 'left' });
    const decided = await world.order([row(2), row(3, { title: 'row 2' })], {
      matchBy: 'title',
      decided: new Map<number, RowDecision>([
        [2, { issue: local.place('CDP-14').issue }],
        [3, 'leave'],
      ]),
    });
    expect(decided.planned.map(({ action }) => action)).toMatchObject([
      { action: 'merge', issue: { key: 'CDP-14' } },
      { action: 'leave', why: 'decided' },
    ]);
  });

  it('stops between requests, and goes on with what is left', async () => {
    const local = empty();
    const world = anImportWorld(local);
    const rows = Array.from({ length: 120 }, (_, index) => row(index + 1));
    const order = await world.order(rows);
    let asked = 0;
    const first = await world.run(order, {
      mayGoOn: () => {
        asked += 1;
        return Promise.resolve(asked > 2 ? 'stop' : 'go');
      },
    });
    expect(first.size).toBe(100);
    const all = await world.run({ ...order, before: first });
    expect(all.size).toBe(120);
    expect(keyed(local)).toHaveLength(120);
  });

  it('tells what Jira refused row by row, and tries it again alone', async () => {
    const local = empty();
    const world = anImportWorld(local);
    const order = await world.order([row(1), row(2)]);
    const wrongType = { ...order.storyType, id: '99' };
    const under = {
      ...order,
      planned: order.planned.map((each, index) => ({
        ...each,
        parentRow: index === 1 ? 1 : undefined,
      })),
    };
    const first = await world.run({ ...under, storyType: wrongType });
    expect(first.get(1)).toMatchObject({ outcome: 'made' });
    expect(first.get(2)).toMatchObject({ outcome: 'failed', error: { problem: 'not-taken' } });
    const second = await world.run({ ...under, before: first });
    expect(second.get(2)).toMatchObject({ outcome: 'made', issue: { key: 'CDP-2' } });
    expect(keyed(local)).toHaveLength(2);
  });

  it('sends nothing of a row that Jira could not keep, and makes the others', async () => {
    const local = empty();
    const world = anImportWorld(local);
    const long = row(1, { values: { why: 'x'.repeat(40_000) } });
    const outcomes = await world.run(await world.order([long, row(2)]));
    expect(outcomes.get(1)).toMatchObject({
      outcome: 'failed',
      error: { code: 'too-long', longest: ['why'] },
    });
    expect(keyed(local)).toEqual([['CDP-1', 'Row 2']]);
  });

  it('makes 1,000 issues with 20 requests', async () => {
    const local = empty();
    const world = anImportWorld(local);
    const rows = Array.from({ length: 1_000 }, (_, index) => row(index + 1));
    await world.run(await world.order(rows));
    const requests = local.exchanges().filter(({ operationId }) => operationId === 'createIssues');
    expect(requests).toHaveLength(20);
    expect(keyed(local)).toHaveLength(1_000);
  });

  describe('where the answer was lost', () => {
    const lost = (local: LocalRest, times: number) => {
      local.rest.faults.inject({
        operationId: 'createIssues',
        when: 'after',
        status: 503,
        seconds: 0,
        headers: {},
        times,
      });
    };
    const ownExport = async () => {
      const from = empty();
      const source = anImportWorld(from);
      await source.run(await source.order([row(1), row(2)]));
      const exported = await exportProject(
        { ...source.ports, projects: source.projects },
        source.project,
      );
      if (!exported.ok) throw new Error('no export');
      const read = readSource(JSON.stringify(exported.value), 'export.json');
      if (read.kind !== 'export') throw new Error('not read');
      return read.rows;
    };

    it.each([
      ['CSV', () => Promise.resolve([row(1), row(2)])],
      ['rows of titles only', () => Promise.resolve([row(1, { values: {} }), row(2)])],
      ['our own JSON', ownExport],
    ])('nothing is made twice although the search lags (%s)', async (_name, rowsOf) => {
      const world = anImportWorld(aLocalRest({ state: worlds.empty(), indexLagSeconds: () => 5 }));
      const { local } = world;
      lost(local, 1);
      const states: string[] = [];
      const outcomes = await world.run(await world.order(await rowsOf()), {
        onProgress: (sofar) => states.push([...sofar.values()].map((each) => each.outcome).join()),
      });
      expect(states).toContain('unknown,unknown');
      expect([...outcomes.values()].map(({ outcome }) => outcome)).toEqual(['made', 'made']);
      expect(keyed(local)).toHaveLength(2);
    });

    it('rows that are surely not there are sent again by themselves', async () => {
      const local = empty();
      const world = anImportWorld(local);
      const refused = { operationId: 'createIssues', when: 'before', status: 503 } as const;
      local.rest.faults.inject({ ...refused, seconds: 0, headers: {}, times: 1 });
      const outcomes = await world.run(await world.order([row(1)]));
      expect(outcomes.get(1)).toMatchObject({ outcome: 'made' });
      expect(local.exchanges().filter((each) => each.operationId === 'createIssues')).toHaveLength(
        2,
      );
    });

    it('rows that were never answered are looked for before they are sent again', async () => {
      const local = empty();
      const world = anImportWorld(local);
      const refused = { operationId: 'createIssues', when: 'before', status: 503 } as const;
      local.rest.faults.inject({ ...refused, seconds: 0, headers: {}, times: 3 });
      const order = await world.order([row(1)]);
      const first = await world.run(order);
      expect(first.get(1)).toEqual({ outcome: 'unknown' });
      const sent = () =>
        local.exchanges().filter((each) => each.operationId === 'createIssues').length;
      const before = sent();
      // It landed late.
      await world.ports.issues.makeIssues(order.project, [
        {
          ...{ op: 'import-1-1', typeId: order.useCaseType.id, summary: 'Row 1' },
          ...{ parentId: null, records: {} },
        },
      ]);
      const second = await world.run({ ...order, before: first });
      expect(second.get(1)).toMatchObject({ outcome: 'made' });
      expect(sent()).toBe(before + 1);
      expect(keyed(local)).toHaveLength(1);
    });

    it('rows stay unknown while nobody can look, and what hangs below them waits', async () => {
      const local = empty();
      const world = anImportWorld(local);
      const order = await world.order([row(1, { parent: 'row 2' }), row(2)]);
      lost(local, 1);
      const deaf = {
        ...world.ports.issues,
        readNewest: () => Promise.resolve({ ok: false, error: { problem: 'no-answer' } } as const),
      };
      const first = await importRows({ ...world.ports, issues: deaf }, order, goingOn);
      expect(first.get(2)).toEqual({ outcome: 'unknown' });
      expect(first.has(1)).toBe(false);
      const second = await world.run({ ...order, before: first });
      expect(second.get(2)).toMatchObject({ outcome: 'made', issue: { key: 'CDP-1' } });
      expect(second.get(1)).toMatchObject({ outcome: 'made' });
      expect(keyed(local)).toHaveLength(2);
    });

    it('an issue is found behind a gap that deleted issues left', async () => {
      const local = empty();
      const world = anImportWorld(local, 'admin');
      const many = Array.from({ length: 150 }, (_, index) => row(index + 1));
      const order = await world.order(many);
      await world.undo(order, await world.run(order));
      expect(keyed(local)).toEqual([]);
      lost(local, 1);
      const next = await world.order([row(1)], { importId: 'import-2' });
      expect((await world.run(next)).get(1)).toMatchObject({ issue: { key: 'CDP-151' } });
      expect(keyed(local)).toHaveLength(1);
    });
  });

  it('is refused to who may only read', async () => {
    const local = empty();
    const outcomes = await anImportWorld(local, 'reader').run(
      await anImportWorld(local, 'reader').order([row(1)]),
    );
    expect(outcomes.get(1)).toMatchObject({ outcome: 'failed' });
    expect(keyed(local)).toEqual([]);
  });
});
