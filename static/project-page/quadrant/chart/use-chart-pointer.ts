import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { LiveScene } from './chart-props';
import type { Shape } from './lay-out';
import { dotAt, nearestDot } from './nearest-dot';
import type { Mark } from '#domain/quadrant/picture';
import { shapeAt } from './scene';
import { usePinch } from './use-pinch';
import { panned, sharesAt, zoomed, type Plot, type Viewport } from './viewport';
import { t } from '../../../shared/texts';

type Grip = {
  readonly mark: Mark | undefined;
  readonly startX: number;
  readonly startY: number;
  x: number;
  y: number;
  moved: boolean;
};

type Pointing = {
  readonly pointed: Shape | undefined;
  readonly ghost: { readonly x: number; readonly y: number } | undefined;
  readonly tip: { readonly x: number; readonly y: number; readonly text: string } | undefined;
  readonly handlers: Record<string, (event: PointerEvent<HTMLDivElement>) => void>;
};

/** A hand that moves less than this has clicked. */
const steady = 4;

/** Clicks that follow each other within so many milliseconds are one double click. */
const twice = 350;

/** Pointing, clicking, panning, zooming and dragging, by mouse and by touch. */
export function useChartPointer(
  scene: LiveScene,
  surface: RefObject<HTMLDivElement>,
  setViewport: (change: (now: Viewport) => Viewport) => void,
): Pointing {
  const grip = useRef<Grip>();
  const [pointed, setPointed] = usePointed(scene);
  const [ghost, setGhost] = useState<{ readonly x: number; readonly y: number }>();
  const release = (): void => {
    grip.current = undefined;
    setGhost(undefined);
  };
  useWheelZoom(surface, scene.plot, setViewport);
  const pinch = usePinch(scene.plot, setViewport);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const at = pointOf(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    if (pinch.down(event.pointerId, at)) {
      release();
      return;
    }
    const mark = heldBy(event, scene, at);
    grip.current = { mark, startX: at.x, startY: at.y, ...at, moved: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const at = pointOf(event);
    const held = grip.current;
    if (pinch.move(event.pointerId, at)) return;
    if (held === undefined) {
      setPointed(foundAt(scene, at));
      return;
    }
    const [dx, dy] = [at.x - held.x, at.y - held.y];
    if (Math.hypot(at.x - held.startX, at.y - held.startY) > steady) held.moved = true;
    if (!held.moved) return;
    [held.x, held.y] = [at.x, at.y];
    if (held.mark === undefined) setViewport((now) => panned(now, scene.plot, dx, dy));
    else setGhost(lockedBy(event, held, at));
  };
  const click = useClick(scene);
  const onPointerUp = (event: PointerEvent<HTMLDivElement>): void => {
    const held = grip.current;
    pinch.up(event.pointerId);
    release();
    setPointed(undefined);
    if (held === undefined) return;
    if (!held.moved) click(event);
    else if (held.mark !== undefined)
      scene.onDrop(held.mark, ...figuresAt(scene, lockedBy(event, held, pointOf(event))));
  };
  /** The browser took the gesture over, to scroll the page. */
  const onPointerCancel = (event: PointerEvent<HTMLDivElement>): void => {
    pinch.up(event.pointerId);
    release();
  };
  const onPointerLeave = (): void => {
    setPointed(undefined);
  };
  const handlers = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onPointerLeave };
  return { pointed, ghost, tip: tipOf(scene, pointed), handlers };
}

/** What is pointed at: known by who it is, not where, for marks may move under a hand that rests. */
function usePointed(
  scene: LiveScene,
): readonly [Shape | undefined, (shape: Shape | undefined) => void] {
  const [pointing, setPointing] = useState<{ readonly marks: readonly Mark[]; index: number }>();
  const isNow = pointing?.marks === scene.marks;
  const point = (shape: Shape | undefined): void => {
    const index = shape?.indices[0];
    if (index === pointing?.index && isNow) return;
    setPointing(index === undefined ? undefined : { marks: scene.marks, index });
  };
  return [isNow ? shapeWith(scene, pointing.index) : undefined, point];
}

/** What a hand takes hold of. A finger moves only what was chosen before: it may as well mean to scroll. */
function heldBy(
  { pointerType }: PointerEvent<HTMLDivElement>,
  scene: LiveScene,
  at: { readonly x: number; readonly y: number },
): Mark | undefined {
  const mark = markOf(scene, foundAt(scene, at));
  if (scene.locked !== '') return undefined;
  return pointerType !== 'touch' || mark?.issue.id === scene.selected ? mark : undefined;
}

/** A double click is one: its second click would fall on what the first one has moved. */
function useClick(scene: LiveScene): (event: PointerEvent<HTMLDivElement>) => void {
  const last = useRef({ at: 0, x: 0, y: 0 });
  return (event) => {
    const { timeStamp: at, clientX: x, clientY: y } = event;
    const before = last.current;
    last.current = { at, x, y };
    const isSecond = at - before.at < twice && Math.hypot(x - before.x, y - before.y) <= steady;
    if (!isSecond) clicked(event, scene, foundAt(scene, pointOf(event)));
  };
}

/** A click chooses; with Ctrl, Cmd or Shift it picks. */
function clicked(
  { ctrlKey, metaKey, shiftKey }: PointerEvent<HTMLDivElement>,
  scene: LiveScene,
  shape: Shape | undefined,
): void {
  if (shape !== undefined && (ctrlKey || metaKey || shiftKey)) scene.onPick(marksOf(scene, shape));
  else choose(scene, shape);
}

/** With Shift, a mark moves along one axis only: the one that it was moved along further. */
function lockedBy(
  { shiftKey }: PointerEvent<HTMLDivElement>,
  { startX, startY }: Grip,
  { x, y }: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  if (!shiftKey) return { x, y };
  return Math.abs(x - startX) > Math.abs(y - startY) ? { x, y: startY } : { x: startX, y };
}

function pointOf(event: PointerEvent<HTMLDivElement>): { readonly x: number; readonly y: number } {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function foundAt(
  scene: LiveScene,
  { x, y }: { readonly x: number; readonly y: number },
): Shape | undefined {
  return scene.looks.every ? nearestDot(scene, x, y) : shapeAt(scene.shapes, x, y);
}

/** The shape that a use case is in; undefined where it is out of sight. */
export function shapeWith(scene: LiveScene, index: number): Shape | undefined {
  if (scene.looks.every) return dotAt(scene, index);
  return scene.shapes.find(({ indices }) => indices.includes(index));
}

function markOf({ marks }: LiveScene, shape: Shape | undefined): Mark | undefined {
  return shape?.indices.length === 1 ? marks[shape.indices[0] ?? -1] : undefined;
}

/** Selects a single use case, or opens a bubble into its own. */
export function choose(scene: LiveScene, shape: Shape | undefined): void {
  if (shape === undefined || shape.indices.length === 1) {
    scene.onSelect(markOf(scene, shape));
    return;
  }
  scene.onOpen(marksOf(scene, shape), shape);
}

/** The use cases of a mark or a bubble. */
export function marksOf({ marks }: LiveScene, { indices }: Shape): readonly Mark[] {
  return indices.flatMap((index) => marks[index] ?? []);
}

/** The figures of the axes under a point of the canvas: value, then effort. */
export function figuresAt(
  { axes, viewport, plot }: LiveScene,
  { x, y }: { readonly x: number; readonly y: number },
): readonly [number, number] {
  const { across, up } = sharesAt(x, y, viewport, plot);
  const clamp = (share: number): number => Math.min(1, Math.max(0, share));
  return [axes.up.fromShare(clamp(up)), axes.across.fromShare(clamp(across))];
}

function tipOf(scene: LiveScene, shape: Shape | undefined): Pointing['tip'] {
  if (shape === undefined) return undefined;
  return { x: shape.x, y: shape.y - shape.radius - 10, text: saidOf(scene, shape) };
}

/** A shape in words, for tooltips and for who does not see it. */
export function saidOf({ marks, look, categories, kinds }: LiveScene, shape: Shape): string {
  const [first] = shape.indices;
  const mark = marks[first ?? -1];
  if (mark === undefined) return '';
  if (shape.indices.length > 1)
    return t('quadrant.useChartPointer.useCasesHere', { indicesCount: shape.indices.length });
  const { issue, value, effort, quadrant } = mark;
  const place =
    quadrant === null
      ? t('quadrant.useChartPointer.score', { score: look.say(mark.score) })
      : look.nameOf(quadrant);
  const kind = categories[kinds[first ?? 0] ?? 0]?.name ?? '';
  return `${issue.key} ${issue.summary}: ${place}, ${look.model.value.label.toLowerCase()} ${look.say(value.likely)}, ${look.model.effort.label.toLowerCase()} ${look.say(effort.likely)}, ${kind}`;
}

/** The wheel zooms round the pointer; the page does not scroll meanwhile. */
function useWheelZoom(
  surface: RefObject<HTMLDivElement>,
  plot: Plot,
  setViewport: (change: (now: Viewport) => Viewport) => void,
): void {
  useEffect(() => {
    const element = surface.current;
    const onWheel = (event: WheelEvent): void => {
      // Without a key the page scrolls, as everywhere in Jira; a pinch comes with Ctrl.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const at = { x: event.offsetX, y: event.offsetY };
      setViewport((now) => zoomed(now, plot, Math.exp(event.deltaY / 300), at));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element?.removeEventListener('wheel', onWheel);
    };
  }, [surface, plot, setViewport]);
}
