import type { Model } from '#domain/scoring/models';
import type { Axis } from '../data/axis';
import { layOut, regionsOf, spreadOut, type Region, type Shape, type Spot } from './lay-out';
import { radiusOf, type Looks } from '../data/looks';
import type { Mark } from '#domain/quadrant/picture';
import { xOf, yOf, type Plot, type Viewport } from './viewport';

/** Up to this many use cases stand singly with their titles; above, those that touch share a bubble. */
export const allSingle = 60;

/** Where all marks stand on the axes, in shares: across and up by turns. */
export function sharesOf(
  marks: readonly Mark[],
  axes: { readonly up: Axis; readonly across: Axis },
): Float32Array {
  const shares = new Float32Array(marks.length * 2);
  marks.forEach((mark, index) => {
    const { across, up } = placeOf(mark, axes);
    shares[2 * index] = across;
    shares[2 * index + 1] = up;
  });
  return shares;
}

/** Where a mark stands on the axes, in shares. Whatever its figures are, it is on them: who is off is found nowhere. */
export function placeOf(
  { value, effort }: Mark,
  axes: { readonly up: Axis; readonly across: Axis },
): { readonly across: number; readonly up: number } {
  const within = (share: number): number => Math.min(1, Math.max(0, share));
  return {
    across: within(axes.across.toShare(effort.likely)),
    up: within(axes.up.toShare(value.likely)),
  };
}

/** Where the thresholds stand on the axes, in shares; undefined where the model has none. */
export function thresholdShares(
  { thresholds }: Pick<Model, 'thresholds'>,
  axes: { readonly up: Axis; readonly across: Axis },
): { readonly across: number; readonly up: number } | undefined {
  if (thresholds.value === null || thresholds.effort === null) return undefined;
  return {
    across: axes.across.toShare(thresholds.effort),
    up: axes.up.toShare(thresholds.value),
  };
}

/** What stands on the canvas: shapes, and the regions that keep them on their side of the thresholds. */
export type Scene = { readonly shapes: readonly Shape[]; readonly regions: readonly Region[] };

/** Brings the marks that are in sight onto the canvas. */
export function sceneOf(of: {
  readonly marks: readonly Mark[];
  readonly shares: Float32Array;
  readonly threshold: { readonly across: number; readonly up: number } | undefined;
  readonly viewport: Viewport;
  readonly plot: Plot;
  readonly looks: Looks;
  /** The figures that the largest marks stand for. */
  readonly most: Parameters<typeof radiusOf>[2];
  /** A mark may stand a little beside its place, except on the side of a threshold. */
  readonly sideOf: (index: number) => number;
}): Scene {
  const { marks, shares, threshold, viewport, plot, looks, most } = of;
  const corner = threshold && {
    x: xOf(threshold.across, viewport, plot),
    y: yOf(threshold.up, viewport, plot),
  };
  const regions = regionsOf(plot, corner).map((region) => clipped(region, plot));
  const spots: Spot[] = [];
  const right = plot.left + plot.width;
  const bottom = plot.top + plot.height;
  marks.forEach((mark, index) => {
    const x = xOf(shares[2 * index] ?? 0, viewport, plot);
    const y = yOf(shares[2 * index + 1] ?? 0, viewport, plot);
    if (x < plot.left || x > right || y < plot.top || y > bottom) return;
    const region = threshold === undefined ? 0 : of.sideOf(index);
    spots.push({ index, x, y, radius: radiusOf(mark, looks.size, most), region });
  });
  if (spots.length > allSingle) return { shapes: layOut(spots, regions), regions };
  const spread = spreadOut(spots, regions);
  return { shapes: isNear(spread, spots) ? spread : layOut(spots, regions), regions };
}

/** How far a mark may stand beside its place, in CSS pixels; who would have to go further shares a bubble. */
const asideAtMost = 28;

function isNear(shapes: readonly Shape[], spots: readonly Spot[]): boolean {
  const placeOf = new Map(spots.map((spot) => [spot.index, spot]));
  return shapes.every(({ x, y, indices: [index] }) => {
    const place = placeOf.get(index ?? -1);
    return place !== undefined && Math.hypot(place.x - x, place.y - y) <= asideAtMost;
  });
}

function clipped(region: Region, plot: Plot): Region {
  return {
    left: Math.max(region.left, plot.left),
    right: Math.min(region.right, plot.left + plot.width),
    top: Math.max(region.top, plot.top),
    bottom: Math.min(region.bottom, plot.top + plot.height),
  };
}

/** Which of the four regions each mark is in: high or low value, left or right of the other threshold. */
export function sidesOf(
  threshold: { readonly across: number; readonly up: number } | undefined,
  marks: readonly Mark[],
  { thresholds }: Pick<Model, 'thresholds'>,
  reversed: boolean,
): Uint8Array {
  const sides = new Uint8Array(marks.length);
  if (threshold === undefined) return sides;
  marks.forEach(({ value, effort }, index) => {
    const low = value.likely < (thresholds.value ?? 0) ? 2 : 0;
    const high = effort.likely >= (thresholds.effort ?? 0);
    sides[index] = low + (high === reversed ? 0 : 1);
  });
  return sides;
}

/** The shape under a point of the canvas, if there is one. */
export function shapeAt(shapes: readonly Shape[], x: number, y: number): Shape | undefined {
  let best: Shape | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const shape of shapes) {
    const distance = Math.hypot(shape.x - x, shape.y - y) - shape.radius;
    if (distance < least && distance <= 5) [best, least] = [shape, distance];
  }
  return best;
}

/** The next shape in a direction: near, and straight rather than aside. */
export function shapeTowards(
  shapes: readonly Shape[],
  from: Shape | undefined,
  direction: { readonly dx: number; readonly dy: number },
): Shape | undefined {
  if (from === undefined) return shapes[0];
  let best: Shape | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const shape of shapes) {
    const [x, y] = [shape.x - from.x, shape.y - from.y];
    const along = x * direction.dx + y * direction.dy;
    const aside = Math.abs(x * direction.dy - y * direction.dx);
    const cost = along + 2 * aside;
    if (shape !== from && along > 0.5 && cost < least) [best, least] = [shape, cost];
  }
  return best;
}
