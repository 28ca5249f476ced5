import { useState, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import type { Model, Side } from '#domain/scoring/models';
import { quadrantOf } from '#domain/scoring/quadrant';
import type { Axis } from '../data/axis';
import type { Mark } from '#domain/quadrant/picture';
import type { LiveScene } from './chart-props';
import type { Noticing, WithPicture, WithStore } from '../data/page-parts';
import type { SeenPicture } from '../data/use-picture';
import { isWithin, sharesAt, xOf, yOf } from './viewport';
import './layers.css';
import { t, withTexts } from '../../../shared/texts';

type AxisName = 'value' | 'effort';
type Figures = Readonly<Record<AxisName, number>>;

/** The ends of the thresholds, for admins to take hold of; nothing is saved before they say so. */
export default function ThresholdHandles({
  page,
  scene,
}: {
  readonly page: WithStore & WithPicture & Noticing;
  readonly scene: LiveScene;
}): ReactElement | null {
  const { look, all } = page.picture;
  const { value, effort } = look.model.thresholds;
  const [moved, setMoved] = useState<Figures>();
  // Two runs through all scores would write over each other.
  if (value === null || effort === null || page.notice.busy) return null;
  const saved: Figures = { value, effort };
  const now = moved ?? saved;
  const change = (axis: AxisName, figure: number): void => {
    const next = { ...now, [axis]: figure };
    setMoved(next.value === value && next.effort === effort ? undefined : next);
  };
  const save = async (): Promise<void> => {
    const { saveThresholds } = await withTexts(() => import('../data/save-thresholds'), 'shared')();
    if (await saveThresholds(page, now)) setMoved(undefined);
  };
  return (
    <>
      {(['value', 'effort'] as const).map((axis) => (
        <Handle
          key={axis}
          {...{ axis, scene, change }}
          figure={now[axis]}
          moved={now[axis] !== saved[axis]}
        />
      ))}
      {moved === undefined ? null : (
        <div
          className="threshold-bar"
          role="group"
          aria-label={t('tools.thresholdHandles.thresholds')}
        >
          <p>{told(look, saved, moved, movesBetween(all.marks, look.model, moved))}</p>
          <button type="button" className="button button-primary" onClick={() => void save()}>
            {t('tools.thresholdHandles.saveForEverybody')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              setMoved(undefined);
            }}
          >
            {t('tools.thresholdHandles.cancel')}
          </button>
        </div>
      )}
    </>
  );
}

/** How many use cases and stories would change their quadrant. */
function movesBetween(marks: readonly Mark[], model: Model, thresholds: Figures): number {
  const after = { ...model, thresholds };
  return marks.filter(
    ({ value, effort, quadrant }) => quadrantOf(after, value.likely, effort.likely) !== quadrant,
  ).length;
}

function told(
  { model, say }: SeenPicture['look'],
  saved: Figures,
  moved: Figures,
  moves: number,
): string {
  const parts = (['value', 'effort'] as const)
    .filter((axis) => moved[axis] !== saved[axis])
    .map((axis) =>
      t('tools.thresholdHandles.highFromNot', {
        label: model[axis].label,
        now: say(moved[axis]),
        before: say(saved[axis]),
      }),
    );
  return `${parts.join('; ')}: ${t('tools.thresholdHandles.changeTheirQuadrant', { moves })}`;
}

function Handle({
  axis,
  scene,
  figure,
  change,
  moved,
}: {
  readonly axis: AxisName;
  readonly scene: LiveScene;
  readonly figure: number;
  readonly change: (axis: AxisName, figure: number) => void;
  readonly moved: boolean;
}): ReactElement | null {
  const { look, axes, viewport, plot } = scene;
  const side = look.model[axis];
  const upright = axis === 'value';
  const scale = upright ? axes.up : axes.across;
  const [x, y] = placeOf(scene, axis, figure);
  if (!isWithin({ x, y }, plot)) return null;
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.offsetParent?.getBoundingClientRect();
    const at = { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
    const { across, up } = sharesAt(at.x, at.y, viewport, plot);
    change(axis, rounded(scale, scale.fromShare(clamp(upright ? up : across))));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = figureAt(event, scale, figure);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    change(axis, rounded(scale, next));
  };
  return (
    <>
      {moved ? <Line scene={scene} upright={upright} x={x} y={y} /> : null}
      <div
        className={`threshold-handle threshold-${axis}`}
        style={{ left: x, top: y }}
        role="slider"
        tabIndex={0}
        aria-label={t('tools.thresholdHandles.isHighFrom', { label: side.label })}
        aria-orientation={upright ? 'vertical' : 'horizontal'}
        aria-valuenow={figure}
        aria-valuemin={scale.least}
        aria-valuemax={scale.most}
        title={t('tools.thresholdHandles.isHighFromDragTo', {
          label: side.label,
          figure: look.say(figure),
        })}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        {...{ onPointerMove, onKeyDown }}
      />
    </>
  );
}

function Line({
  scene: { plot },
  upright,
  x,
  y,
}: {
  readonly scene: LiveScene;
  readonly upright: boolean;
  readonly x: number;
  readonly y: number;
}): ReactElement {
  const style = upright
    ? { left: plot.left, top: y, width: plot.width, height: 0 }
    : { left: x, top: plot.top, width: 0, height: plot.height };
  return <div className="threshold-line" style={style} />;
}

/** A handle stands where its line leaves the plot: at the right, and at the top. */
function placeOf(
  { axes, viewport, plot }: LiveScene,
  axis: AxisName,
  figure: number,
): readonly [number, number] {
  return axis === 'value'
    ? [plot.left + plot.width, yOf(axes.up.toShare(figure), viewport, plot)]
    : [xOf(axes.across.toShare(figure), viewport, plot), plot.top];
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** Where a key leads, as with any slider; a reversed axis has more at the left. */
function figureAt(
  { key, shiftKey }: KeyboardEvent,
  { least, most, reversed, side }: Axis,
  figure: number,
): number | undefined {
  const right = reversed ? -1 : 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: 1,
    ArrowDown: -1,
    ArrowRight: right,
    ArrowLeft: -right,
    PageUp: 10,
    PageDown: -10,
  };
  if (key === 'Home') return least;
  if (key === 'End') return most;
  const count = steps[key];
  return count && figure + count * (shiftKey ? 5 : 1) * stepOf(side, most);
}

/** A tenth on a scale of five, half a point, and about a hundredth of longer axes. */
function stepOf({ most: end, least }: Side, most: number): number {
  const hundredth = 10 ** Math.round(Math.log10((most - least) / 100));
  return Math.max(end === null ? 0.5 : 0.1, hundredth);
}

function rounded({ side, least, most }: Axis, figure: number): number {
  const step = stepOf(side, most);
  const whole = Math.round(figure / step) * step;
  return Number(Math.min(most, Math.max(least, whole)).toPrecision(6));
}
