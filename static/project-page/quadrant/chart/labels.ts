/** A rectangle on the canvas. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** A mark that wants a label, with the width that its text takes. */
export type Wish = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly text: string;
  readonly width: number;
  /** What it says instead where there is no room for the text, the longest first. */
  readonly shorter: readonly { readonly text: string; readonly width: number }[];
};

/** A label that found room; `leader` says whether a line has to lead to its mark. */
export type Label = {
  readonly wish: Wish;
  readonly left: number;
  readonly middle: number;
  readonly leader: boolean;
};

const height = 16;
const near = 4;

/** What labels keep clear of: the edges, the marks and, if they can, the lines of the thresholds. */
export type Surroundings = {
  readonly bounds: Box;
  readonly marks: readonly Box[];
  readonly lines: readonly Box[];
  /** On a roomy picture a label may stand far from its mark. */
  readonly roomy: boolean;
};

/**
 * Gives each mark a label where there is room: beside it first, then further and further away with a
 * line, and in short where the text has no room. Labels cover neither marks nor each other; a mark in a
 * crowd goes without. Places on the line of a threshold come after those that are clear of it, and
 * places whose own line crosses another or leads through a mark come last, on a roomy picture only.
 */
export function placeLabels(wishes: readonly Wish[], around: Surroundings): readonly Label[] {
  const placed: Placed[] = [];
  for (const wish of wishes) {
    const found = bestPlace(wish, around, placed);
    if (found !== undefined) placed.push(found);
  }
  return placed.map(({ label }) => label);
}

/** A label with what it takes up. */
export type Placed = { readonly label: Label; readonly box: Box; readonly line: Line | undefined };

/** The first place without a fault; where there is none, that with the least. */
function bestPlace(
  wish: Wish,
  around: Surroundings,
  placed: readonly Placed[],
): Placed | undefined {
  let [onLine, crossed]: (Placed | undefined)[] = [];
  for (const label of spotsFor(wish, around.roomy)) {
    const place = { label, box: boxOf(label), line: leaderOf(label) };
    if (!isFree(place.box, around, placed)) continue;
    if (leadsThrough(place, around, placed)) crossed ??= place;
    else if (around.lines.some((line) => overlap(line, place.box))) onLine ??= place;
    else return place;
  }
  return onLine ?? (around.roomy ? crossed : undefined);
}

function isFree(box: Box, { bounds, marks }: Surroundings, placed: readonly Placed[]): boolean {
  return (
    within(box, bounds) &&
    !marks.some((mark) => overlap(mark, box)) &&
    !placed.some((other) => overlap(other.box, box))
  );
}

/** Whether a line, its own or another's, would lead through a label, another line or a mark. */
function leadsThrough(place: Placed, { marks }: Surroundings, placed: readonly Placed[]): boolean {
  const { line, label } = place;
  if (placed.some((other) => isCrossed(place, other))) return true;
  return (
    line !== undefined && marks.some((mark) => isAway(mark, label.wish) && throughBox(line, mark))
  );
}

/** Whether a mark is not the one that the label belongs to. */
export function isAway({ left, right, top, bottom }: Box, { x, y }: Wish): boolean {
  return x < left || x > right || y < top || y > bottom;
}

/**
 * The places of a label, the best first: near its mark with as much of the text as there is room for,
 * then further away, and its last resort, the shortest text, at the end.
 */
function* spotsFor(wish: Wish, roomy: boolean): Generator<Label> {
  const texts = [wish, ...wish.shorter.map((brief) => ({ ...wish, ...brief }))];
  const [titles, last] = texts.length > 1 ? [texts.slice(0, -1), texts.at(-1)] : [texts, undefined];
  for (const each of titles) yield* beside(each);
  for (const furthest of roomy ? [40, 180] : [])
    for (const each of titles) yield* ringed(each, furthest);
  if (last === undefined) return;
  yield* beside(last);
  yield* ringed(last, roomy ? 180 : 60);
}

/** The four places right beside a mark, the best first. */
export function* beside(wish: Wish): Generator<Label> {
  const { x, y, radius, width } = wish;
  const gap = radius + near;
  const row = radius + height / 2 + 1;
  yield { wish, left: x + gap, middle: y, leader: false };
  yield { wish, left: x - gap - width, middle: y, leader: false };
  yield { wish, left: x - width / 2, middle: y - row, leader: false };
  yield { wish, left: x - width / 2, middle: y + row, leader: false };
}

const rings = [24, 40, 60, 84, 112, 144, 180, 220, 268, 320];
const turns = Array.from({ length: 16 }, (_each, index) => (index / 16) * 2 * Math.PI);

/** Places in rings round a mark, up to some pixels away, each with a line that leads back. */
export function* ringed(wish: Wish, furthest: number): Generator<Label> {
  const { x, y, width } = wish;
  for (const distance of rings) {
    if (distance > furthest) return;
    for (const turn of turns) {
      const [dx, dy] = [Math.cos(turn) * distance, Math.sin(turn) * distance * 0.7];
      yield { wish, left: dx >= 0 ? x + dx : x + dx - width, middle: y + dy, leader: true };
    }
  }
}

export type Line = readonly [number, number, number, number];

/** The line from a mark to its label; undefined where the label stands beside it. */
export function leaderOf({ wish, left, middle, leader }: Label): Line | undefined {
  if (!leader) return undefined;
  return [wish.x, wish.y, left >= wish.x ? left - 2 : left + wish.width + 2, middle];
}

/** Whether the line of one label crosses the other's line or text. */
export function isCrossed(one: Placed, other: Placed): boolean {
  if (one.line !== undefined && throughBox(one.line, other.box)) return true;
  if (other.line === undefined) return false;
  return throughBox(other.line, one.box) || (one.line !== undefined && cross(one.line, other.line));
}

/** Whether a line leads through a box. */
export function throughBox(line: Line, { left, right, top, bottom }: Box): boolean {
  const [x1, y1, x2, y2] = line;
  // Most are nowhere near: what is asked thousands of times for one picture ends here.
  if ((x1 < left && x2 < left) || (x1 > right && x2 > right)) return false;
  if ((y1 < top && y2 < top) || (y1 > bottom && y2 > bottom)) return false;
  return cross(line, [left, top, right, bottom]) || cross(line, [left, bottom, right, top]);
}

/** Whether two lines cross: the ends of each lie on different sides of the other. */
function cross(one: Line, other: Line): boolean {
  return isApart(one, other) && isApart(other, one);
}

/** Whether the ends of the other line lie on different sides of this one. */
function isApart(one: Line, other: Line): boolean {
  const x = one[0];
  const y = one[1];
  const dx = one[2] - x;
  const dy = one[3] - y;
  return (
    dx * (other[1] - y) - dy * (other[0] - x) > 0 !== dx * (other[3] - y) - dy * (other[2] - x) > 0
  );
}

/** What the text of a label covers. */
export function boxOf({ left, middle, wish: { width } }: Label): Box {
  return { left, right: left + width, top: middle - height / 2, bottom: middle + height / 2 };
}

/** Whether two boxes share more than an edge. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

/** Whether a box lies inside of another; edges may touch. */
export function within(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  );
}
