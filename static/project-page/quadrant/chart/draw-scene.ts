import type { Category, Form } from '../data/looks';
import { leaderOf, type Label } from './labels';
import type { Shape } from './lay-out';
import type { Brush } from './svg-brush';
import { countOf } from '../../../shared/say-figures';

/** Colours of the theme, read once for each drawing. */
export type Palette = {
  readonly text: string;
  readonly quiet: string;
  readonly surface: string;
  readonly focus: string;
  readonly categories: readonly string[];
};

/** Reads the theme's colours where the canvas stands. */
export function paletteAt(element: Element, categories: readonly Category[]): Palette {
  const style = getComputedStyle(element);
  const colour = (token: string): string => style.getPropertyValue(token).trim() || '#888';
  return {
    text: colour('--ds-text'),
    quiet: colour('--ds-text-subtle'),
    surface: colour('--ds-surface'),
    focus: colour('--ds-border-focused'),
    categories: categories.map(({ token }) => colour(token)),
  };
}

/** Draws marks and bubbles with their labels. */
export function drawShapes(
  canvas: Brush,
  scene: {
    readonly shapes: readonly Shape[];
    readonly labels: readonly Label[];
    readonly categories: readonly Category[];
    readonly categoryOf: (index: number) => number;
  },
  palette: Palette,
): void {
  const { shapes, labels, categories, categoryOf } = scene;
  for (const label of labels) drawLeader(canvas, label, palette);
  for (const shape of shapes) {
    const [first] = shape.indices;
    if (first === undefined) continue;
    if (shape.indices.length > 1) drawBubble(canvas, shape, { categoryOf, palette });
    else {
      const kind = categoryOf(first);
      drawForm(canvas, shape, {
        form: categories[kind]?.form ?? 'full',
        colour: palette.categories[kind] ?? palette.text,
        surface: palette.surface,
      });
    }
  }
  canvas.font = labelFont();
  canvas.textAlign = 'left';
  canvas.textBaseline = 'middle';
  canvas.fillStyle = palette.text;
  // A rim in the colour of the ground keeps a text readable where a line passes behind it.
  canvas.strokeStyle = palette.surface;
  canvas.lineWidth = 3;
  for (const { wish, left, middle } of labels) {
    canvas.strokeText(wish.text, left, middle);
    canvas.fillText(wish.text, left, middle);
  }
}

/** The page's font in the size of labels, also for measuring them. */
export function labelFont(weight = 400, size = 12): string {
  return `${String(weight)} ${String(size)}px ${getComputedStyle(document.body).fontFamily}`;
}

/** How wide a text is as a label, in CSS pixels. */
export function labelWidth(canvas: Brush): (text: string) => number {
  canvas.font = labelFont();
  return (text) => canvas.measureText(text).width;
}

function drawLeader(canvas: Brush, label: Label, palette: Palette): void {
  const leader = leaderOf(label);
  if (leader === undefined) return;
  const [fromX, fromY, toX, toY] = leader;
  canvas.strokeStyle = palette.quiet;
  canvas.lineWidth = 0.75;
  canvas.beginPath();
  canvas.moveTo(fromX, fromY);
  canvas.lineTo(toX, toY);
  canvas.stroke();
}

type FormStyle = { readonly form: Form; readonly colour: string; readonly surface: string };

/** One mark. Each form can be told without its colour. */
export function drawForm(
  canvas: Brush,
  { x, y, radius }: Pick<Shape, 'x' | 'y' | 'radius'>,
  { form, colour, surface }: FormStyle,
): void {
  canvas.strokeStyle = colour;
  canvas.lineWidth = 2;
  canvas.fillStyle = form === 'hollow' || form === 'half' || form === 'cross' ? surface : colour;
  canvas.beginPath();
  outline(canvas, form, { x, y, radius: radius - 1 });
  canvas.fill();
  canvas.stroke();
  if (form !== 'half') return;
  canvas.fillStyle = colour;
  canvas.beginPath();
  canvas.arc(x, y, radius - 1, Math.PI / 2, (3 * Math.PI) / 2);
  canvas.fill();
}

function outline(
  canvas: Brush,
  form: Form,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
): void {
  const corners: Readonly<Partial<Record<Form, readonly (readonly [number, number])[]>>> = {
    square: [
      [-0.9, -0.9],
      [0.9, -0.9],
      [0.9, 0.9],
      [-0.9, 0.9],
    ],
    diamond: [
      [0, -1.15],
      [1.15, 0],
      [0, 1.15],
      [-1.15, 0],
    ],
    triangle: [
      [0, -1.1],
      [1.05, 0.8],
      [-1.05, 0.8],
    ],
  };
  const path = corners[form];
  if (path !== undefined) {
    for (const [dx, dy] of path) canvas.lineTo(x + dx * radius, y + dy * radius);
    canvas.closePath();
  } else if (form === 'cross') {
    canvas.moveTo(x - radius * 0.8, y - radius * 0.8);
    canvas.lineTo(x + radius * 0.8, y + radius * 0.8);
    canvas.moveTo(x + radius * 0.8, y - radius * 0.8);
    canvas.lineTo(x - radius * 0.8, y + radius * 0.8);
  } else canvas.arc(x, y, Math.max(1, radius), 0, 2 * Math.PI);
}

/** A bubble: its exact count, and a ring that shows the mix. */
function drawBubble(
  canvas: Brush,
  { x, y, radius, indices }: Shape,
  {
    categoryOf,
    palette,
  }: { readonly categoryOf: (index: number) => number; readonly palette: Palette },
): void {
  const counts = new Array<number>(palette.categories.length).fill(0);
  for (const index of indices) {
    const kind = categoryOf(index);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  canvas.fillStyle = palette.surface;
  canvas.beginPath();
  canvas.arc(x, y, radius - 1, 0, 2 * Math.PI);
  canvas.fill();
  let from = -Math.PI / 2;
  canvas.lineWidth = 3;
  counts.forEach((count, kind) => {
    if (count === 0) return;
    const to = from + (count / indices.length) * 2 * Math.PI;
    canvas.strokeStyle = palette.categories[kind] ?? palette.text;
    canvas.beginPath();
    canvas.arc(x, y, radius - 2, from, to);
    canvas.stroke();
    from = to;
  });
  canvas.fillStyle = palette.text;
  canvas.font = labelFont(600, indices.length > 9_999 ? 10 : 12);
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  canvas.fillText(countOf(indices.length), x, y);
}
