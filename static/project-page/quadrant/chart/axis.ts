import type { Model, Side } from '#domain/scoring/models';

/** One axis as it is drawn: figures become shares of its length, from 0 to 1. */
export type Axis = {
  readonly side: Side;
  readonly least: number;
  readonly most: number;
  /** Whether the least figure stands at the far end. */
  readonly reversed: boolean;
  readonly toShare: (figure: number) => number;
  readonly fromShare: (share: number) => number;
  readonly ticks: readonly number[];
};

/** Figures without an upper bound crowd near zero: their axis is drawn by square roots. */
export function axisOf(side: Side, reach: number, reversed: boolean): Axis {
  const bounded = side.most !== null;
  const least = side.least;
  const most = side.most ?? niceAbove(Math.max(reach, 1));
  const bend = bounded
    ? (figure: number) => figure
    : (figure: number) => Math.sqrt(Math.max(0, figure));
  const unbend = bounded ? (figure: number) => figure : (figure: number) => figure ** 2;
  const span = bend(most) - bend(least);
  const turned = (share: number): number => (reversed ? 1 - share : share);
  return {
    side,
    least,
    most,
    reversed,
    toShare: (figure) => turned((bend(figure) - bend(least)) / span),
    fromShare: (share) => unbend(bend(least) + turned(share) * span),
    ticks: bounded ? evenTicks(least, most) : niceTicks(most),
  };
}

/** The two axes of a picture: quick wins stand top left, or top right where the picture is flipped. */
export function axesOf(
  model: Model,
  reach: { readonly value: number; readonly effort: number },
  flipped: boolean,
): { readonly up: Axis; readonly across: Axis } {
  return {
    up: axisOf(model.value, reach.value, false),
    across: axisOf(model.effort, reach.effort, (model.easier === 'more') !== flipped),
  };
}

const steps = [1, 2, 3, 5, 8];

function niceAbove(figure: number): number {
  const power = 10 ** Math.floor(Math.log10(figure));
  const nice = [...steps, 10].map((step) => step * power).find((each) => each >= figure);
  return nice ?? 10 * power;
}

function evenTicks(least: number, most: number): readonly number[] {
  const span = most - least;
  const step = span <= 5 ? 1 : span / 4;
  return Array.from(
    { length: Math.floor(span / step) + 1 },
    (_each, index) => least + index * step,
  );
}

/** At most five figures that stand apart on an axis of square roots. */
function niceTicks(most: number): readonly number[] {
  return [0, 0.05, 0.2, 0.5, 1].map((share) => Number((share * most).toPrecision(1))).filter(isNew);
}

function isNew(figure: number, index: number, all: readonly number[]): boolean {
  return all.indexOf(figure) === index;
}
