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
 * line. Labels cover neither marks nor each other; a mark in a crowd goes without.
 */
export function placeLabels(
  wishes: readonly Wish[],
  marks: readonly Box[],
  bounds: Box,
): readonly Label[] {
  const taken: Box[] = [...marks];
  const labels: Label[] = [];
  for (const wish of wishes) {
    const free = (spot: Label): boolean =>
      within(boxOf(spot), bounds) && !taken.some((box) => overlap(box, boxOf(spot)));
    const found = spotsFor(wish).find(free) ?? spotsFor({ ...wish, ...wish.short }).find(free);
    if (found === undefined) continue;
    labels.push(found);
    taken.push(boxOf(found));
  }
  return labels;
}

function spotsFor(wish: Wish): readonly Label[] {
  const { x, y, radius, width } = wish;
  const beside = radius + near;
  const close: Label[] = [
    { wish, left: x + beside, middle: y, leader: false },
    { wish, left: x - beside - width, middle: y, leader: false },
    { wish, left: x - width / 2, middle: y - radius - height / 2 - 1, leader: false },
    { wish, left: x - width / 2, middle: y + radius + height / 2 + 1, leader: false },
  ];
  const rings = [24, 40, 60, 84, 112, 144, 180];
  const turns = Array.from({ length: 16 }, (_each, index) => (index / 16) * 2 * Math.PI);
  const far = rings.flatMap((distance) =>
    turns.map((turn): Label => {
      const [dx, dy] = [Math.cos(turn) * distance, Math.sin(turn) * distance * 0.7];
      const left = dx >= 0 ? x + dx : x + dx - width;
      return { wish, left, middle: y + dy, leader: true };
    }),
  );
  return [...close, ...far];
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
