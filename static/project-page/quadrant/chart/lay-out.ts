import type { Plot } from './viewport';

/** A mark's place on the canvas, in CSS pixels. */
export type Spot = {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Which side of the thresholds it is on; what is on different sides never becomes one. */
  readonly region: number;
};

/** What is drawn: one mark, or a bubble of several with their exact count. */
export type Shape = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly region: number;
  readonly indices: readonly number[];
};

/** The rectangle on the canvas that a region fills; a bubble stays within. */
export type Region = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Up to this many, each mark is looked at by itself; above, marks are first gathered in cells. */
const oneByOne = 2_000;
const cell = 24;
const gap = 2;

/** How large a bubble of so many is. */
export function bubbleRadius(count: number): number {
  return Math.min(30, 9 + 2.2 * Math.log2(count));
}

/**
 * Brings marks that would touch together into bubbles, until nothing touches anything: every mark is
 * in exactly one shape, no two shapes overlap, and no bubble crosses a threshold.
 */
export function layOut(spots: readonly Spot[], regions: readonly Region[]): readonly Shape[] {
  let shapes: readonly Shape[] =
    spots.length <= oneByOne ? spots.map(single) : gathered(spots, regions);
  for (let round = 0; round < 40; round += 1) {
    const merged = mergeTouching(shapes, regions);
    if (merged.length === shapes.length) return merged;
    shapes = merged;
  }
  return shapes;
}

function single({ index, x, y, radius, region }: Spot): Shape {
  return { x, y, radius, region, indices: [index] };
}

function gathered(spots: readonly Spot[], regions: readonly Region[]): readonly Shape[] {
  const cells = new Map<number, Spot[]>();
  for (const spot of spots) {
    const column = Math.floor(spot.x / cell) + 500;
    const row = Math.floor(spot.y / cell) + 500;
    const key = (column * 4_096 + row) * 8 + spot.region;
    const found = cells.get(key);
    if (found === undefined) cells.set(key, [spot]);
    else found.push(spot);
  }
  return [...cells.values()].map((found) => {
    const [first] = found;
    if (first !== undefined && found.length === 1) return single(first);
    return together(found.map(single), regions);
  });
}

/** One shape for several, at their middle, pushed back from the edges of its region. */
function together(shapes: readonly Shape[], regions: readonly Region[]): Shape {
  let [x, y, count] = [0, 0, 0];
  const indices: number[] = [];
  for (const shape of shapes) {
    const size = shape.indices.length;
    x += shape.x * size;
    y += shape.y * size;
    count += size;
    for (const index of shape.indices) indices.push(index);
  }
  const radius = bubbleRadius(count);
  const region = shapes[0]?.region ?? 0;
  const bounds = regions[region];
  return {
    x: bounds ? between(x / count, bounds.left + radius, bounds.right - radius) : x / count,
    y: bounds ? between(y / count, bounds.top + radius, bounds.bottom - radius) : y / count,
    radius,
    region,
    indices,
  };
}

function between(figure: number, from: number, to: number): number {
  return from > to ? (from + to) / 2 : Math.min(to, Math.max(from, figure));
}

function mergeTouching(shapes: readonly Shape[], regions: readonly Region[]): readonly Shape[] {
  const reach = 64;
  const grid = new Map<number, number[]>();
  const keyAt = (x: number, y: number): number =>
    (Math.floor(x / reach) + 500) * 4_096 + Math.floor(y / reach) + 500;
  const groups: Shape[][] = [];
  const groupOf = new Array<number>(shapes.length).fill(-1);
  shapes.forEach((shape, index) => {
    const near = neighbours(grid, keyAt, shape).find((other) => touches(shape, shapes[other]));
    const group = near === undefined ? -1 : (groupOf[near] ?? -1);
    if (group === -1) {
      groupOf[index] = groups.length;
      groups.push([shape]);
    } else {
      groupOf[index] = group;
      groups[group]?.push(shape);
    }
    const key = keyAt(shape.x, shape.y);
    const cellOf = grid.get(key);
    if (cellOf === undefined) grid.set(key, [index]);
    else cellOf.push(index);
  });
  return groups.map((group) => {
    const [first] = group;
    return first !== undefined && group.length === 1 ? first : together(group, regions);
  });
}

function neighbours(
  grid: ReadonlyMap<number, readonly number[]>,
  keyAt: (x: number, y: number) => number,
  { x, y }: Shape,
): readonly number[] {
  const around = [-64, 0, 64];
  return around.flatMap((dx) => around.flatMap((dy) => grid.get(keyAt(x + dx, y + dy)) ?? []));
}

function touches(shape: Shape, other: Shape | undefined): boolean {
  if (other?.region !== shape.region) return false;
  const distance = shape.radius + other.radius + gap;
  const [dx, dy] = [shape.x - other.x, shape.y - other.y];
  return dx * dx + dy * dy < distance * distance;
}

/**
 * Moves marks that lie on each other apart, so that few use cases stay single: as little as it takes,
 * the same way each time, and never across a threshold or out of the plot.
 */
export function spreadOut(spots: readonly Spot[], regions: readonly Region[]): readonly Shape[] {
  const placed = spots.map(single);
  for (let round = 0; round < 200; round += 1) {
    const pairs = placed.flatMap((one, first) =>
      placed
        .slice(first + 1)
        .map((other, rest) => pushApart(one, other, { regions, order: first + rest })),
    );
    if (!pairs.includes(true)) break;
  }
  return placed;
}

/** Whether two marks lay on each other and were moved. */
function pushApart(
  one: Shape,
  other: Shape,
  { regions, order }: { readonly regions: readonly Region[]; readonly order: number },
): boolean {
  const wanted = one.radius + other.radius + 2 * gap;
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(dx, dy);
  if (distance >= wanted) return false;
  // Marks on the very same spot leave it in directions that their order gives.
  const angle = distance > 0.01 ? Math.atan2(dy, dx) : order * 2.4;
  const push = (wanted - distance) / 2 + 0.1;
  moveBy(one, regions, -Math.cos(angle) * push, -Math.sin(angle) * push);
  moveBy(other, regions, Math.cos(angle) * push, Math.sin(angle) * push);
  return true;
}

function moveBy(
  shape: { x: number; y: number; readonly radius: number; readonly region: number },
  regions: readonly Region[],
  dx: number,
  dy: number,
): void {
  const bounds = regions[shape.region];
  shape.x += dx;
  shape.y += dy;
  if (bounds === undefined) return;
  shape.x = between(shape.x, bounds.left + shape.radius, bounds.right - shape.radius);
  shape.y = between(shape.y, bounds.top + shape.radius, bounds.bottom - shape.radius);
}

/** The four regions that thresholds cut a plot into, on the canvas; one where there are none. */
export function regionsOf(
  plot: Plot,
  thresholds: { readonly x: number; readonly y: number } | undefined,
): readonly Region[] {
  const whole = {
    left: plot.left,
    right: plot.left + plot.width,
    top: plot.top,
    bottom: plot.top + plot.height,
  };
  if (thresholds === undefined) return [whole];
  const { x, y } = thresholds;
  const top = { ...whole, bottom: y };
  const bottom = { ...whole, top: y };
  return [
    { ...top, right: x },
    { ...top, left: x },
    { ...bottom, right: x },
    { ...bottom, left: x },
  ];
}
