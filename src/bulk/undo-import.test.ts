import { empty, keyed, recordOn, row } from '../../test/builders/import-rows';
import { anImportWorld } from '../../test/builders/import-world';
import { undoImport } from './undo-import';

describe('undoImport', () => {
  it('deletes what was made, but not what somebody worked on since', async () => {
    const local = empty();
    const world = anImportWorld(local, 'admin');
    const order = await world.order([row(1), row(2)]);
    const outcomes = await world.run(order);
    const changes = [{ field: 'who' as const, base: '', next: 'shoppers' }];
    await world.ports.saveMany('useCase', [
      { issue: local.place('CDP-2').issue, opId: 'other-op', changes },
    ]);
    const undone = await undoImport(world.ports, order, outcomes);
    expect(undone).toMatchObject({
      deleted: 1,
      stay: [{ issue: { key: 'CDP-2' }, why: 'changed-since' }],
    });
    expect(keyed(local)).toEqual([['CDP-2', 'Row 2']]);
  });

  it('clears the records where the person may not delete, and lists what stays', async () => {
    const local = empty();
    const permission = 'DELETE_ISSUES';
    local.store.commit({ op: 'grant', projectId: '10000', permission, accountIds: [] });
    const world = anImportWorld(local, 'editor');
    const order = await world.order([row(1)]);
    const undone = await undoImport(world.ports, order, await world.run(order));
    expect(undone).toMatchObject({
      deleted: 0,
      stay: [{ issue: { key: 'CDP-1' }, why: 'not-allowed' }],
    });
    expect(recordOn(local, 'CDP-1')).toBeUndefined();
    expect(keyed(local)).toHaveLength(1);
  });

  it('does not say that records are gone which could not be removed', async () => {
    const local = empty();
    const permission = 'DELETE_ISSUES';
    local.store.commit({ op: 'grant', projectId: '10000', permission, accountIds: [] });
    const world = anImportWorld(local, 'editor');
    const order = await world.order([row(1)]);
    const outcomes = await world.run(order);
    const removeRecord = () =>
      Promise.resolve({ ok: false, error: { code: 'no-answer' } } as const);
    const undone = await undoImport({ ...world.ports, removeRecord }, order, outcomes);
    expect(undone.stay).toMatchObject([{ issue: { key: 'CDP-1' }, why: 'failed' }]);
    expect(recordOn(local, 'CDP-1')).toBeDefined();
  });
});
