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

/**
 * Gives each mark a label where there is room: beside it first, then further and further away with a
 * line, and in short where the text has no room. Labels cover neither marks nor each other; a mark in a
 * crowd goes without. On a roomy picture a text far away is better than its short form, and a line may
 * cross another where nothing else is left; on a narrow one such a label is left out.
 */
export function placeLabels(
  wishes: readonly Wish[],
  marks: readonly Box[],
  { bounds, roomy }: { readonly bounds: Box; readonly roomy: boolean },
): readonly Label[] {
  const placed: Placed[] = [];
  for (const wish of wishes) {
    const free = ({ box }: Placed): boolean =>
      within(box, bounds) &&
      !marks.some((mark) => overlap(mark, box)) &&
      !placed.some((other) => overlap(other.box, box));
    const found = firstPlace(wish, roomy, { free, placed });
    if (found !== undefined) placed.push(found);
  }
  return placed.map(({ label }) => label);
}

/** A label with what it takes up. */
type Placed = { readonly label: Label; readonly box: Box; readonly line: Line | undefined };

function firstPlace(
  wish: Wish,
  roomy: boolean,
  {
    free,
    placed,
  }: { readonly free: (place: Placed) => boolean; readonly placed: readonly Placed[] },
): Placed | undefined {
  let crossed: Placed | undefined;
  for (const label of spotsFor(wish, roomy)) {
    const place = { label, box: boxOf(label), line: leaderOf(label) };
    if (!free(place)) continue;
    if (!placed.some((other) => isCrossed(place, other))) return place;
    crossed ??= place;
  }
  return roomy ? crossed : undefined;
}

/** The places of a label, the best first. */
function* spotsFor(wish: Wish, roomy: boolean): Generator<Label> {
  const briefer = wish.shorter.map((brief) => ({ ...wish, ...brief }));
  for (const each of [wish, ...briefer]) {
    yield* beside(each);
    if (roomy) yield* around(each, 180);
  }
  if (!roomy) for (const each of briefer) yield* around(each, 60);
}

function* beside(wish: Wish): Generator<Label> {
  const { x, y, radius, width } = wish;
  const gap = radius + near;
  const row = radius + height / 2 + 1;
  yield { wish, left: x + gap, middle: y, leader: false };
  yield { wish, left: x - gap - width, middle: y, leader: false };
  yield { wish, left: x - width / 2, middle: y - row, leader: false };
  yield { wish, left: x - width / 2, middle: y + row, leader: false };
}

const rings = [24, 40, 60, 84, 112, 144, 180];
const turns = Array.from({ length: 16 }, (_each, index) => (index / 16) * 2 * Math.PI);

function* around(wish: Wish, furthest: number): Generator<Label> {
  const { x, y, width } = wish;
  for (const distance of rings) {
    if (distance > furthest) return;
    for (const turn of turns) {
      const [dx, dy] = [Math.cos(turn) * distance, Math.sin(turn) * distance * 0.7];
      yield { wish, left: dx >= 0 ? x + dx : x + dx - width, middle: y + dy, leader: true };
    }
  }
}

type Line = readonly [number, number, number, number];

/** The line from a mark to its label; undefined where the label stands beside it. */
export function leaderOf({ wish, left, middle, leader }: Label): Line | undefined {
  if (!leader) return undefined;
  return [wish.x, wish.y, left >= wish.x ? left - 2 : left + wish.width + 2, middle];
}

/** Whether the line of one label crosses the other's line or text. */
function isCrossed(one: Placed, other: Placed): boolean {
  if (one.line !== undefined && throughBox(one.line, other.box)) return true;
  if (other.line === undefined) return false;
  return throughBox(other.line, one.box) || (one.line !== undefined && cross(one.line, other.line));
}

function throughBox(line: Line, { left, right, top, bottom }: Box): boolean {
  return cross(line, [left, top, right, bottom]) || cross(line, [left, bottom, right, top]);
}

/** Whether two lines cross: the ends of each lie on different sides of the other. */
function cross(one: Line, other: Line): boolean {
  return isApart(one, other) && isApart(other, one);
}

function isApart([x1, y1, x2, y2]: Line, [x3, y3, x4, y4]: Line): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1];
  return dx * (y3 - y1) - dy * (x3 - x1) > 0 !== dx * (y4 - y1) - dy * (x4 - x1) > 0;
}

function boxOf({ left, middle, wish: { width } }: Label): Box {
  return { left, right: left + width, top: middle - height / 2, bottom: middle + height / 2 };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

function within(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  );
}
