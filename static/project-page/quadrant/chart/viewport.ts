/** The part of the picture that is in sight, in shares of the axes: 0 to 1 is all of it. */
export type Viewport = {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
};

/** The inner rectangle of the chart, in CSS pixels of its canvas. */
export type Plot = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** All of the picture, with a margin that keeps marks off the frame. */
export const wholePicture: Viewport = { left: -0.03, right: 1.03, bottom: -0.04, top: 1.06 };

/** Nothing is found deeper than this. */
const closest = 0.004;

export function xOf(share: number, { left, right }: Viewport, plot: Plot): number {
  return plot.left + ((share - left) / (right - left)) * plot.width;
}

export function yOf(share: number, { bottom, top }: Viewport, plot: Plot): number {
  return plot.top + ((top - share) / (top - bottom)) * plot.height;
}

/** The shares of the axes under a point of the canvas. */
export function sharesAt(
  x: number,
  y: number,
  { left, right, bottom, top }: Viewport,
  plot: Plot,
): { readonly across: number; readonly up: number } {
  return {
    across: left + ((x - plot.left) / plot.width) * (right - left),
    up: top - ((y - plot.top) / plot.height) * (top - bottom),
  };
}

/** Whether a point of the canvas is inside of the plot. */
export function isWithin(
  { x, y }: { readonly x: number; readonly y: number },
  { left, top, width, height }: Plot,
): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

/** Moves by pixels, and no further than the edge of the whole picture. */
export function panned(viewport: Viewport, plot: Plot, dx: number, dy: number): Viewport {
  const across = (-dx / plot.width) * (viewport.right - viewport.left);
  const up = (dy / plot.height) * (viewport.top - viewport.bottom);
  return kept({
    left: viewport.left + across,
    right: viewport.right + across,
    bottom: viewport.bottom + up,
    top: viewport.top + up,
  });
}

/** Zooms round a point of the canvas; below 1 goes in, above 1 goes out. */
export function zoomed(
  viewport: Viewport,
  plot: Plot,
  factor: number,
  at: { readonly x: number; readonly y: number },
): Viewport {
  const { across, up } = sharesAt(at.x, at.y, viewport, plot);
  const width = viewport.right - viewport.left;
  const height = viewport.top - viewport.bottom;
  const real = Math.max(factor, closest / Math.min(width, height));
  return kept({
    left: across - (across - viewport.left) * real,
    right: across + (viewport.right - across) * real,
    bottom: up - (up - viewport.bottom) * real,
    top: up + (viewport.top - up) * real,
  });
}

/** The part of the picture that holds some places, with room around them. */
export function viewportOf(
  places: readonly { readonly across: number; readonly up: number }[],
): Viewport {
  const ends = (figures: readonly number[]): readonly [number, number] => {
    const [from, to] = [Math.min(...figures), Math.max(...figures)];
    const room = Math.max(0.02, (to - from) * 0.2);
    return [from - room, to + room];
  };
  const [left, right] = ends(places.map(({ across }) => across));
  const [bottom, top] = ends(places.map(({ up }) => up));
  return kept({ left, right, bottom, top });
}

function kept({ left, right, bottom, top }: Viewport): Viewport {
  const whole = wholePicture;
  const width = Math.min(right - left, whole.right - whole.left);
  const height = Math.min(top - bottom, whole.top - whole.bottom);
  const from = Math.min(Math.max(left, whole.left), whole.right - width);
  const base = Math.min(Math.max(bottom, whole.bottom), whole.top - height);
  return { left: from, right: from + width, bottom: base, top: base + height };
}
