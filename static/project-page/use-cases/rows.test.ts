import { aStoredUseCase } from '../../../test/builders/stored-record';
import type { Values } from '../../../src/domain/use-case/fields';
import type { IssueId } from '../../../src/domain/ids';
import { rowsOf, useCaseOf, type Row, type View } from './rows';

const useCase = (number: number, values?: Values, parent?: number) =>
  useCaseOf({
    id: String(number) as IssueId,
    key: `CDP-${String(number)}`,
    summary: `Case ${String(number)}`,
    type: 'Story',
    typeId: '10001',
    level: 0,
    status: 'To do',
    assignee: '',
    parentId: parent === undefined ? null : (String(parent) as IssueId),
    parentKey: parent === undefined ? null : `CDP-${String(parent)}`,
    raw: values === undefined ? {} : { useCase: aStoredUseCase(values) },
  });

const view: View = {
  text: '',
  found: undefined,
  groupBy: 'tree',
  sortBy: 'key',
  descending: false,
  all: false,
};

const told = (rows: readonly Row[]) =>
  rows.map((row) =>
    row.row === 'group'
      ? `${row.title}:${String(row.count)}`
      : `${'-'.repeat(row.depth)}${row.useCase.issue.key}`,
  );

const cases = [
  useCase(10, { why: 'grow', stage: 'run' }),
  useCase(9, { why: 'save', stage: 'crawl', who: 'loyal shoppers' }),
  useCase(11, { what: 'a push' }, 9),
  useCase(12),
];

describe('rowsOf', () => {
  it('puts stories below their use case, and orders keys by number', () => {
    expect(told(rowsOf(cases, view))).toEqual(['CDP-9', '-CDP-11', 'CDP-10']);
  });

  it('shows issues without a record when asked', () => {
    expect(told(rowsOf(cases, { ...view, all: true }))).toContain('CDP-12');
  });

  it('lays what a story inherits into its blanks', () => {
    const story = rowsOf(cases, view)[1];
    expect(story).toMatchObject({ inherits: true, shown: { why: 'save', what: 'a push' } });
  });

  it.each([
    ['loyal', ['CDP-9', '-CDP-11']],
    ['loyal push', ['CDP-11']],
    ['cdp-10', ['CDP-10']],
    ['RUN', ['CDP-10']],
  ])('finds %s', (text, expected) => {
    expect(told(rowsOf(cases, { ...view, text }))).toEqual(expected);
  });

  it('keeps to what JQL found, and shows a story alone where its use case is not there', () => {
    expect(told(rowsOf(cases, { ...view, found: new Set(['CDP-11']) }))).toEqual(['CDP-11']);
  });

  it('groups by stage in its order, with counts that add up', () => {
    const rows = rowsOf(cases, { ...view, groupBy: 'stage', all: true });
    expect(told(rows)).toEqual(['crawl:2', 'CDP-9', 'CDP-11', 'run:1', 'CDP-10', ':1', 'CDP-12']);
  });

  it('orders by a column, blanks last, both ways', () => {
    expect(told(rowsOf(cases, { ...view, groupBy: 'why', sortBy: 'who' }))[0]).toBe('grow:1');
    const order = (descending: boolean) =>
      told(rowsOf(cases.slice(0, 2), { ...view, sortBy: 'stage', descending }));
    expect(order(false)).toEqual(['CDP-9', 'CDP-10']);
    expect(order(true)).toEqual(['CDP-10', 'CDP-9']);
  });
});

it('reads what it cannot change as unreadable', () => {
  const odd = { ...cases[0]?.issue, raw: { useCase: { schema: 9 } } };
  expect(useCaseOf(odd as Parameters<typeof useCaseOf>[0]).state).toBe('unreadable');
});
