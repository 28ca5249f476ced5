import fc from 'fast-check';
import { aStoredUseCase } from '../../../test/builders/stored-record';
import {
  emptyValue,
  fieldNames,
  fields,
  type FieldName,
  type FieldValue,
  type Values,
} from './fields';
import { newRecord, readRecord, toStored } from './stored-record';

const stored = aStoredUseCase({ why: 'grow', 'kpi.baseline': 6.5, 'how.data': 'orders' });

describe('readRecord', () => {
  it('tells an unset property from a record', () => {
    expect(readRecord('useCase', undefined)).toEqual({ state: 'absent' });
  });

  it('reads a record with every field present', () => {
    const read = readRecord('useCase', stored);
    expect(read.state).toBe('ready');
    if (read.state !== 'ready') return;
    expect(read.record.values).toMatchObject({
      why: 'grow',
      'kpi.baseline': 6.5,
      'how.data': 'orders',
      who: '',
    });
    expect(read.record.rev).toBe(1);
  });

  it.each([
    ['a text', 'hello'],
    ['a list', [1, 2]],
    ['null', null],
    ['an object without a schema', { why: 'grow' }],
    ['a schema that is no number', { schema: 'one', rev: 1 }],
  ])('takes %s for something that Northstar never wrote', (_name, raw) => {
    expect(readRecord('useCase', raw)).toEqual({ state: 'foreign' });
  });

  it('names what is damaged and keeps what can be read', () => {
    const read = readRecord('useCase', { ...stored, who: 7, how: 'nothing', rev: -1 });
    expect(read).toMatchObject({
      state: 'damaged',
      problems: [
        'who',
        'how.data',
        'how.audience',
        'how.journey',
        'how.measurement',
        'how.content',
        'rev',
      ],
      record: { values: { why: 'grow', 'kpi.baseline': 6.5 } },
    });
  });

  it('shows a record of a newer schema without taking it for its own', () => {
    const read = readRecord('useCase', { ...stored, schema: 2, why: 'grow', extra: true });
    expect(read).toMatchObject({ state: 'newer', schema: 2, values: { why: 'grow' } });
  });
});

describe('toStored', () => {
  it('leaves out what nobody answered', () => {
    expect(toStored('useCase', newRecord('useCase'))).toEqual({
      ...{ schema: 1, rev: 0, changes: [] },
    });
  });

  it('says at the top when it was last changed and by whom, to the second as Jira indexes it', () => {
    const change = { op: 'a', by: 'me', at: '2026-11-22T10:00:07.512Z', rev: 1, fields: [] };
    const written = toStored('useCase', { ...newRecord('useCase'), rev: 1, changes: [change] });
    expect(written).toMatchObject({ updated: '2026-11-22T10:00:07Z', updatedBy: 'me' });
  });

  it('keeps keys that are not ours', () => {
    const read = readRecord('useCase', {
      ...stored,
      theirs: { deep: [1] },
      how: { data: 'x', other: 'y' },
    });
    if (read.state !== 'ready') throw new Error(read.state);
    const values = { ...read.record.values, 'how.data': '' };
    expect(toStored('useCase', { ...read.record, values })).toMatchObject({
      theirs: { deep: [1] },
      how: { other: 'y' },
    });
  });

  const valueOfKind: Record<(typeof fields)[FieldName], fc.Arbitrary<FieldValue>> = {
    text: fc.string({ unit: 'grapheme' }),
    line: fc.string({ unit: 'grapheme' }),
    number: fc.option(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
    ),
    date: fc.constantFrom('', '2026-02-28', '2027-12-31'),
    stage: fc.constantFrom('', 'crawl', 'walk', 'run'),
    direction: fc.constantFrom('', 'up', 'down'),
    list: fc.array(fc.string({ unit: 'grapheme' })),
    risks: fc.array(fc.record({ risk: fc.string(), mitigation: fc.string() })),
  };

  it.each(['useCase', 'document'] as const)(
    'reads back every %s that it wrote, over JSON',
    (kind) => {
      const arbitrary = fc.record(
        Object.fromEntries(fieldNames[kind].map((field) => [field, valueOfKind[fields[field]]])),
      ) as fc.Arbitrary<Values>;
      fc.assert(
        fc.property(arbitrary, (values) => {
          const written = toStored(kind, { ...newRecord(kind), values });
          const read = readRecord(kind, JSON.parse(JSON.stringify(written)));
          expect(read.state).toBe('ready');
          if (read.state !== 'ready') return;
          for (const field of fieldNames[kind]) {
            expect(read.record.values[field]).toEqual(values[field] ?? emptyValue(field));
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});
