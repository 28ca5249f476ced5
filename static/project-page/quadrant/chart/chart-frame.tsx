import type { ReactElement } from 'react';
import type { RatingLook } from '../../../shared/rating/rating-look';
import { ticksIn, type Axis } from '../data/axis';
import { xOf, yOf, type Plot, type Viewport } from './viewport';
import type { Quadrant } from '#domain/scoring/quadrant';
import { countOf } from '../../../shared/say-figures';

/** Grid, ticks, axes, thresholds with their figures, and the names of the quadrants with their counts. */
export function ChartFrame({
  look,
  axes,
  viewport,
  plot,
  threshold,
  counts,
}: {
  readonly look: RatingLook;
  readonly axes: { readonly up: Axis; readonly across: Axis };
  readonly viewport: Viewport;
  readonly plot: Plot;
  readonly threshold: { readonly across: number; readonly up: number } | undefined;
  /** undefined until it is known who is in sight. */
  readonly counts: Readonly<Partial<Record<Quadrant, number>>> | undefined;
}): ReactElement {
  const { up, across } = axes;
  const bottom = plot.top + plot.height;
  return (
    <svg className="chart-frame" aria-hidden="true">
      <Corner plot={plot} threshold={threshold} viewport={viewport} across={across} />
      <Ticks {...{ plot, viewport, look }} axis={across} isUp={false} />
      <Ticks {...{ plot, viewport, look }} axis={up} isUp />
      <rect className="edge" x={plot.left} y={plot.top} width={plot.width} height={plot.height} />
      <text className="axis" x={plot.left + plot.width / 2} y={bottom + 34} textAnchor="middle">
        {across.side.label}
        {across.side.unit === '' ? '' : `, ${across.side.unit}`}
      </text>
      <text
        className="axis"
        transform={`translate(11 ${String(plot.top + plot.height / 2)}) rotate(-90)`}
        textAnchor="middle"
      >
        {up.side.label}
      </text>
      <Names
        look={look}
        plot={plot}
        counts={counts}
        across={across}
        shown={threshold !== undefined}
      />
    </svg>
  );
}

/** Round figures of what is in sight, and where high begins, which gives way to none of them. */
function Ticks({
  axis,
  isUp,
  plot,
  viewport,
  look: { model, say },
}: {
  readonly axis: Axis;
  readonly isUp: boolean;
  readonly plot: Plot;
  readonly viewport: Viewport;
  readonly look: RatingLook;
}): ReactElement {
  const { left, right, bottom, top } = viewport;
  const threshold = model.thresholds[isUp ? 'value' : 'effort'];
  const placeOf = (figure: number): number =>
    isUp ? yOf(axis.toShare(figure), viewport, plot) : xOf(axis.toShare(figure), viewport, plot);
  const clear = (figure: number): boolean =>
    threshold === null || Math.abs(placeOf(figure) - placeOf(threshold)) > (isUp ? 14 : 26);
  const figures = ticksIn(axis, isUp ? bottom : left, isUp ? top : right);
  const length = isUp ? plot.height : plot.width;
  const start = isUp ? plot.top : plot.left;
  const told = [
    ...figures.map((figure) => ({ figure, isHigh: false })),
    ...(threshold === null ? [] : [{ figure: threshold, isHigh: true }]),
  ];
  return (
    <>
      {told.map(({ figure, isHigh }) => {
        const at = placeOf(figure);
        if (at < start - 1 || at > start + length + 1) return null;
        return (
          <g key={`${String(figure)} ${String(isHigh)}`}>
            {isHigh ? null : <GridLine plot={plot} at={at} isUp={isUp} />}
            {isHigh || clear(figure) ? (
              <text
                className={isHigh ? 'tick tick-high' : 'tick'}
                x={isUp ? plot.left - 8 : at}
                y={isUp ? at + 4 : plot.top + plot.height + 16}
                textAnchor={isUp ? 'end' : 'middle'}
              >
                {say(figure)}
              </text>
            ) : null}
          </g>
        );
      })}
    </>
  );
}

function GridLine({
  plot,
  at,
  isUp,
}: {
  readonly plot: Plot;
  readonly at: number;
  readonly isUp: boolean;
}): ReactElement {
  const [right, bottom] = [plot.left + plot.width, plot.top + plot.height];
  return isUp ? (
    <line className="grid" x1={plot.left} x2={right} y1={at} y2={at} />
  ) : (
    <line className="grid" x1={at} x2={at} y1={plot.top} y2={bottom} />
  );
}

/** The best corner, tinted, and the thresholds. */
function Corner({
  plot,
  threshold,
  viewport,
  across,
}: {
  readonly plot: Plot;
  readonly threshold: { readonly across: number; readonly up: number } | undefined;
  readonly viewport: Viewport;
  readonly across: Axis;
}): ReactElement | null {
  if (threshold === undefined) return null;
  const right = plot.left + plot.width;
  const bottom = plot.top + plot.height;
  const x = Math.min(right, Math.max(plot.left, xOf(threshold.across, viewport, plot)));
  const y = Math.min(bottom, Math.max(plot.top, yOf(threshold.up, viewport, plot)));
  const best = bestLeft(across);
  return (
    <>
      <rect
        className="best"
        x={best ? plot.left : x}
        y={plot.top}
        width={best ? x - plot.left : right - x}
        height={y - plot.top}
      />
      <line className="threshold" x1={x} x2={x} y1={plot.top} y2={bottom} />
      <line className="threshold" x1={plot.left} x2={right} y1={y} y2={y} />
    </>
  );
}

/** Less effort, or more ease, stands at the left unless the picture is flipped. */
export function bestLeft({ reversed, side }: Axis): boolean {
  const ease = side.combine === 'minimum' || side.label === 'Ease';
  return ease === reversed;
}

function Names({
  look,
  plot,
  counts,
  across,
  shown,
}: {
  readonly look: RatingLook;
  readonly plot: Plot;
  readonly counts: Readonly<Partial<Record<Quadrant, number>>> | undefined;
  readonly across: Axis;
  readonly shown: boolean;
}): ReactElement | null {
  if (!shown) return null;
  const left = bestLeft(across);
  const right = plot.left + plot.width - 8;
  const bottom = plot.top + plot.height - 10;
  const corners: readonly (readonly [Quadrant, boolean, boolean])[] = [
    ['quick-win', left, true],
    ['strategic-bet', !left, true],
    ['easy-fill', left, false],
    ['deprioritise', !left, false],
  ];
  return (
    <>
      {corners.map(([quadrant, atLeft, isTop]) => (
        <Name
          key={quadrant}
          {...{ quadrant, atLeft, isTop }}
          name={look.nameOf(quadrant)}
          count={counts === undefined ? '' : countOf(counts[quadrant] ?? 0)}
          x={atLeft ? plot.left + 8 : right}
          y={isTop ? plot.top + 18 : bottom}
          room={plot.width / 2 - 12}
        />
      ))}
    </>
  );
}

/** A quadrant's name and count in its corner; where there is no room for the name, its sign. */
function Name({
  quadrant,
  name,
  count,
  room,
  ...place
}: {
  readonly quadrant: Quadrant;
  readonly name: string;
  readonly count: string;
  readonly room: number;
  readonly x: number;
  readonly y: number;
  readonly atLeft: boolean;
  readonly isTop: boolean;
}): ReactElement {
  const { x, y, atLeft } = place;
  const said = `${name} ${count}`;
  const fits = said.length * letter < room;
  const aside = fits ? 0 : cellsWidth;
  return (
    <g className={`name-${quadrant}`}>
      {fits ? null : <Cells {...place} x={atLeft ? x : x - 12} y={y - 10} />}
      <text
        className="name"
        x={atLeft ? x + aside : x - aside}
        y={y}
        textAnchor={atLeft ? 'start' : 'end'}
      >
        {fits ? said : count}
      </text>
    </g>
  );
}

/** What a sign takes, with room beside it, in CSS pixels. */
const cellsWidth = 17;

/** About the width of a letter of a name, in CSS pixels. */
const letter = 6.6;

/** A quadrant's sign where there is no room for its name: two by two, with its corner filled. */
function Cells({
  x,
  y,
  atLeft,
  isTop,
}: {
  readonly x: number;
  readonly y: number;
  readonly atLeft: boolean;
  readonly isTop: boolean;
}): ReactElement {
  return (
    <>
      {[0, 1, 2, 3].map((cell) => {
        const isOwn = (cell % 2 === 0) === atLeft && cell < 2 === isTop;
        return (
          <rect
            key={cell}
            className={isOwn ? 'cell-own' : 'cell-other'}
            x={x + (cell % 2) * 7}
            y={y + (cell < 2 ? 0 : 7)}
            width="5"
            height="5"
          />
        );
      })}
    </>
  );
}
