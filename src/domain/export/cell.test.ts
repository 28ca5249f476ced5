import fc from 'fast-check';
import { fields, isEmpty, type FieldName, type Values } from '../use-case/fields';
import { anyValues } from '../../../test/builders/random-rows';
import { aStoredDocument, aStoredUseCase } from '../../../test/builders/stored-record';
import { readSource } from '../import/read-source';
import { rowsOfTable } from '../import/read-table';
import { recordOf } from '../use-case/fields';
import { guard, unguard } from './cell';
import { csvOf, csvText } from './csv';

/** Text of what spreadsheets, lists and readers trip over. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...["'", '=', '+', '-', '@', '＝', ';', ',', '"', '\n', '\r', '\t', ' ', '\u00A0', '\u200B'],
      ...['• ', '- ', '* ', '1', '-5', 'a', 'Risk: ', 'Mitigation: ', '    ', '\u202E', '\uFEFF'],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const written = (values: Values) => {
  const part = (kind: 'useCase' | 'document') =>
    Object.fromEntries(
      Object.entries(values).filter(([name]) => recordOf(name as FieldName) === kind),
    );
  return csvOf({
    ...{ northstar: 'project', schema: 1, exported: '', programme: {} },
    project: { key: 'CDP', name: 'Customer data' },
    issues: [
      {
        ...{ key: 'CDP-1', summary: 'A title', type: 'Story', parent: null },
        useCase: aStoredUseCase(part('useCase')),
        document: aStoredDocument(part('document')),
      },
    ],
  });
};

const readBack = (text: string): Values => {
  const source = readSource(text, 'a.csv');
  const [row] = source.kind === 'table' ? rowsOfTable(source.table, source.columns) : [];
  return row?.values ?? {};
};

const said = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));

describe('a CSV that comes back', () => {
  it('changes no value, whatever the texts hold', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        expect(readBack(written(values))).toEqual(said(values));
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('changes no value of what spreadsheets and readers trip over', () => {
    const risk = fc.record({ risk: hostile, mitigation: hostile });
    const values = fc.record({
      why: hostile,
      'kpi.name': hostile,
      'kpi.target': fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0),
      goals: fc.array(hostile, { maxLength: 3 }),
      risks: fc.array(risk, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(values, (each) => {
        expect(readBack(written(each))).toEqual(said(each));
      }),
      { numRuns: 3_000, seed: 3 },
    );
  });

  it('keeps one item with a semicolon one item, and reads lists that people type', () => {
    expect(readBack(written({ goals: ['Grow; without discounts'] }))).toEqual({
      goals: ['Grow; without discounts'],
    });
    const typed = written({ goals: ['one'] }).replace('"one"', '"one; two"');
    expect(readBack(typed)).toEqual({ goals: ['one', 'two'] });
  });
});

describe('a guarded cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['  =1+1', "'  =1+1"],
    ['\u00A0=1+1', "'\u00A0=1+1"],
    ['\u200B@SUM(A1)', "'\u200B@SUM(A1)"],
    ['\t=1+1', "'\t=1+1"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['a;=1+1', "a;'=1+1"],
    ['a\n =1+1', "a\n' =1+1"],
    ["'=1+1", "''=1+1"],
    ['-2+3', "'-2+3"],
    ['-5', '-5'],
    ["-5\n*cmd|' /C calc'!A0", "'-5\n*cmd|' /C calc'!A0"],
    ['\u061C=1+1', "'\u061C=1+1"],
    ['\u0008=1+1', "'\u0008=1+1"],
    ['﹢1', "'﹢1"],
    ['-3.25', '-3.25'],
    ['-1e-7', '-1e-7'],
    ['a - b', 'a - b'],
    ['5 = 5', '5 = 5'],
    ['', ''],
  ])('of %j is %j and comes back', (text, cell) => {
    expect(guard(text)).toBe(cell);
    expect(unguard(cell)).toBe(text);
  });
});

it('a file is UTF-8 with its mark, and every cell is in quotes', () => {
  expect(
    csvText([
      ['key', 'value'],
      ['CDP-1', -3],
    ]),
  ).toBe('\uFEFF"key","value"\r\n"CDP-1","-3"');
  const cells = written({ why: 'a' }).slice(1).split('\r\n')[1]?.split(',') ?? [];
  expect(cells).toHaveLength(Object.keys(fields).length + 4);
  expect(cells.every((cell) => /^".*"$/u.test(cell))).toBe(true);
});
