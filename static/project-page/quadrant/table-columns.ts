import { quadrants } from '#domain/scoring/quadrant';
import { stages } from '#domain/use-case/fields';
import type { RatingLook } from '../../shared/rating/rating-look';
import type { Mark } from './data/picture';
import type { TopChances } from './data/use-top-chances';
import { chanceHere } from './scoring/chance-here';

/** A column of the table, and what it orders by; a use case that has no such thing stands last. */
export type Column = {
  readonly title: string;
  /** Figures stand to the right, and begin with the greatest. */
  readonly isFigure: boolean;
  readonly worthOf: (mark: Mark) => string | number | undefined;
};

/** How the table is ordered: by which column, and whether the other way round. */
export type TableOrder = { readonly title: string; readonly turned: boolean };

/** The columns in the order in which they stand. */
export function columnsOf(
  { model }: Pick<RatingLook, 'model'>,
  top: { readonly most: number; readonly chances: TopChances },
): readonly Column[] {
  const { chances } = top;
  const chanceOf = ({ issue }: Mark): number | undefined =>
    typeof chances === 'object' ? chances.get(issue.id) : undefined;
  return [
    text('Key', ({ issue }) => issue.key),
    text('Use case', ({ issue }) => issue.summary),
    text('Quadrant', ({ quadrant }) =>
      quadrant === null ? undefined : quadrants.indexOf(quadrant),
    ),
    text('Stage', ({ stage }) => (stage === '' ? undefined : stages.indexOf(stage))),
    figure(model.value.label, ({ value }) => value.likely),
    figure(model.effort.label, ({ effort }) => effort.likely),
    figure('Score', ({ score }) => score),
    figure('Certainty', (mark) => chanceHere(mark, model)),
    figure(`Top ${String(top.most)}`, chanceOf),
    text('Assignee', ({ issue }) => (issue.assignee === '' ? undefined : issue.assignee)),
  ];
}

const text = (title: string, worthOf: Column['worthOf']): Column => ({
  ...{ title, worthOf, isFigure: false },
});

const figure = (title: string, worthOf: Column['worthOf']): Column => ({
  ...{ title, worthOf, isFigure: true },
});

/** The order that a click on a column leads to: by it, then the other way round, then as in the picture. */
export function nextOrder(now: TableOrder | undefined, title: string): TableOrder | undefined {
  if (now?.title !== title) return { title, turned: false };
  return now.turned ? undefined : { title, turned: true };
}

const collator = new Intl.Collator('en', { numeric: true });

/** The use cases in order; those that are equal stay as they stand in the picture. */
export function inOrder(
  marks: readonly Mark[],
  columns: readonly Column[],
  order: TableOrder | undefined,
): readonly Mark[] {
  const column = columns.find(({ title }) => title === order?.title);
  if (column === undefined || order === undefined) return marks;
  const sign = column.isFigure === order.turned ? 1 : -1;
  const worth = marks.map((mark) => ({ mark, by: column.worthOf(mark) }));
  const sorted = worth.toSorted((one, other) => {
    if (one.by === undefined || other.by === undefined)
      return Number(one.by === undefined) - Number(other.by === undefined);
    return typeof one.by === 'number' && typeof other.by === 'number'
      ? sign * (one.by - other.by)
      : sign * collator.compare(String(one.by), String(other.by));
  });
  return sorted.map(({ mark }) => mark);
}
