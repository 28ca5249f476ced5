import {
  aWorld,
  mira,
  place,
  raw,
  stateOf,
  stored,
  valuesOf,
  who,
} from '../../test/builders/edit-world';
import { aStoredUseCase } from '../../test/builders/stored-record';
import { aMemoryIssue, rawOf } from '../adapters/memory/issue-records';
import { recordDocument } from '../domain/use-case/record-document';
import type { AccountId } from '../domain/ids';
import type { JiraProblem } from '../ports/issue-records';
import { completeWrite } from './complete-write';
import { editIssueDocument } from './edit-issue-document';
import { withdrawEdit } from './withdraw-edit';
import { patience } from './write-document';

describe('an edit of a record', () => {
  it('writes the first record and signs it', async () => {
    const { issue, edit, asked } = aWorld();
    expect(stateOf(await edit([who('shoppers')]))).toBe('saved');
    expect(valuesOf(issue)).toMatchObject({
      rev: 1,
      values: { who: 'shoppers' },
      changes: [
        { op: 'operation-1', by: 'mira', rev: 1, fields: ['who'], at: '2026-11-22T09:00:00.000Z' },
      ],
    });
    expect(asked).toEqual([[stored]]);
  });

  it('costs four storage calls at the most, and one write', async () => {
    const { documents, ports, edit } = aWorld();
    const calls: string[] = [];
    const { get, put } = ports.locks;
    Object.assign(ports.locks, {
      get: (at: typeof stored) => (calls.push('get'), get(at)),
      put: (changes: Parameters<typeof put>[0]) => (calls.push('put'), put(changes)),
    });
    await edit([who('shoppers')]);
    expect(calls).toEqual(['get', 'put', 'get', 'put']);
    expect(documents.calls).toEqual({ reads: 2, writes: 1 });
  });

  it('merges with what came in between, from outside or through the app', async () => {
    const { issue, ports, documents, edit } = aWorld(raw(aStoredUseCase({ why: 'old' })));
    const { read } = documents;
    let isFirst = true;
    ports.documents = {
      ...documents,
      read: (at) => {
        // Between the first look and the second, somebody writes from outside.
        if (isFirst)
          documents.stored.set('issue:1:northstarUseCase', aStoredUseCase({ why: 'theirs' }));
        isFirst = false;
        return read(at);
      },
    };
    expect(stateOf(await edit([who('mine')]))).toBe('saved');
    expect(valuesOf(issue).values).toMatchObject({ why: 'theirs', who: 'mine' });
  });

  it('shows both values of a field that somebody else changed, and saves the others', async () => {
    const { issue, edit } = aWorld(raw(aStoredUseCase({ who: 'theirs' })));
    const result = await edit([who('mine', 'before'), { field: 'why', base: '', next: 'reason' }]);
    expect(result).toMatchObject({
      ok: true,
      value: {
        state: 'saved',
        clashes: [{ field: 'who', base: 'before', theirs: 'theirs', next: 'mine' }],
      },
    });
    expect(valuesOf(issue).values).toMatchObject({ who: 'theirs', why: 'reason' });
  });

  it('writes nothing and takes nothing where everything clashes', async () => {
    const { documents, locks, edit } = aWorld(raw(aStoredUseCase({ who: 'theirs' })));
    await edit([who('mine', 'before')]);
    expect(documents.calls.writes).toBe(0);
    expect(await locks.get(stored)).toEqual({ ok: true, value: undefined });
  });

  const answers: readonly (readonly [string, JiraProblem])[] = [
    ['401 or 403', { problem: 'forbidden' }],
    ['404', { problem: 'gone' }],
    ['409', { problem: 'busy' }],
    ['413', { problem: 'refused', status: 413 }],
    ['429', { problem: 'slow-down', seconds: 1 }],
    ['500, or none', { problem: 'no-answer' }],
  ];

  it.each(answers)(
    'is saved where the write landed and was answered %s',
    async (_name, problem) => {
      const { issue, documents, edit } = aWorld();
      documents.faults.push({ when: 'after', problem });
      expect(stateOf(await edit([who('mine')]))).toBe('saved');
      expect(valuesOf(issue).rev).toBe(1);
      expect(stateOf(await edit([who('second', 'mine')], 'operation-2'))).toBe('saved');
      expect(valuesOf(issue).values.who).toBe('second');
    },
  );

  it.each(answers)(
    'is not called saved or lost where %s came before the write',
    async (_name, problem) => {
      const { issue, documents, edit } = aWorld();
      documents.faults.push(
        ...Array.from({ length: 9 }, () => ({ when: 'before', problem }) as const),
      );
      expect(stateOf(await edit([who('mine')]))).toBe('checking');
      expect(rawOf(issue, 'useCase')).toBeUndefined();
    },
  );

  it.each(
    answers.filter(([, { problem }]) => ['busy', 'slow-down', 'no-answer'].includes(problem)),
  )('is sent once more after a passing %s', async (_name, problem) => {
    const { issue, documents, edit } = aWorld();
    documents.faults.push({ when: 'before', problem });
    expect(stateOf(await edit([who('mine')]))).toBe('saved');
    expect(valuesOf(issue).rev).toBe(1);
    expect(documents.calls.writes).toBe(2);
  });

  it('has surely failed after a 400, and nobody completes it later', async () => {
    const { issue, documents, locks, ports, clock, edit } = aWorld();
    documents.faults.push({ when: 'before', problem: { problem: 'refused', status: 400 } });
    expect(stateOf(await edit([who('mine')]))).toEqual({
      code: 'unexpected',
      reference: 'jira-400',
    });
    await clock.wait(60 * 60_000);
    await completeWrite(ports, stored);
    expect(rawOf(issue, 'useCase')).toBeUndefined();
    const lock = await locks.get(stored);
    expect(lock.ok && lock.value?.state).toBe('settled');
  });

  it('has one effect where the same operation is sent twice', async () => {
    const { issue, documents, edit } = aWorld();
    await edit([who('mine')]);
    expect(stateOf(await edit([who('mine')]))).toBe('saved');
    expect(valuesOf(issue).rev).toBe(1);
    expect(documents.calls.writes).toBe(1);
  });

  it('answers within its patience, whatever Jira does', async () => {
    const { documents, ports, clock, edit } = aWorld();
    const start = clock.now();
    ports.documents = { ...documents, write: () => new Promise(() => undefined) };
    expect(stateOf(await edit([who('mine')]))).toBe('checking');
    expect(clock.now() - start).toBeLessThanOrEqual(15_000);
    expect(patience).toBeLessThan(15_000);
  });

  it('takes no lock once its time is over: whoever asked may have withdrawn it', async () => {
    const { ports, clock, edit } = aWorld();
    let puts = 0;
    Object.assign(ports.locks, {
      put: async () => {
        puts += 1;
        await clock.wait(patience + 1_000);
        return ['lost'];
      },
    });
    expect(stateOf(await edit([who('shoppers')]))).toBe('checking');
    await clock.wait(60_000);
    expect(puts).toBe(1);
  });

  it('is completed later where its function broke off, as a merge', async () => {
    const { issue, documents, ports, clock, edit } = aWorld();
    ports.documents = { ...documents, write: () => new Promise(() => undefined) };
    await edit([who('mine')]);
    documents.stored.set('issue:1:northstarUseCase', aStoredUseCase({ why: 'meanwhile' }));
    await clock.wait(15 * 60_000);
    expect(await completeWrite({ ...ports, documents }, stored)).toBe('done');
    expect(valuesOf(issue).values).toMatchObject({ who: 'mine', why: 'meanwhile' });
    expect(valuesOf(issue).changes.at(-1)).toMatchObject({ op: 'operation-1', by: 'mira' });
  });

  it('can be withdrawn by its author once its function is gone, and is then not completed', async () => {
    const { issue, documents, ports, clock, edit } = aWorld();
    ports.documents = { ...documents, write: () => new Promise(() => undefined) };
    await edit([who('mine')]);
    const withdraw = (by: string) => withdrawEdit(ports, stored, by as AccountId, 'operation-1');
    expect(await withdraw('mira')).toEqual({ ok: true, value: { end: 'unknown' } });
    await clock.wait(60_000);
    expect(await withdraw('ines')).toEqual({ ok: true, value: { end: 'unknown' } });
    expect(await withdraw('mira')).toEqual({ ok: true, value: { end: 'withdrawn' } });
    await clock.wait(60 * 60_000);
    await completeWrite({ ...ports, documents }, stored);
    expect(rawOf(issue, 'useCase')).toBeUndefined();
  });

  it('keeps values beside the record for a quarter of an hour and no longer', async () => {
    const { locks, ports, clock, edit } = aWorld();
    await edit([who('a private thought')]);
    const kept = async () => JSON.stringify(await locks.get(stored));
    expect(await kept()).toContain('a private thought');
    await clock.wait(15 * 60_000);
    await completeWrite(ports, stored);
    expect(await kept()).not.toContain('a private thought');
    expect(await kept()).toContain('operation-1');
  });

  it('begins nothing where the store does not answer', async () => {
    const { issue, ports, edit } = aWorld();
    const silent = { ok: false, error: { problem: 'no-answer' } } as const;
    ports.locks = { ...ports.locks, get: () => Promise.resolve(silent) };
    expect(stateOf(await edit([who('mine')]))).toEqual({ code: 'no-answer' });
    expect(rawOf(issue, 'useCase')).toBeUndefined();
  });

  it('goes by the lock itself where the store does not say whether it was taken', async () => {
    const { issue, ports, edit } = aWorld();
    const { put } = ports.locks;
    let isFirst = true;
    ports.locks = {
      ...ports.locks,
      put: async (changes) => {
        const puts = await put(changes);
        if (!isFirst) return puts;
        isFirst = false;
        return ['unknown'];
      },
    };
    expect(stateOf(await edit([who('mine')]))).toBe('saved');
    expect(valuesOf(issue).rev).toBe(1);
  });

  it('lets twenty people at once change a field each and loses none', async () => {
    const { issue, ports } = aWorld();
    const fields = [
      'why',
      'who',
      'what',
      'where',
      'how.data',
      'how.audience',
      'how.journey',
    ] as const;
    const saves = await Promise.all(
      fields.map((field) =>
        editIssueDocument(ports, place, mira, {
          ...{ document: 'useCase', kind: recordDocument('useCase'), opId: `operation-${field}` },
          intent: { does: 'change', changes: [{ field, base: '', next: `new ${field}` }] },
        }),
      ),
    );
    expect(saves.map(stateOf)).toEqual(fields.map(() => 'saved'));
    for (const field of fields) expect(valuesOf(issue).values[field]).toBe(`new ${field}`);
  });

  it.each([
    [
      'a reader',
      { subject: { ...aMemoryIssue().subject, mayEdit: false } },
      { code: 'may-not-edit' },
    ],
    [
      'a sub-task',
      { subject: { ...aMemoryIssue().subject, placement: 'sub-task' as const } },
      { code: 'not-placed-here', placement: 'sub-task' },
    ],
    [
      'a project that turned it off',
      { subject: { ...aMemoryIssue().subject, placement: 'project-off' as const } },
      { code: 'not-placed-here', placement: 'project-off' },
    ],
    ['a newer record', raw({ schema: 9, rev: 1 }), { code: 'newer-record' }],
    ['a damaged record', raw({ schema: 1, rev: 1, who: 7 }), { code: 'damaged-record' }],
    ['a foreign value', raw('mine!'), { code: 'foreign-record' }],
    [
      'a rate limit',
      { nextLoads: [{ problem: 'slow-down' as const, seconds: 9 }] },
      { code: 'slow-down', seconds: 9 },
    ],
    [
      'a Jira that does not answer',
      { nextLoads: [{ problem: 'no-answer' as const }] },
      { code: 'no-answer' },
    ],
  ])('refuses %s with its own code and changes nothing', async (_name, change, code) => {
    const { issue, locks, edit } = aWorld(change);
    const before = rawOf(issue, 'useCase');
    expect(await edit([who('mine')])).toEqual({ ok: false, error: code });
    expect(rawOf(issue, 'useCase')).toEqual(before);
    expect(await locks.get(stored)).toEqual({ ok: true, value: undefined });
  });

  it('refuses 40,000 characters before sending them, with what to shorten', async () => {
    const { documents, edit } = aWorld();
    const result = await edit([who('x'.repeat(40_000))]);
    expect(result).toMatchObject({ ok: false, error: { code: 'too-long', longest: ['who'] } });
    expect(documents.calls.writes).toBe(0);
  });

  it('keeps markup as the text that it is', async () => {
    const { issue, edit } = aWorld();
    await edit([who('<script>alert(1)</script>')]);
    expect(valuesOf(issue).values.who).toBe('<script>alert(1)</script>');
  });
});
