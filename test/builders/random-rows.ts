import fc from 'fast-check';
import type { ImportRow } from '../../src/domain/import/import-row';
import {
  fields,
  isEmpty,
  type FieldKind,
  type FieldName,
  type FieldValue,
  type Values,
} from '../../src/domain/use-case/fields';

/** Text over all planes of Unicode, line breaks and quotes among it. */
const text = fc.string({ unit: 'binary', maxLength: 40 });

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const valueOfKind: Readonly<Record<FieldKind, fc.Arbitrary<FieldValue>>> = {
  text,
  line: text,
  number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
  date: day,
  stage: fc.constantFrom('', 'crawl', 'walk', 'run'),
  direction: fc.constantFrom('', 'up', 'down'),
  list: fc.array(text, { maxLength: 4 }),
  risks: fc.array(fc.record({ risk: text, mitigation: text }), { maxLength: 3 }),
};

/** Any values that the fields can hold. */
export const anyValues: fc.Arbitrary<Values> = fc
  .record(
    Object.fromEntries(
      Object.entries(fields).map(([field, kind]) => [field, valueOfKind[kind]]),
    ) as Record<FieldName, fc.Arbitrary<FieldValue>>,
    { requiredKeys: [] },
  )
  .map((values) => Object.fromEntries(Object.entries(values).filter(([, each]) => !isEmpty(each))));

/** So many rows with random records, every third a story of the row before; the same for each seed. */
export function randomRows(count: number, seed: number): readonly ImportRow[] {
  return fc.sample(anyValues, { numRuns: count, seed }).map((values, index) => ({
    number: index + 1,
    key: '',
    title: `Use case ${String(index + 1)}`,
    parent: index % 3 === 2 ? `Use case ${String(index)}` : '',
    type: '',
    values,
    note: [],
    problems: [],
  }));
}
