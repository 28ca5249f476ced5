import type { IssueId } from '#domain/ids';
import type { Axis } from '../data/axis';
import { drawForm, drawShapes, labelWidth, paletteAt, type Palette } from './draw-scene';
import { stampDots } from './draw-pixels';
import { placeLabels, type Label } from './labels';
import { labelTask, type Labelled } from './label-task';
import type { Shape } from './lay-out';
import type { Category } from '../data/looks';
import type { Mark } from '#domain/quadrant/picture';
import { dotAt } from './nearest-dot';
import type { Brush } from './svg-brush';
import { isWithin, xOf, yOf } from './viewport';

/** Everything that is on the canvas at one moment. */
export type Painting = Labelled & {
  readonly shares: Float32Array;
  readonly categories: readonly Category[];
  readonly kinds: Uint8Array;
  readonly pointed: Shape | undefined;
  readonly selected: IssueId | undefined;
  /** Where a mark that is being moved would come to stand. */
  readonly ghost: { readonly x: number; readonly y: number } | undefined;
  /** Places that are kept from the last visit: value and effort by turns, without names. */
  readonly shadows: Float32Array | undefined;
  /** The labels of the picture at rest; undefined while it moves. */
  readonly labels: readonly Label[] | undefined;
};

/** Paints marks, bubbles and labels anew. What a pointer does lies on a canvas of its own. */
export function paintScene(element: HTMLCanvasElement, painting: Painting): void {
  const canvas = cleared(element);
  if (canvas === null) return;
  const palette = paletteAt(element, painting.categories);
  if (painting.shadows !== undefined) paintShadows(canvas, painting, palette);
  else if (painting.looks.every) paintEvery(canvas, painting, palette);
  else paintShapes(canvas, painting, palette);
}

/** The same marks drawn as paths, on whatever takes them: slower for thousands, sharp at any size. */
export function paintMarks(canvas: Brush, painting: Painting, palette: Palette): void {
  if (!painting.looks.every) {
    paintShapes(canvas, painting, palette);
    return;
  }
  const { marks, shares, kinds, categories, viewport, plot } = painting;
  categories.forEach((_category, kind) => {
    canvas.fillStyle = palette.categories[kind] ?? palette.text;
    canvas.beginPath();
    marks.forEach((_mark, index) => {
      if (kinds[index] !== kind) return;
      const x = xOf(shares[2 * index] ?? 0, viewport, plot);
      const y = yOf(shares[2 * index + 1] ?? 0, viewport, plot);
      if (isWithin({ x, y }, plot)) canvas.rect(x - 2, y - 2, 4, 4);
    });
    canvas.fill();
  });
}

function paintShapes(canvas: Brush, painting: Painting, palette: Palette): void {
  const { plot, shapes, categories, kinds } = painting;
  canvas.save();
  canvas.beginPath();
  canvas.rect(plot.left - 1, plot.top - 1, plot.width + 2, plot.height + 2);
  canvas.clip();
  const labels = painting.labels ?? labelsAtOnce(canvas, painting);
  const categoryOf = (index: number): number => kinds[index] ?? 0;
  drawShapes(canvas, { shapes, labels, categories, categoryOf }, palette);
  canvas.restore();
}

function labelsAtOnce(canvas: Brush, painting: Painting): readonly Label[] {
  const { wishes, around } = labelTask(labelWidth(canvas), painting);
  return placeLabels(wishes, around);
}

/** Paints what is pointed at, chosen or being moved, over the picture, which stays as it is. */
export function paintPointing(element: HTMLCanvasElement, painting: Painting): void {
  const canvas = cleared(element);
  if (canvas === null) return;
  const palette = paletteAt(element, []);
  const chosen = shapeOf(painting);
  if (chosen !== undefined) paintChosen(canvas, painting, { palette, chosen });
  paintPointed(canvas, painting, palette);
}

/** An empty canvas in the pixels of the screen. */
function cleared(element: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const canvas = element.getContext('2d');
  const ratio = window.devicePixelRatio;
  const [width, height] = [element.clientWidth, element.clientHeight];
  if (element.width !== width * ratio || element.height !== height * ratio) {
    element.width = width * ratio;
    element.height = height * ratio;
  }
  canvas?.setTransform(ratio, 0, 0, ratio, 0, 0);
  canvas?.clearRect(0, 0, width, height);
  if (canvas !== null) canvas.lineJoin = 'round';
  return canvas;
}

function shapeOf(painting: Painting): Shape | undefined {
  const { shapes, selected, marks, looks } = painting;
  if (selected === undefined) return undefined;
  if (looks.every) {
    const index = marks.findIndex(({ issue }) => issue.id === selected);
    return index < 0 ? undefined : dotAt(painting, index);
  }
  return shapes.find(({ indices }) => indices.some((index) => marks[index]?.issue.id === selected));
}

/** Every use case its own mark: paths for hundreds, pixels for thousands. */
function paintEvery(canvas: CanvasRenderingContext2D, painting: Painting, palette: Palette): void {
  const { marks, shares, kinds, viewport, plot } = painting;
  const ratio = window.devicePixelRatio;
  const places = new Float32Array(marks.length * 2);
  for (let index = 0; index < marks.length; index += 1) {
    places[2 * index] = xOf(shares[2 * index] ?? 0, viewport, plot) * ratio;
    places[2 * index + 1] = yOf(shares[2 * index + 1] ?? 0, viewport, plot) * ratio;
  }
  const image = imageFor(canvas);
  const colours = palette.categories.map(rgbOf);
  stampDots(image, { places, kinds, count: marks.length }, colours, Math.round(3 * ratio));
  canvas.putImageData(image, 0, 0);
}

/** Grey dots where use cases stood at the last visit: who they are is not said yet. */
function paintShadows(
  canvas: CanvasRenderingContext2D,
  { shadows = new Float32Array(), axes, viewport, plot }: Painting,
  palette: Palette,
): void {
  const ratio = window.devicePixelRatio;
  const places = new Float32Array(shadows.length);
  for (let index = 0; index < shadows.length; index += 2) {
    const [value, effort] = [shadows[index] ?? 0, shadows[index + 1] ?? 0];
    places[index] = xOf(axes.across.toShare(effort), viewport, plot) * ratio;
    places[index + 1] = yOf(axes.up.toShare(value), viewport, plot) * ratio;
  }
  const image = imageFor(canvas);
  const count = shadows.length / 2;
  const dots = { places, kinds: new Uint8Array(count), count };
  stampDots(image, dots, [rgbOf(palette.quiet)], Math.round(2 * ratio));
  canvas.putImageData(image, 0, 0);
}

let kept: ImageData | undefined;

/** One buffer for all frames: a new one for each would keep the collector busy. */
function imageFor(canvas: CanvasRenderingContext2D): ImageData {
  const { width, height } = canvas.canvas;
  if (kept?.width !== width || kept.height !== height) kept = canvas.createImageData(width, height);
  return kept;
}

function rgbOf(colour: string): readonly [number, number, number] {
  const hex = /^#(?<red>..)(?<green>..)(?<blue>..)/u.exec(colour)?.groups;
  const part = (name: string): number => Number.parseInt(hex?.[name] ?? '88', 16);
  return [part('red'), part('green'), part('blue')];
}

/** The ring of the chosen one and, around it, where eight of ten outcomes lie. */
function paintChosen(
  canvas: CanvasRenderingContext2D,
  { marks, selected, axes, viewport, plot }: Painting,
  { palette, chosen }: { readonly palette: Palette; readonly chosen: Shape },
): void {
  const mark = marks.find(({ issue }) => issue.id === selected);
  if (mark === undefined) return;
  // Eight of ten outcomes of two independent normal figures lie within 1.794 deviations.
  const reach = 1.794;
  const span = (axis: Axis, { mean, sd }: Mark['value'], to: typeof xOf): [number, number] => {
    const low = to(axis.toShare(Math.max(axis.least, mean - reach * sd)), viewport, plot);
    const high = to(axis.toShare(Math.min(axis.most, mean + reach * sd)), viewport, plot);
    return [(low + high) / 2, Math.abs(high - low) / 2];
  };
  const [x, across] = span(axes.across, mark.effort, xOf);
  const [y, up] = span(axes.up, mark.value, yOf);
  canvas.beginPath();
  canvas.ellipse(x, y, across, up, 0, 0, 2 * Math.PI);
  canvas.globalAlpha = 0.15;
  canvas.fillStyle = palette.focus;
  canvas.fill();
  canvas.globalAlpha = 1;
  canvas.setLineDash([4, 3]);
  canvas.lineWidth = 1;
  canvas.strokeStyle = palette.focus;
  canvas.stroke();
  canvas.setLineDash([]);
  ring(canvas, chosen, palette.focus);
}

function paintPointed(
  canvas: CanvasRenderingContext2D,
  { pointed, ghost }: Painting,
  palette: Palette,
): void {
  if (pointed !== undefined) ring(canvas, pointed, palette.focus);
  if (ghost === undefined) return;
  const style = { form: 'hollow', colour: palette.focus, surface: palette.surface } as const;
  drawForm(canvas, { ...ghost, radius: 8 }, style);
}

function ring(
  canvas: CanvasRenderingContext2D,
  { x, y, radius }: Pick<Shape, 'x' | 'y' | 'radius'>,
  colour: string,
): void {
  canvas.beginPath();
  canvas.arc(x, y, radius + 3, 0, 2 * Math.PI);
  canvas.lineWidth = 2;
  canvas.strokeStyle = colour;
  canvas.stroke();
}
