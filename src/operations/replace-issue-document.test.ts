import { aWorld, raw, stateOf, stored, valuesOf, who } from '../../test/builders/edit-world';
import { aStoredUseCase } from '../../test/builders/stored-record';
import { rawOf } from '../adapters/memory/issue-records';
import { fingerprint } from '../domain/document/seal';
import type { Json } from '../domain/use-case/json';
import { completeWrite } from './complete-write';

describe('a removal', () => {
  const useCase = aStoredUseCase({ who: 'shoppers' });

  it('removes what the person saw, and stays done', async () => {
    const { issue, locks, does } = aWorld(raw(useCase));
    expect(await does({ does: 'remove', seen: fingerprint(useCase) })).toEqual({
      ok: true,
      value: { state: 'saved', stored: null, clashes: [] },
    });
    expect(rawOf(issue, 'useCase')).toBeUndefined();
    const lock = await locks.get(stored);
    expect(lock.ok && lock.value?.state).toBe('removed');
  });

  it('removes nothing that the person did not see', async () => {
    const { issue, does } = aWorld(raw(useCase));
    const other = fingerprint(aStoredUseCase({ who: 'somebody else' }));
    expect(stateOf(await does({ does: 'remove', seen: other }))).toEqual({
      code: 'changed-meanwhile',
    });
    expect(rawOf(issue, 'useCase')).toEqual(useCase);
  });

  it('is not undone by an older write that lands late', async () => {
    const { issue, documents, ports, clock, does, edit } = aWorld();
    await edit([who('shoppers')]);
    const older = rawOf(issue, 'useCase');
    await does({ does: 'remove', seen: fingerprint(older ?? null) }, 'removal-1');
    documents.stored.set('issue:1:northstarUseCase', older ?? null);
    await clock.wait(60_000);
    await completeWrite(ports, stored);
    expect(rawOf(issue, 'useCase')).toBeUndefined();
  });

  it('gives way to a new record from outside', async () => {
    const { issue, documents, ports, clock, does } = aWorld(raw(useCase));
    await does({ does: 'remove', seen: fingerprint(useCase) });
    const theirs = { schema: 1, rev: 1, why: 'theirs', changes: [] };
    documents.stored.set('issue:1:northstarUseCase', theirs);
    await clock.wait(60_000);
    await completeWrite(ports, stored);
    expect(rawOf(issue, 'useCase')).toEqual(theirs);
  });

  it('can be followed by a new edit, which brings nothing old back', async () => {
    const { issue, ports, clock, does, edit } = aWorld();
    await edit([who('shoppers'), { field: 'why', base: '', next: 'grow' }]);
    const seen = fingerprint(rawOf(issue, 'useCase') ?? null);
    await does({ does: 'remove', seen }, 'removal-1');
    await edit([who('new people')], 'operation-2');
    await clock.wait(60_000);
    await completeWrite(ports, stored);
    expect(valuesOf(issue).values).toMatchObject({ who: 'new people', why: '' });
  });
});

describe('a replacement', () => {
  const replace = (world: ReturnType<typeof aWorld>, seen: Json) =>
    world.does({ does: 'replace', seen: fingerprint(seen) });

  it('keeps what can be read of a damaged record', async () => {
    const damaged = { schema: 1, rev: 3, why: 'grow', who: 7, changes: [] };
    const world = aWorld(raw(damaged));
    expect(stateOf(await replace(world, damaged))).toBe('saved');
    expect(valuesOf(world.issue)).toMatchObject({ rev: 4, values: { why: 'grow', who: '' } });
  });

  it('puts an empty record in the place of a foreign value', async () => {
    const world = aWorld(raw(['theirs']));
    expect(stateOf(await replace(world, ['theirs']))).toBe('saved');
    expect(valuesOf(world.issue).rev).toBe(1);
  });

  it('replaces only the value that the viewer saw', async () => {
    const world = aWorld(raw(['other']));
    expect(stateOf(await replace(world, ['theirs']))).toEqual({ code: 'changed-meanwhile' });
    expect(rawOf(world.issue, 'useCase')).toEqual(['other']);
  });

  it('never replaces a newer record', async () => {
    const newer = { schema: 2, rev: 1 };
    const world = aWorld(raw(newer));
    expect(stateOf(await replace(world, newer))).toEqual({ code: 'newer-record' });
  });

  it('refuses a reader', async () => {
    const world = aWorld(raw('x'));
    world.issue.subject = { ...world.issue.subject, mayEdit: false };
    expect(stateOf(await replace(world, 'x'))).toEqual({ code: 'may-not-edit' });
  });
});
