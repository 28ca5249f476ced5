import type { ReactElement } from 'react';
import type { RatingLook } from '../../../shared/rating/rating-look';
import type { Axis } from './axis';
import { xOf, yOf, type Plot, type Viewport } from './viewport';
import type { Quadrant } from '#domain/scoring/quadrant';

/** Grid, ticks, axes, thresholds and the names of the quadrants with their counts. */
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
  readonly counts: Readonly<Partial<Record<Quadrant, number>>>;
}): ReactElement {
  const { up, across } = axes;
  const bottom = plot.top + plot.height;
  const right = plot.left + plot.width;
  return (
    <svg className="chart-frame" aria-hidden="true">
      <Corner plot={plot} threshold={threshold} viewport={viewport} across={across} />
      {across.ticks.map((tick) => {
        const x = xOf(across.toShare(tick), viewport, plot);
        return x < plot.left - 1 || x > right + 1 ? null : (
          <g key={tick}>
            <line className="grid" x1={x} x2={x} y1={plot.top} y2={bottom} />
            <text className="tick" x={x} y={bottom + 16} textAnchor="middle">
              {look.say(tick)}
            </text>
          </g>
        );
      })}
      {up.ticks.map((tick) => {
        const y = yOf(up.toShare(tick), viewport, plot);
        return y < plot.top - 1 || y > bottom + 1 ? null : (
          <g key={tick}>
            <line className="grid" x1={plot.left} x2={right} y1={y} y2={y} />
            <text className="tick" x={plot.left - 8} y={y + 4} textAnchor="end">
              {look.say(tick)}
            </text>
          </g>
        );
      })}
      <rect className="edge" x={plot.left} y={plot.top} width={plot.width} height={plot.height} />
      <text className="axis" x={plot.left + plot.width / 2} y={bottom + 34} textAnchor="middle">
        {across.side.label}
        {across.side.unit === '' ? '' : `, ${across.side.unit}`}
      </text>
      <text
        className="axis"
        transform={`translate(14 ${String(plot.top + plot.height / 2)}) rotate(-90)`}
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
  readonly counts: Readonly<Partial<Record<Quadrant, number>>>;
  readonly across: Axis;
  readonly shown: boolean;
}): ReactElement | null {
  if (!shown) return null;
  const left = bestLeft(across);
  const right = plot.left + plot.width - 8;
  const bottom = plot.top + plot.height - 10;
  const corners: readonly (readonly [Quadrant, boolean, number])[] = [
    ['quick-win', left, plot.top + 18],
    ['strategic-bet', !left, plot.top + 18],
    ['easy-fill', left, bottom],
    ['deprioritise', !left, bottom],
  ];
  return (
    <>
      {corners.map(([quadrant, atLeft, y]) => (
        <text
          key={quadrant}
          className={`name name-${quadrant}`}
          x={atLeft ? plot.left + 8 : right}
          y={y}
          textAnchor={atLeft ? 'start' : 'end'}
        >
          {plot.width < 420 ? '' : look.nameOf(quadrant)} {counts[quadrant] ?? 0}
        </text>
      ))}
    </>
  );
}
