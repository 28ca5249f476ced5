import { changesKept } from '../document/operation';
import { mergeEdit, withMerge } from './merge-edit';
import { findOversize, withRoom } from './record-size';
import { newRecord, readRecord, toStored, type StoredRecord } from './stored-record';
import { tellHistory } from './tell-history';

const edited = (record: StoredRecord, at: string, next: string): StoredRecord => {
  const edit = {
    opId: `op-${at}`,
    changes: [{ field: 'why' as const, base: record.values.why ?? '', next }],
  };
  return withMerge(record, mergeEdit(record, edit), { op: edit.opId, by: 'mira', at });
};

const told = (record: StoredRecord) =>
  tellHistory(record).map(({ at, from, to }) => `${at}: ${String(from)} > ${String(to)}`);

describe('the history of a record', () => {
  it('tells each step from what to what, newest first, and survives storage', () => {
    let record = edited(edited(edited(newRecord('useCase'), '1', 'a'), '2', 'b'), '3', '');
    expect(told(record)).toEqual(['3: b > ', '2: a > b', '1:  > a']);
    const read = readRecord('useCase', toStored('useCase', record));
    record = read.state === 'ready' ? read.record : record;
    expect(told(record)).toEqual(['3: b > ', '2: a > b', '1:  > a']);
  });

  it('does not invent what an older record does not remember', () => {
    const raw = {
      schema: 1,
      rev: 2,
      why: 'b',
      changes: [
        { op: 'one', by: 'mira', at: '1', rev: 1, fields: ['why'] },
        { op: 'two', by: 'mira', at: '2', rev: 2, fields: ['why', 'gone'] },
      ],
    };
    const read = readRecord('useCase', raw);
    expect(read.state === 'ready' && told(read.record)).toEqual([
      '2: undefined > b',
      '1: undefined > undefined',
    ]);
  });

  it('is bounded: the oldest saves are folded into a number', () => {
    let record = newRecord('useCase');
    for (let count = 0; count < changesKept + 5; count += 1)
      record = edited(record, String(count).padStart(2, '0'), `text ${String(count)}`);
    expect(record.changes).toHaveLength(changesKept);
    expect(record.folded).toBe(5);
    expect(toStored('useCase', record)['folded']).toBe(5);
  });

  it('shortens long texts, and never cuts a character in two', () => {
    const record = edited(edited(newRecord('useCase'), '1', `${'x'.repeat(159)}🛒 end`), '2', 'b');
    const [last] = tellHistory(record);
    expect(last?.from).toBe(`${'x'.repeat(159)}…`);
  });

  it('forgets before it keeps anybody from writing', () => {
    let record = newRecord('useCase');
    for (let count = 0; count < changesKept; count += 1)
      record = edited(
        record,
        String(count).padStart(2, '0'),
        `${String(count)} ${'y'.repeat(150)}`,
      );
    record = { ...record, values: { ...record.values, why: 'z'.repeat(27_500) } };
    expect(findOversize('useCase', record)).toBeDefined();
    const fitting = withRoom('useCase', record);
    expect(findOversize('useCase', fitting)).toBeUndefined();
    expect(fitting.changes.at(-1)?.was).toBeDefined();
    expect(fitting.changes[0]?.was).toBeUndefined();
  });
});
