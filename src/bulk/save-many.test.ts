import { idleClock } from '../../test/builders/idle-clock';
import { memoryDocuments } from '../adapters/memory/documents';
import { aMemoryIssue, memoryIssueRecords } from '../adapters/memory/issue-records';
import { memoryWriteLocks } from '../adapters/memory/write-locks';
import type { PayloadOf } from '../contract';
import { isOpen, takenBy } from '../domain/document/write-lock';
import { documentKindOf } from '../domain/document-kinds';
import { success } from '../domain/result';
import type { Json } from '../domain/use-case/json';
import { recordDocument } from '../domain/use-case/record-document';
import type { AccountId, IssueId, ProjectId } from '../domain/ids';
import type { IssueRecords } from '../ports/issue-records';
import { editIssueDocument } from '../operations/edit-issue-document';
import { portionsOf, saveManyWith, type DocumentEdit } from './save-many';
import { settleMany } from '../operations/settle-many';
import { takeMany } from '../operations/take-many';

const mira = 'mira' as AccountId;

const edit = (number: number, next = 'shoppers'): DocumentEdit => ({
  issue: String(number) as IssueId,
  opId: `operation-${String(number)}`,
  changes: [{ field: 'who', base: '', next }],
});

const edits = (count: number): readonly DocumentEdit[] =>
  Array.from({ length: count }, (_, index) => edit(index + 1));

const placeOf = (issue: string) =>
  ({ entity: 'issue', id: issue, key: 'northstarUseCase' }) as const;

const aWorld = (readOnly: readonly string[] = [], leftOut: readonly string[] = []) => {
  const clock = idleClock();
  const documents = memoryDocuments();
  const locks = memoryWriteLocks();
  const calls: PayloadOf<'takeMany'>[] = [];
  const checked: (readonly IssueId[])[] = [];
  const alone: (readonly [string, boolean])[] = [];
  const records = {
    readEditable: (issues: readonly IssueId[]) => {
      checked.push(issues);
      return Promise.resolve(success(new Set(issues.filter((each) => !readOnly.includes(each)))));
    },
    readSeveral: (issues: readonly IssueId[]) => {
      const found = issues
        .filter((issue) => !leftOut.includes(issue))
        .map((issue): [IssueId, Json | undefined] => [
          issue,
          documents.stored.get(`issue:${issue}:northstarUseCase`),
        ]);
      return Promise.resolve(success(new Map(found)));
    },
  } as unknown as IssueRecords;
  const followUps = { askFor: () => Promise.resolve() };
  const ports = { documents, locks, clock, followUps, records, kindOf: documentKindOf };
  const saveMany = saveManyWith({
    ...{
      viewer: mira,
      records,
      documents,
      wait: clock.wait,
      now: clock.now,
      kindOf: documentKindOf,
    },
    takeMany: (payload) => {
      calls.push(payload);
      return takeMany(ports, mira, payload);
    },
    settleMany: (payload) => settleMany(ports, mira, payload),
    saveOne: (_document, { issue }, isBegun) => {
      alone.push([issue, isBegun]);
      return Promise.resolve({ end: 'saved', written: [], clashes: [] });
    },
  });
  const who = (issue: string): unknown => {
    const raw = documents.stored.get(`issue:${issue}:northstarUseCase`);
    return (raw as { readonly who?: string } | undefined)?.who;
  };
  return { clock, documents, locks, ports, calls, checked, alone, saveMany, who };
};

describe('saving many issues', () => {
  it('takes 25 issues with a call, with one check of permissions each, and loses none', async () => {
    const { saveMany, calls, checked, who, locks } = aWorld();
    const ends = await saveMany('useCase', edits(60));
    expect(calls.map(({ edits: several }) => several.length)).toEqual([25, 25, 10]);
    expect(checked.map(({ length }) => length)).toEqual([25, 25, 10]);
    expect([...ends.values()]).toEqual(
      Array(60).fill({ end: 'saved', written: ['who'], clashes: [] }),
    );
    expect(who('60')).toBe('shoppers');
    const lock = await locks.get(placeOf('60'));
    expect(lock).toMatchObject({ ok: true, value: { state: 'settled' } });
  });

  it('sends at most 400,000 characters with a call, and no edit twice', () => {
    const long = Array.from({ length: 20 }, (_, index) => edit(index, 'x'.repeat(60_000)));
    const portions = portionsOf(long);
    for (const portion of portions)
      expect(JSON.stringify(portion).length).toBeLessThan(400_000 + 1_000);
    expect(portions.flat()).toEqual(long);
    expect(portions.length).toBe(4);
  });

  it('writes nothing where the viewer may not edit, and says so', async () => {
    const { saveMany, who, locks, documents } = aWorld(['2']);
    const ends = await saveMany('useCase', edits(3));
    expect(ends.get('2' as IssueId)).toEqual({ end: 'failed', error: { code: 'may-not-edit' } });
    expect(who('2')).toBeUndefined();
    expect(await locks.get(placeOf('2'))).toEqual({ ok: true, value: undefined });
    expect(documents.calls.writes).toBe(2);
  });

  it('says at once that a record cannot be rewritten, and leaves nothing to be completed', async () => {
    const { ports, documents, locks } = aWorld();
    const newer = { schema: 9, rev: 4, who: 'theirs' };
    documents.stored.set('issue:1:northstarUseCase', newer);
    await takeMany(ports, mira, { document: 'useCase', edits: [edit(1)] });
    const issue = aMemoryIssue();
    issue.documents.stored.set('issue:1:northstarUseCase', newer);
    const answer = await editIssueDocument(
      { ...ports, records: memoryIssueRecords(issue) },
      { issue: '1' as IssueId, project: '1' as ProjectId },
      mira,
      {
        ...{ document: 'useCase', kind: recordDocument('useCase'), opId: 'operation-1' },
        intent: { does: 'change', changes: [{ field: 'who', base: 'theirs', next: 'shoppers' }] },
      },
    );
    expect(answer).toEqual({ ok: false, error: { code: 'newer-record' } });
    const lock = await locks.get(placeOf('1'));
    expect(lock.ok && lock.value?.operations.filter(isOpen)).toEqual([]);
    expect(documents.stored.get('issue:1:northstarUseCase')).toEqual(newer);
  });

  it('tells what clashed, and writes the rest', async () => {
    const { saveMany, documents, who } = aWorld();
    documents.stored.set('issue:1:northstarUseCase', { schema: 1, rev: 1, who: 'theirs' });
    const changes = [
      { field: 'who', base: '', next: 'mine' },
      { field: 'why', base: '', next: 'growth' },
    ] as const;
    const ends = await saveMany('useCase', [{ ...edit(1), changes }]);
    expect(ends.get('1' as IssueId)).toEqual({
      end: 'saved',
      written: ['why'],
      clashes: ['who'],
    });
    expect(who('1')).toBe('theirs');
    expect(documents.stored.get('issue:1:northstarUseCase')).toMatchObject({ why: 'growth' });
  });

  it('leaves to the function what another operation holds, after two more tries', async () => {
    const { saveMany, locks, calls, alone, clock, who } = aWorld();
    const intent = { does: 'change', changes: [{ field: 'why', base: '', next: 'x' }] } as const;
    const at = new Date(clock.now()).toISOString();
    const theirs = { op: 'theirs-1', by: 'ines', at, intent };
    const next = takenBy(undefined, theirs, { head: undefined, now: clock.now() });
    await locks.put([{ place: placeOf('1'), seen: undefined, next }]);
    await saveMany('useCase', edits(2));
    expect(calls.map(({ edits: several }) => several.map(({ issue }) => issue))).toEqual([
      ['1', '2'],
      ['1'],
      ['1'],
    ]);
    expect(alone).toEqual([['1', false]]);
    expect(who('1')).toBeUndefined();
    expect(who('2')).toBe('shoppers');
  });

  it('leaves to the function what Jira leaves out of its answer', async () => {
    const { saveMany, documents, alone, who } = aWorld([], ['1']);
    documents.stored.set('issue:1:northstarUseCase', { schema: 1, rev: 3, why: 'precious' });
    await saveMany('useCase', edits(2));
    expect(alone).toEqual([['1', true]]);
    expect(documents.stored.get('issue:1:northstarUseCase')).toMatchObject({ why: 'precious' });
    expect(who('2')).toBe('shoppers');
  });

  it('writes nothing once its device has slept', async () => {
    const { saveMany, documents, alone, clock } = aWorld();
    const { write } = documents;
    documents.write = async (place, value) => {
      await clock.wait(25_000);
      return write(place, value);
    };
    await saveMany('useCase', edits(8));
    // Six were on their way; the other two are left to the function.
    expect(documents.calls.writes).toBe(6);
    expect(alone.map(([issue]) => issue)).toEqual(['7', '8']);
  });

  it('puts back what a late write of its own undid', async () => {
    const { saveMany, documents, ports, clock } = aWorld();
    await saveMany('useCase', edits(1));
    const stale = documents.stored.get('issue:1:northstarUseCase');
    const change = { field: 'why', base: '', next: 'theirs' } as const;
    await clock.wait(1_000);
    await editIssueDocument(
      { ...ports, records: memoryIssueRecords(aMemoryIssue()) },
      { issue: '1' as IssueId, project: '1' as ProjectId },
      'ines' as AccountId,
      {
        ...{ document: 'useCase', kind: recordDocument('useCase'), opId: 'theirs-1' },
        intent: { does: 'change', changes: [change] },
      },
    );
    documents.stored.set('issue:1:northstarUseCase', stale ?? null);
    const settled = {
      issue: '1',
      opId: 'operation-1',
      fields: ['who'],
      remembered: ['operation-1'],
    };
    const end = await settleMany(ports, mira, { document: 'useCase', issues: [settled] });
    expect(end).toEqual({ ok: true, value: { repaired: ['1'] } });
    expect(documents.stored.get('issue:1:northstarUseCase')).toMatchObject({
      ...{ who: 'shoppers', why: 'theirs' },
    });
  });

  it('leaves to the function, under the same operation, what it cannot find again', async () => {
    const { saveMany, documents, alone } = aWorld();
    documents.write = () => Promise.resolve({ ok: false, error: { problem: 'no-answer' } });
    await saveMany('useCase', edits(1));
    expect(alone).toEqual([['1', true]]);
  });
});
