import type { Json, JsonObject } from './json';
import { recordDocument } from './record-document';
import { readableValues, readRecord } from './stored-record';
import { tellHistory } from './tell-history';

const edited = (raw: Json | undefined, at: string, next: string): JsonObject => {
  const base = readableValues(readRecord('useCase', raw)).why ?? '';
  const signature = { op: `op-${at}`, by: 'mira', at };
  const saved = recordDocument('useCase').change(raw, signature, [{ field: 'why', base, next }]);
  if (saved.end !== 'changed') throw new Error(saved.end);
  return saved.value;
};

const told = (raw: Json) => {
  const read = readRecord('useCase', raw);
  if (read.state !== 'ready') throw new Error(read.state);
  return tellHistory(read.record).map(
    ({ at, from, to }) => `${at}: ${String(from)} > ${String(to)}`,
  );
};

describe('the history of a record', () => {
  it('tells each step from what to what, newest first, and survives storage', () => {
    const raw = edited(edited(edited(undefined, '1', 'a'), '2', 'b'), '3', '');
    expect(told(JSON.parse(JSON.stringify(raw)) as Json)).toEqual([
      '3: b > ',
      '2: a > b',
      '1:  > a',
    ]);
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
    expect(told(raw)).toEqual(['2: undefined > b', '1: undefined > undefined']);
  });

  it('shortens long texts, and never cuts a character in two', () => {
    const raw = edited(edited(undefined, '1', `${'x'.repeat(159)}🛒 end`), '2', 'b');
    expect(told(raw)[0]).toBe(`2: ${'x'.repeat(159)}… > b`);
  });
});
