import * as v from 'valibot';
import { aMemoryIssue, memoryIssueRecords } from '../../adapters/memory/issue-records';
import { memoryWriteLocks } from '../../adapters/memory/write-locks';
import { editDocument } from '../../operations/write-document';
import { idleClock } from '../../../test/builders/idle-clock';
import type { AccountId } from '../ids';
import { success } from '../result';
import type { Json } from '../use-case/json';
import { partsDocument, readParts, type PartChange, type PartsDescriptor } from './parts-document';

/** All that a new kind has to say: who signed a use case off, how, and in which words. */
const signOff = {
  schema: 1,
  limit: 2_000,
  parts: {
    decision: v.picklist(['approved', 'declined']),
    words: v.pipe(v.string(), v.maxLength(1_000)),
  },
} as const satisfies PartsDescriptor;

const kind = partsDocument(signOff);
const signature = (op: string) => ({ op, by: 'mira', at: '2026-11-28T09:00:00.000Z' });
const change = (part: string, base: Json, next: Json): PartChange => ({ part, base, next });

/** Saves through the same operation as every other kind, with a lock and a read-back. */
const world = () => {
  const issue = aMemoryIssue();
  const place = { entity: 'issue', id: '1', key: 'northstarSignOff' } as const;
  const ports = {
    documents: issue.documents,
    locks: memoryWriteLocks(),
    clock: idleClock(),
    followUps: { askFor: () => Promise.resolve() },
  };
  const stored = (): Json | undefined => issue.documents.stored.get('issue:1:northstarSignOff');
  const save = (viewer: string, opId: string, changes: readonly PartChange[]) =>
    editDocument(
      ports,
      { place, kind, viewer: viewer as AccountId, opId, intent: { does: 'change', changes } },
      () => Promise.resolve(success(stored())),
    );
  return { save, stored, records: memoryIssueRecords(issue) };
};

describe('a new kind of document', () => {
  it('is saved, merged part by part, and remembers who did what', async () => {
    const { save, stored } = world();
    await save('mira', 'operation-1', [change('decision', null, 'approved')]);
    await save('ines', 'operation-2', [change('words', null, 'Go on')]);
    expect(readParts(signOff, stored())).toEqual({
      ...{ state: 'ready', rev: 2, source: stored() },
      values: { decision: 'approved', words: 'Go on' },
    });
    expect(stored()).toMatchObject({
      changes: [
        { by: 'mira', fields: ['decision'] },
        { by: 'ines', fields: ['words'] },
      ],
    });
  });

  it('tells a clash, writes the rest, and repeats no operation', async () => {
    const { save, stored } = world();
    await save('mira', 'operation-1', [change('words', null, 'Mine')]);
    const theirs = await save('ines', 'operation-2', [
      change('words', null, 'Theirs'),
      change('decision', null, 'declined'),
    ]);
    expect(theirs).toMatchObject({
      ok: true,
      value: { clashes: [{ part: 'words', theirs: 'Mine' }] },
    });
    await save('ines', 'operation-2', [change('decision', null, 'declined')]);
    expect(readParts(signOff, stored())).toMatchObject({ rev: 2 });
    await save('mira', 'operation-3', [change('words', 'Mine', null)]);
    expect(readParts(signOff, stored()).values).toEqual({ decision: 'declined' });
  });

  it.each([
    [{ schema: 9, rev: 1, changes: [] }, 'newer'],
    [{ schema: 1, rev: 1, changes: [], decision: 'perhaps' }, 'damaged'],
    [{ schema: 1, rev: -1, changes: [] }, 'damaged'],
    ['text', 'foreign'],
    [{ hello: 1 }, 'foreign'],
    [undefined, 'absent'],
  ])('of %j is %s, and is changed only where it can be read', (raw, state) => {
    expect(readParts(signOff, raw).state).toBe(state);
    const applied = kind.change(raw, signature('op'), [change('words', null, 'x')]);
    expect(applied.end).toBe(state === 'absent' ? 'changed' : 'refused');
  });

  it('keeps foreign keys, refuses what does not fit, and says how much too long it is', () => {
    const before = { schema: 1, rev: 1, changes: [], later: 1 };
    const kept = kind.change(before, signature('op'), [change('words', null, 'x')]);
    expect(kept).toMatchObject({ end: 'changed', value: { later: 1, words: 'x' } });
    for (const wrong of [change('decision', null, 'perhaps'), change('toString', null, 'x')])
      expect(kind.change(undefined, signature('op'), [wrong])).toEqual({
        ...{ end: 'refused', refusal: { code: 'invalid-payload' } },
      });
    const filled = { ...before, later: 'x'.repeat(1_990) };
    const long = kind.change(filled, signature('op'), [change('words', null, 'long')]);
    expect(long).toMatchObject({ end: 'refused', refusal: { code: 'too-long' } });
  });

  it('is replaced only where it is damaged, keeping what can be read', () => {
    const damaged = { schema: 1, rev: 'x', changes: [], words: 'Kept', decision: 'perhaps' };
    expect(kind.replace(damaged, signature('op'))).toMatchObject({
      ...{ end: 'changed', value: { rev: 1, words: 'Kept' } },
    });
    for (const raw of [undefined, { schema: 1, rev: 1, changes: [] }, { schema: 9 }])
      expect(kind.replace(raw, signature('op')).end).toBe('refused');
  });
});
