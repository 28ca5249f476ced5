/** The part of a canvas that the picture is drawn with. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'beginPath'
  | 'clip'
  | 'closePath'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'rect'
  | 'restore'
  | 'save'
  | 'setLineDash'
  | 'stroke'
  | 'strokeRect'
  | 'strokeStyle'
  | 'strokeText'
  | 'textAlign'
  | 'textBaseline'
  | 'transform'
  | 'translate'
>;

type Style = Pick<
  Brush,
  'fillStyle' | 'font' | 'globalAlpha' | 'lineWidth' | 'strokeStyle' | 'textAlign' | 'textBaseline'
> & { dash: readonly number[] };

type Saved = { readonly style: Style; readonly groups: number };

const firstStyle: Style = {
  fillStyle: '#000',
  font: '12px sans-serif',
  globalAlpha: 1,
  lineWidth: 1,
  strokeStyle: '#000',
  textAlign: 'left',
  textBaseline: 'alphabetic',
  dash: [],
};

const anchors: Readonly<Partial<Record<CanvasTextAlign, string>>> = {
  center: 'middle',
  right: 'end',
};

/**
 * A brush that writes SVG. Libraries that do so read fonts through inline styles, which Forge's
 * content policy forbids: their texts lose size and weight.
 */
export function svgBrush(width: number, height: number): Brush & { readonly text: () => string } {
  const parts: string[] = [];
  const saved: Saved[] = [];
  const ruler = document.createElement('canvas').getContext('2d');
  let style: Style = { ...firstStyle };
  let groups = 0;
  let clips = 0;
  const open = (attributes: string): void => {
    parts.push(`<g ${attributes}>`);
    groups += 1;
  };
  const { traced, ...tracing } = pathTracer();
  const brush = {
    ...tracing,
    ...shapeDrawer(
      (shape) => parts.push(shape),
      traced,
      () => style,
    ),
    save: () => {
      saved.push({ style: { ...style }, groups });
      groups = 0;
    },
    restore: () => {
      parts.push('</g>'.repeat(groups));
      const before = saved.pop();
      ({ style, groups } = before ?? { style: { ...firstStyle }, groups: 0 });
    },
    translate: (x: number, y: number) => {
      open(`transform="translate(${at(x, y)})"`);
    },
    transform: (...matrix: readonly number[]) => {
      open(`transform="matrix(${matrix.map(short).join(' ')})"`);
    },
    clip: () => {
      clips += 1;
      const id = `clip-${String(clips)}`;
      parts.push(`<clipPath id="${id}"><path d="${traced()}"/></clipPath>`);
      open(`clip-path="url(#${id})"`);
    },
    setLineDash: (dash: readonly number[]) => {
      style.dash = dash;
    },
    measureText: (text: string) => {
      if (ruler === null) throw new Error('This browser measures no text.');
      ruler.font = style.font;
      return ruler.measureText(text);
    },
    text: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}">${parts.join('')}${'</g>'.repeat(groups)}</svg>`,
  };
  return withStyle(brush, () => style);
}

/** Paths, from their beginning to where they are filled or stroked. */
function pathTracer() {
  let path: string[] = [];
  const line = (command: 'M' | 'L', x: number, y: number): void => {
    path.push(`${path.length === 0 ? 'M' : command}${at(x, y)}`);
  };
  return {
    traced: () => path.join(''),
    beginPath: () => {
      path = [];
    },
    closePath: () => {
      path.push('Z');
    },
    moveTo: (x: number, y: number) => {
      line('M', x, y);
    },
    lineTo: (x: number, y: number) => {
      line('L', x, y);
    },
    rect: (x: number, y: number, width: number, height: number) => {
      path.push(`M${at(x, y)}h${short(width)}v${short(height)}h${short(-width)}Z`);
    },
    arc: (...[x, y, radius, from, to]: readonly [number, number, number, number, number]) => {
      line('L', x + radius * Math.cos(from), y + radius * Math.sin(from));
      path.push(arcOf({ x, y, radius }, from, to));
    },
  };
}

/** Paths, rectangles and texts in the style of the moment. */
function shapeDrawer(add: (shape: string) => void, traced: () => string, style: () => Style) {
  const box = (x: number, y: number, width: number, height: number): string =>
    `rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
  let rim = '';
  return {
    fill: () => {
      add(`<path d="${traced()}" ${filled(style())}/>`);
    },
    stroke: () => {
      add(`<path d="${traced()}" ${stroked(style())}/>`);
    },
    fillRect: (...sides: Parameters<typeof box>) => {
      add(`<${box(...sides)} ${filled(style())}/>`);
    },
    strokeRect: (...sides: Parameters<typeof box>) => {
      add(`<${box(...sides)} ${stroked(style())}/>`);
    },
    /** The rim of the text that is filled next: one text with both is still one text to a reader. */
    strokeText: () => {
      const { strokeStyle, lineWidth } = style();
      rim = ` paint-order="stroke" stroke="${colour(strokeStyle)}" stroke-width="${short(lineWidth)}" stroke-linejoin="round"`;
    },
    fillText: (text: string, x: number, y: number) => {
      const { textAlign, textBaseline, font } = style();
      const anchor = anchors[textAlign] ?? 'start';
      const baseline = textBaseline === 'middle' ? ' dominant-baseline="central"' : '';
      add(
        `<text x="${short(x)}" y="${short(y)}" text-anchor="${anchor}"${baseline} ${filled(style())}${rim} style="font:${escaped(font)}">${escaped(text)}</text>`,
      );
      rim = '';
    },
  };
}

/** Lets styles be set on the brush as on a canvas: each save keeps its own. */
function withStyle<Methods extends object>(methods: Methods, style: () => Style): Methods & Brush {
  for (const name of Object.keys(firstStyle)) {
    Object.defineProperty(methods, name, {
      get: () => style()[name as keyof Style],
      set: (value: unknown) => {
        Object.assign(style(), { [name]: value });
      },
    });
  }
  return methods as Methods & Brush;
}

function filled({ fillStyle, globalAlpha }: Style): string {
  return `fill="${colour(fillStyle)}"${opacity(globalAlpha)}`;
}

function stroked({ strokeStyle, lineWidth, dash, globalAlpha }: Style): string {
  const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  return `fill="none" stroke="${colour(strokeStyle)}" stroke-width="${short(lineWidth)}"${dashes}${opacity(globalAlpha)}`;
}

function opacity(alpha: number): string {
  return alpha === 1 ? '' : ` opacity="${short(alpha)}"`;
}

/** The picture is drawn in plain colours; gradients and patterns have no name that could be written. */
function colour(style: Brush['fillStyle']): string {
  return typeof style === 'string' ? escaped(style) : '#000';
}

type Circle = { readonly x: number; readonly y: number; readonly radius: number };

/** An arc that goes on from where it begins; a whole circle takes two. */
function arcOf({ x, y, radius }: Circle, from: number, to: number): string {
  const end = (angle: number): string =>
    at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  const piece = (large: 0 | 1, angle: number): string =>
    `A${short(radius)} ${short(radius)} 0 ${String(large)} 1 ${end(angle)}`;
  if (to - from >= 2 * Math.PI - 1e-6) return piece(0, from + Math.PI) + piece(0, to);
  return piece(to - from > Math.PI ? 1 : 0, to);
}

function at(x: number, y: number): string {
  return `${short(x)} ${short(y)}`;
}

function short(figure: number): string {
  return String(Number(figure.toFixed(2)));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
