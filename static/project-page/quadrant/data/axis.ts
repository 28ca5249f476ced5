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

/** A round figure that is at least as great as another: 1, 2, 3, 5 or 8 with zeros. */
function niceAbove(figure: number): number {
  const power = 10 ** Math.floor(Math.log10(figure));
  const nice = [1, 2, 3, 5, 8, 10].find((step) => step * power >= figure * (1 - 1e-9)) ?? 10;
  return nice * power;
}

/** How far apart two ticks stand at least, in shares of what is in sight. */
const ticksApart = 0.16;

/** At most five round figures of the part of an axis that is in sight, standing apart. */
export function ticksIn(axis: Axis, from: number, to: number): readonly number[] {
  const within = (share: number): number => axis.fromShare(Math.min(1, Math.max(0, share)));
  const [low, high] = [Math.min(within(from), within(to)), Math.max(within(from), within(to))];
  const bent = axis.side.most === null && high > 3 * low;
  const figures = bent ? ladder(low, high) : evenly(low, high);
  const kept: number[] = [];
  const placeOf = (figure: number): number => (axis.toShare(figure) - from) / (to - from);
  for (const figure of figures) {
    const last = kept.at(-1);
    const gap = last === undefined ? 1 : Math.abs(placeOf(figure) - placeOf(last));
    if (gap >= ticksApart) kept.push(figure);
  }
  return kept.slice(0, 5);
}

function evenly(low: number, high: number): readonly number[] {
  const step = niceAbove(Math.max((high - low) / 4, 1e-9));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_each, index) =>
    Number(((first + index) * step).toPrecision(6)),
  );
}

/** 0, then 1, 2 and 5 with more and more zeros: figures that stand apart where an axis is bent. */
function ladder(low: number, high: number): readonly number[] {
  const top = Math.floor(Math.log10(high));
  const rungs = [top - 2, top - 1, top].flatMap((power) =>
    [1, 2, 5].map((step) => step * 10 ** power),
  );
  return [0, ...rungs].filter((figure) => figure >= low && figure <= high);
}
