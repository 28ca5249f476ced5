import { standardModels } from '../../../src/domain/scoring/models';
import { scoringVersion } from '../../../src/domain/scoring/scoring-settings';
import { scoredIssues } from '../../../test/builders/scored-issues';
import { pictureOf, type Mark } from '#domain/quadrant/picture';
import { columnsOf, figuresOf, inOrder, nextOrder, type TableOrder } from './table-columns';

const model = standardModels['value-effort'];
const { marks } = pictureOf(scoredIssues(40), {
  ...{ model, version: scoringVersion(model), hiddenTypes: [] },
});
const chances = new Map(marks.map(({ issue }, index) => [issue.id, (index * 7) % 40]));
const columns = columnsOf({ model, say: String }, { most: 10, chances });

const ordered = (title: string, turned = false, of: readonly Mark[] = marks) =>
  inOrder(of, columns, { title, turned });

it('the figures of a line are those of the columns, in their order', () => {
  const [mark] = marks;
  if (mark === undefined) throw new Error('The world has no use case.');
  const figures = figuresOf(
    columnsOf({ model, say: String }, { most: 5, chances: undefined }),
    mark,
  );
  expect(figures.map(([title]) => title)).toEqual([
    'Value',
    'Effort',
    'Score',
    'Certainty',
    'Top 5',
  ]);
  expect(figures[0]?.[1]).toBe(String(mark.value.likely));
  expect(figures[3]?.[1]).toMatch(/%$/u);
  expect(figures[4]?.[1]).toBe('');
});

describe('the order of the table', () => {
  it('is that of the picture until a column is asked for, and again after the third click', () => {
    expect(inOrder(marks, columns, undefined)).toBe(marks);
    const clicks: (TableOrder | undefined)[] = [];
    let order: TableOrder | undefined;
    for (let click = 0; click < 3; click += 1) clicks.push((order = nextOrder(order, 'Score')));
    expect(clicks).toEqual([
      { title: 'Score', turned: false },
      { title: 'Score', turned: true },
      undefined,
    ]);
    expect(nextOrder({ title: 'Score', turned: true }, 'Key')).toEqual({
      ...{ title: 'Key', turned: false },
    });
  });

  it.each([
    ['Value', ({ value }: Mark) => value.likely],
    ['Effort', ({ effort }: Mark) => effort.likely],
    ['Score', ({ score }: Mark) => score],
    ['Top 10', ({ issue }: Mark) => chances.get(issue.id) ?? 0],
  ])('by %s begins with the greatest, and turned with the least', (title, worthOf) => {
    const figures = ordered(title).map(worthOf);
    expect(figures).toEqual(marks.map(worthOf).toSorted((one, other) => other - one));
    expect(ordered(title, true).map(worthOf)).toEqual(figures.toReversed());
  });

  it('by key counts as people do, and keeps everybody', () => {
    const keys = ordered('Key').map(({ issue }) => issue.key);
    const numberOf = (key = ''): number => Number(key.split('-')[1]);
    expect(keys.map(numberOf)).toEqual(keys.map(numberOf).toSorted((one, other) => one - other));
    expect(new Set(keys).size).toBe(marks.length);
  });

  it('by stage goes from crawl to run, and who has none stands last either way', () => {
    const mixed = marks.map((mark, index) => ({
      ...mark,
      stage: (['run', '', 'crawl', 'walk'] as const)[index % 4] ?? '',
    }));
    const stages = (turned: boolean) => [
      ...new Set(ordered('Stage', turned, mixed).map(({ stage }) => stage)),
    ];
    expect(stages(false)).toEqual(['crawl', 'walk', 'run', '']);
    expect(stages(true)).toEqual(['run', 'walk', 'crawl', '']);
  });

  it('by quadrant begins with quick wins, by person with the alphabet', () => {
    expect(ordered('Quadrant')[0]?.quadrant).toBe('quick-win');
    const named = marks.map((mark, index) => ({
      ...mark,
      issue: { ...mark.issue, assignee: ['', 'Tom', 'Ines'][index % 3] ?? '' },
    }));
    const people = ordered('Assignee', false, named).map(({ issue }) => issue.assignee);
    expect([...new Set(people)]).toEqual(['Ines', 'Tom', '']);
  });
});
