import type { ChartHandle, LiveScene } from '../chart/chart-props';
import { drawForm, labelFont, paletteAt, type Palette } from '../chart/draw-scene';
import { dotAt } from '../chart/nearest-dot';
import { paintMarks } from '../chart/paint-scene';
import { svgBrush, type Brush } from '../chart/svg-brush';
import { isWithin } from '../chart/viewport';
import type { WithPicture } from '../data/page-parts';
import type { WithChart } from '../chart/chart-props';
import { t, viewerLocale } from '../../../shared/texts';
import { countOf } from '../../../shared/say-figures';

type Drawn = NonNullable<ReturnType<ChartHandle['drawn']>>;

/** Room above the chart for the title, the counts and the legend, and at its sides, in CSS pixels. */
const head = 92;
const side = 16;

/** Two pixels for each of the page's, so that a slide or a print stays sharp. */
const sharpness = 2;

/** What is shown, as a drawing that can be enlarged; '' before anything is drawn. */
export function asSvg(page: WithPicture & WithChart): string {
  const drawn = page.chart.current?.drawn();
  if (drawn === undefined) return '';
  const { width, height } = sizeOf(drawn);
  const brush = svgBrush(width, height);
  drawAll(brush, page, drawn);
  return brush.text();
}

/** What is shown, as a picture; undefined where the browser makes none. */
export async function asPng(page: WithPicture & WithChart): Promise<Blob | undefined> {
  const drawn = page.chart.current?.drawn();
  if (drawn === undefined) return undefined;
  const { width, height } = sizeOf(drawn);
  const element = document.createElement('canvas');
  [element.width, element.height] = [width * sharpness, height * sharpness];
  const canvas = element.getContext('2d');
  if (canvas === null) return undefined;
  canvas.scale(sharpness, sharpness);
  drawAll(canvas, page, drawn);
  return new Promise((resolve) => {
    element.toBlob((blob) => {
      resolve(blob ?? undefined);
    });
  });
}

function sizeOf({ element }: Drawn): { readonly width: number; readonly height: number } {
  return { width: element.clientWidth + 2 * side, height: element.clientHeight + head + side };
}

function drawAll(canvas: Brush, page: WithPicture & WithChart, drawn: Drawn): void {
  const { scene, element } = drawn;
  const palette = paletteAt(element, scene.categories);
  const { width, height } = sizeOf(drawn);
  canvas.fillStyle = palette.surface;
  canvas.fillRect(0, 0, width, height);
  drawHead(canvas, page, { scene, palette, width });
  canvas.save();
  canvas.translate(side, head);
  for (const frame of element.querySelectorAll<SVGSVGElement>('svg.chart-frame'))
    copyFrame(canvas, frame);
  paintMarks(canvas, { ...scene, pointed: undefined, ghost: undefined }, palette);
  canvas.restore();
}

function drawHead(
  canvas: Brush,
  { picture }: WithPicture,
  {
    scene,
    palette,
    width,
  }: { readonly scene: LiveScene; readonly palette: Palette; readonly width: number },
): void {
  const { state, look, seen } = picture;
  const { model } = look;
  const title = t('tools.exportPicture.and', {
    name: state.subject?.name ?? '',
    toLowerCase: model.value.label.toLowerCase(),
    other: model.effort.label.toLowerCase(),
  });
  canvas.textAlign = 'left';
  canvas.textBaseline = 'alphabetic';
  canvas.fillStyle = palette.text;
  canvas.font = labelFont(600, width < 500 ? 13 : 18);
  canvas.fillText(title, side, 30);
  canvas.fillStyle = palette.quiet;
  canvas.font = labelFont();
  canvas.fillText(`${countText(scene, seen.length)}. ${dayOf(new Date())}`, side, 50);
  let x = side;
  scene.categories.forEach(({ name, form }, index) => {
    if (x > width - 60) return;
    const colour = palette.categories[index] ?? palette.text;
    drawForm(canvas, { x: x + 6, y: 70, radius: 6 }, { form, colour, surface: palette.surface });
    canvas.fillStyle = palette.text;
    canvas.fillText(name, x + 18, 74);
    x += 34 + canvas.measureText(name).width;
  });
}

function dayOf(date: Date): string {
  return date.toLocaleDateString(viewerLocale(), { dateStyle: 'medium' });
}

/** How many are in the picture: after zooming in, a part of what the page shows. */
function countText(
  { looks, marks, shapes, shares, viewport, plot }: LiveScene,
  all: number,
): string {
  const inSight = looks.every
    ? marks.filter((_mark, index) => isWithin(dotAt({ shares, viewport, plot }, index), plot))
        .length
    : shapes.reduce((sum, { indices }) => sum + indices.length, 0);
  return inSight === all
    ? t('tools.exportPicture.shown', { all: countOf(all) })
    : t('tools.exportPicture.ofInThisPart', { inSight: countOf(inSight), all: countOf(all) });
}

/** Draws lines, areas and texts of the frame as they stand on the page, with the colours they have there. */
function copyFrame(canvas: Brush, frame: SVGSVGElement): void {
  for (const part of frame.querySelectorAll<SVGGraphicsElement>('line, rect, text')) {
    const style = getComputedStyle(part);
    const at = (name: string): number => Number(part.getAttribute(name) ?? 0);
    canvas.save();
    canvas.globalAlpha = Number(style.opacity);
    canvas.fillStyle = style.fill;
    canvas.strokeStyle = style.stroke;
    canvas.lineWidth = 1;
    canvas.setLineDash(
      style.strokeDasharray.split(/[ ,]+/u).map(Number.parseFloat).filter(Number.isFinite),
    );
    if (part instanceof SVGTextElement) copyText(canvas, part, style);
    else if (part instanceof SVGRectElement) {
      const box = [at('x'), at('y'), at('width'), at('height')] as const;
      if (style.fill !== 'none') canvas.fillRect(...box);
      if (style.stroke !== 'none') canvas.strokeRect(...box);
    } else {
      canvas.beginPath();
      canvas.moveTo(at('x1'), at('y1'));
      canvas.lineTo(at('x2'), at('y2'));
      canvas.stroke();
    }
    canvas.restore();
  }
}

const alignments: Readonly<Record<string, CanvasTextAlign>> = {
  start: 'left',
  middle: 'center',
  end: 'right',
};

function copyText(canvas: Brush, text: SVGTextElement, style: CSSStyleDeclaration): void {
  if (text.transform.baseVal.numberOfItems > 0) {
    const { a, b, c, d, e, f } = text.getCTM() ?? new DOMMatrix();
    canvas.transform(a, b, c, d, e, f);
  }
  canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  canvas.textAlign = alignments[style.textAnchor] ?? 'left';
  canvas.textBaseline = 'alphabetic';
  const at = (name: string): number => Number(text.getAttribute(name) ?? 0);
  canvas.fillText(text.textContent, at('x'), at('y'));
}
