import type { Box, Surroundings, Wish } from './labels';
import type { RatingLook } from '../../../shared/rating/rating-look';
import type { Axis } from '../data/axis';
import type { Shape } from './lay-out';
import { labelText, type Looks } from '../data/looks';
import type { Mark } from '#domain/quadrant/picture';
import { allSingle } from './scene';
import { xOf, yOf, type Plot, type Viewport } from './viewport';

/** What labels are made of. */
export type Labelled = {
  readonly marks: readonly Mark[];
  readonly shapes: readonly Shape[];
  readonly plot: Plot;
  readonly viewport: Viewport;
  readonly looks: Looks;
  readonly look: RatingLook;
  readonly axes: { readonly up: Axis; readonly across: Axis };
};

/** How wide a text is on the canvas, in CSS pixels. */
type WidthOf = (text: string) => number;

/** Which marks want which labels, and what those keep clear of. */
export type LabelTask = { readonly wishes: readonly Wish[]; readonly around: Surroundings };

/** Where few marks and bubbles are in sight, all bear their titles; of many, the best in the best corner. */
export function labelTask(widthOf: WidthOf, painting: Labelled): LabelTask {
  const { shapes, plot } = painting;
  const bounds = {
    left: plot.left + 2,
    right: plot.left + plot.width - 2,
    top: plot.top + 24,
    bottom: plot.top + plot.height - 24,
  };
  const marks = shapes.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const around = { bounds, marks, lines: linesOf(painting), roomy: isRoomy(plot) };
  return { wishes: wishesOf(widthOf, painting), around };
}

const isRoomy = ({ width }: Plot): boolean => width > 500;

function wishesOf(
  widthOf: WidthOf,
  { marks, shapes, plot, looks, look }: Labelled,
): readonly Wish[] {
  if (looks.label === 'none') return [];
  const all = shapes.length <= allSingle;
  const lengths = isRoomy(plot) ? lengthsFor(shapes.length, plot.width) : [22];
  const wishes = shapes.flatMap((shape) => {
    const mark = marks[shape.indices[0] ?? -1];
    const wanted = shape.indices.length === 1 && mark !== undefined;
    if (!wanted || (!all && mark.quadrant !== 'quick-win')) return [];
    const [said = '', ...shorter] =
      looks.label === 'title' ? titlesOf(mark, lengths) : [labelText(mark, looks.label, look)];
    const measured = (text: string): Measured => ({ text, width: widthOf(text) });
    return [{ ...shape, ...measured(said), shorter: shorter.map(measured) }];
  });
  return wishes.slice(0, 120);
}

/** How long titles may be, the longest first: the fewer there are and the wider the picture, the longer. */
function lengthsFor(shapes: number, width: number): readonly number[] {
  const room = width / Math.sqrt(Math.max(1, shapes));
  return [...(room > 300 ? [72] : []), ...(room > 130 ? [40] : []), 28, 18];
}

/** The lines of the thresholds, as wide as they are drawn. */
function linesOf({ look: { model }, axes, viewport, plot }: Labelled): readonly Box[] {
  const { value, effort } = model.thresholds;
  if (value === null || effort === null) return [];
  const x = xOf(axes.across.toShare(effort), viewport, plot);
  const y = yOf(axes.up.toShare(value), viewport, plot);
  const { left, top, width, height } = plot;
  return [
    { left: x - 1, right: x + 1, top, bottom: top + height },
    { left, right: left + width, top: y - 1, bottom: y + 1 },
  ];
}

type Measured = { readonly text: string; readonly width: number };

/** A title as long as there may be room for it, then shorter, and at last its key. */
function titlesOf(
  { issue: { key, summary } }: Mark,
  lengths: readonly number[],
): readonly string[] {
  return summary === '' ? [key] : [...lengths.map((most) => cut(summary, most)), key];
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
