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
  /** What it says where there is no room for the text. */
  readonly short: { readonly text: string; readonly width: number };
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
  const taken: Box[] = [...marks];
  const labels: Label[] = [];
  for (const wish of wishes) {
    const spots = spotsFor(wish, roomy).filter(
      (spot) => within(boxOf(spot), bounds) && !taken.some((box) => overlap(box, boxOf(spot))),
    );
    const clear = spots.find((spot) => !labels.some((label) => isCrossed(spot, label)));
    const found = clear ?? (roomy ? spots[0] : undefined);
    if (found === undefined) continue;
    labels.push(found);
    taken.push(boxOf(found));
  }
  return labels;
}

/** The places of a label, the best first. */
function spotsFor(wish: Wish, roomy: boolean): readonly Label[] {
  const brief = { ...wish, ...wish.short };
  return roomy
    ? [...beside(wish), ...around(wish), ...beside(brief), ...around(brief)]
    : [...beside(wish), ...beside(brief), ...around(brief, 60)];
}

function beside(wish: Wish): readonly Label[] {
  const { x, y, radius, width } = wish;
  const gap = radius + near;
  const row = radius + height / 2 + 1;
  return [
    { wish, left: x + gap, middle: y, leader: false },
    { wish, left: x - gap - width, middle: y, leader: false },
    { wish, left: x - width / 2, middle: y - row, leader: false },
    { wish, left: x - width / 2, middle: y + row, leader: false },
  ];
}

function around(wish: Wish, furthest = 180): readonly Label[] {
  const { x, y, width } = wish;
  const rings = [24, 40, 60, 84, 112, 144, 180].filter((ring) => ring <= furthest);
  const turns = Array.from({ length: 16 }, (_each, index) => (index / 16) * 2 * Math.PI);
  return rings.flatMap((distance) =>
    turns.map((turn): Label => {
      const [dx, dy] = [Math.cos(turn) * distance, Math.sin(turn) * distance * 0.7];
      const left = dx >= 0 ? x + dx : x + dx - width;
      return { wish, left, middle: y + dy, leader: true };
    }),
  );
}

type Line = readonly [number, number, number, number];

/** The line from a mark to its label; undefined where the label stands beside it. */
export function leaderOf({ wish, left, middle, leader }: Label): Line | undefined {
  if (!leader) return undefined;
  return [wish.x, wish.y, left >= wish.x ? left - 2 : left + wish.width + 2, middle];
}

/** Whether the line of one label crosses the other's line or text. */
function isCrossed(one: Label, other: Label): boolean {
  const [line, theirs] = [leaderOf(one), leaderOf(other)];
  const across = (leader: Line | undefined, label: Label): boolean => {
    const { left, right, top, bottom } = boxOf(label);
    const diagonals: readonly Line[] = [
      [left, top, right, bottom],
      [left, bottom, right, top],
    ];
    return leader !== undefined && diagonals.some((diagonal) => cross(leader, diagonal));
  };
  if (across(line, other) || across(theirs, one)) return true;
  return line !== undefined && theirs !== undefined && cross(line, theirs);
}

/** Whether two lines cross: the ends of each lie on different sides of the other. */
function cross(one: Line, other: Line): boolean {
  const side = ([x1, y1, x2, y2]: Line, x: number, y: number): number =>
    Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
  const apart = (line: Line, [x1, y1, x2, y2]: Line): boolean =>
    side(line, x1, y1) !== side(line, x2, y2);
  return apart(one, other) && apart(other, one);
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
