import fc from 'fast-check';
import { empty, row } from '../../test/builders/import-rows';
import { anImportWorld } from '../../test/builders/import-world';
import { aLocalRest } from '../../test/builders/local-rest';
import { anyValues, randomRows } from '../../test/builders/random-rows';
import { readSource } from '../domain/import/read-source';
import { exportProject } from './export-project';

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
