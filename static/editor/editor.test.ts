import { fields, noValues, type FieldName } from '../../src/domain/use-case/fields';
import { emptyProgramme, namedEntry } from '../../src/domain/programme/programme';
import { readEditorOrder } from '../shared/record/editor-order';
import { movedItem } from './inputs/moved-item';
import { picksFor } from './picks';
import { sections } from '#domain/fields/columns/sections';
import { answeredIn, sectionOf } from './sections';

it('asks for every field exactly once', () => {
  const asked = sections.flatMap((section) => section.fields);
  expect([...asked].sort()).toEqual(Object.keys(fields).sort());
  for (const field of Object.keys(fields) as FieldName[])
    expect(sectionOf(field).fields).toContain(field);
});

it('counts what is answered', () => {
  const kpi = sectionOf('kpi.name');
  expect(answeredIn(kpi, { ...noValues(), 'kpi.name': 'Carts', 'kpi.baseline': 0 })).toBe(2);
});

it('offers what the programme names', () => {
  const blank = emptyProgramme();
  const audiences = [namedEntry('audiences', 'a', 'Loyal')];
  const programme = { ...blank, lists: { ...blank.lists, audiences } };
  expect(picksFor('who', programme)).toEqual({ list: 'audiences', names: ['Loyal'] });
  expect(picksFor('hypothesis', programme)).toBeUndefined();
});

it.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
])('moves item %i to %i', (from, to, moved) => {
  expect(movedItem(['a', 'b', 'c'], from, to).join('')).toBe(moved);
});

it.each([[undefined], [{}], [{ issue: 'CDP-1', project: '1' }], ['nonsense']])(
  'is not opened with %j',
  (context) => {
    expect(readEditorOrder(context)).toBeUndefined();
  },
);
