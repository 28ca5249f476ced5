import fc from 'fast-check';
import { empty, keyed, recordOn, row } from '../../test/builders/import-rows';
import { anImportWorld } from '../../test/builders/import-world';
import { aLocalRest } from '../../test/builders/local-rest';
import { anyValues, randomRows } from '../../test/builders/random-rows';
import { rootRow, rowOfRoot, type RowDecision } from '../domain/import/plan-import';
import { readSource } from '../domain/import/read-source';
import { exportProject } from './export-project';
import { undoImport } from './undo-import';

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
    const undone = await undoImport(world.ports, order, outcomes);
    expect(undone).toEqual({ deleted: 0, restored: 1, stay: [] });
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

  it('makes nothing twice where the answer was lost', async () => {
    const local = empty();
    const world = anImportWorld(local);
    const { issues } = world.ports;
    const order = await world.order([row(1)]);
    const deaf = {
      ...world.ports,
      issues: {
        ...issues,
        makeIssues: async (...args: Parameters<typeof issues.makeIssues>) => {
          await issues.makeIssues(...args);
          return [{ ok: false as const, error: { problem: 'no-answer' as const } }];
        },
      },
    };
    const { importRows } = await import('./import-rows');
    const control = { onProgress: () => undefined, mayGoOn: () => Promise.resolve('go' as const) };
    const first = await importRows(deaf, order, control);
    expect(first.get(1)).toMatchObject({ outcome: 'failed' });
    const second = await world.run({ ...order, before: first });
    expect(second.get(1)).toMatchObject({ outcome: 'made', issue: { key: 'CDP-1' } });
    expect(keyed(local)).toHaveLength(1);
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

describe('exportProject', () => {
  const value = { schema: 1, rev: 3, answers: { revenue: [2, 3, 5] }, changes: [], later: 1 };
  it('comes back equal after an import, whatever the records hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyValues, { minLength: 1, maxLength: 4 }), async (all) => {
        const local = empty();
        const world = anImportWorld(local);
        await world.run(await world.order(all.map((values, index) => row(index + 1, { values }))));
        const issueIds = Object.keys(local.store.state().issues);
        local.store.commit({ op: 'put-issue-property', issueIds, key: 'northstarRating', value });
        const ports = { ...world.ports, projects: world.projects };
        const exported = await exportProject(ports, world.project);
        if (!exported.ok) throw new Error('no export');
        const source = readSource(JSON.stringify(exported.value), 'export.json');
        if (source.kind !== 'export') throw new Error('not read');
        const other = empty();
        const target = anImportWorld(other);
        await target.run(await target.order(source.rows));
        const again = await exportProject(
          { ...target.ports, projects: target.projects },
          target.project,
        );
        expect(again.ok && again.value.issues).toEqual(exported.value.issues);
        expect(exported.value.issues.every(({ rating }) => rating !== undefined)).toBe(true);
      }),
      { numRuns: 12, seed: 4 },
    );
  });

  it('takes the issues above along, and leaves out what bears no record', async () => {
    const local = aLocalRest();
    const world = anImportWorld(local);
    const progress: number[] = [];
    const exported = await exportProject(
      { ...world.ports, projects: world.projects },
      world.project,
      (read) => progress.push(read),
    );
    const keys = exported.ok ? exported.value.issues.map(({ key }) => key) : [];
    expect(keys).toContain('CDP-14');
    expect(keys).toContain('CDP-2');
    expect(keys).not.toContain('CDP-8');
    expect(progress.length).toBeGreaterThan(0);
  });

  it('shows a stranger nothing', async () => {
    const world = anImportWorld(aLocalRest(), 'stranger');
    const exported = await exportProject(
      { ...world.ports, projects: world.projects },
      world.project,
    );
    expect(exported.ok && exported.value.issues.length > 0).toBe(false);
  });
});

it('random rows are the same for each seed', () => {
  expect(randomRows(3, 1)).toEqual(randomRows(3, 1));
});
