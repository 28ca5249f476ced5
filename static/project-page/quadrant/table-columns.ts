import { quadrants } from '#domain/scoring/quadrant';
import { stages } from '#domain/use-case/fields';
import type { RatingLook } from '../../shared/rating/rating-look';
import { sayChance } from '../../shared/rating/score-texts';
import type { Mark } from '#domain/quadrant/picture';
import type { TopChances } from './data/use-top-chances';
import { chanceHere } from './scoring/chance-here';
import { t, viewerLocale } from '../../shared/texts';

/** A column of texts, and what it orders by; a use case that has no such thing stands last. */
type TextColumn = {
  readonly kind: 'text';
  readonly title: string;
  readonly worthOf: (mark: Mark) => string | number | undefined;
};

/** A column of figures and how they are said. They stand to the right, and begin with the greatest. */
type FigureColumn = {
  readonly kind: 'figure';
  readonly title: string;
  readonly worthOf: (mark: Mark) => number | undefined;
  readonly say: (figure: number) => string;
};

export type Column = TextColumn | FigureColumn;

/** How the table is ordered: by which column, and whether the other way round. */
export type TableOrder = { readonly title: string; readonly turned: boolean };

/** The columns in the order in which they stand. */
export function columnsOf(
  { model, say }: Pick<RatingLook, 'model' | 'say'>,
  top: { readonly most: number; readonly chances: TopChances },
): readonly Column[] {
  const { chances } = top;
  const chanceOf = ({ issue }: Mark): number | undefined =>
    typeof chances === 'object' ? chances.get(issue.id) : undefined;
  return [
    text(t('tools.tableColumns.key'), ({ issue }) => issue.key),
    text(t('tools.tableColumns.useCase'), ({ issue }) => issue.summary),
    text(t('tools.tableColumns.quadrant'), ({ quadrant }) =>
      quadrant === null ? undefined : quadrants.indexOf(quadrant),
    ),
    text(t('tools.tableColumns.stage'), ({ stage }) =>
      stage === '' ? undefined : stages.indexOf(stage),
    ),
    figure(model.value.label, ({ value }) => value.likely, say),
    figure(model.effort.label, ({ effort }) => effort.likely, say),
    figure(t('tools.tableColumns.score'), ({ score }) => score, say),
    figure(t('tools.tableColumns.certainty'), (mark) => chanceHere(mark, model), sayChance),
    figure(t('tools.tableColumns.top', { most: top.most }), chanceOf, sayChance),
    text(t('tools.tableColumns.assignee'), ({ issue }) =>
      issue.assignee === '' ? undefined : issue.assignee,
    ),
  ];
}

const text = (title: string, worthOf: TextColumn['worthOf']): Column => ({
  kind: 'text',
  title,
  worthOf,
});

const figure = (
  title: string,
  worthOf: FigureColumn['worthOf'],
  say: FigureColumn['say'],
): Column => ({ kind: 'figure', title, worthOf, say });

/** The figures of a use case with their titles; '' for what it does not have. */
export function figuresOf(
  columns: readonly Column[],
  mark: Mark,
): readonly (readonly [string, string])[] {
  return columns.flatMap((column) => {
    if (column.kind === 'text') return [];
    const worth = column.worthOf(mark);
    return [[column.title, worth === undefined ? '' : column.say(worth)] as const];
  });
}

/** The order that a click on a column leads to: by it, then the other way round, then as in the picture. */
export function nextOrder(now: TableOrder | undefined, title: string): TableOrder | undefined {
  if (now?.title !== title) return { title, turned: false };
  return now.turned ? undefined : { title, turned: true };
}

/** The use cases in order; those that are equal stay as they stand in the picture. */
export function inOrder(
  marks: readonly Mark[],
  columns: readonly Column[],
  order: TableOrder | undefined,
): readonly Mark[] {
  const column = columns.find(({ title }) => title === order?.title);
  if (column === undefined || order === undefined) return marks;
  const sign = isAscending(column, order) ? 1 : -1;
  const worth = marks.map((mark) => ({ mark, by: column.worthOf(mark) }));
  const sorted = worth.toSorted((one, other) => {
    if (one.by === undefined || other.by === undefined)
      return Number(one.by === undefined) - Number(other.by === undefined);
    return typeof one.by === 'number' && typeof other.by === 'number'
      ? sign * (one.by - other.by)
      : sign * String(one.by).localeCompare(String(other.by), viewerLocale(), { numeric: true });
  });
  return sorted.map(({ mark }) => mark);
}

/** Whether the least stands first: texts begin so, figures end so. */
export function isAscending({ kind }: Column, { turned }: TableOrder): boolean {
  return (kind === 'figure') === turned;
}
