import { useState, type KeyboardEvent } from 'react';
import type { LiveScene } from './chart-props';
import type { Shape } from './lay-out';
import { dotAt } from './nearest-dot';
import type { Mark } from '../data/picture';
import { shapeTowards } from './scene';
import { choose, marksOf, saidOf } from './use-chart-pointer';
import { panned, wholePicture, xOf, yOf, zoomed, type Viewport } from './viewport';

type Target = { readonly mark: Mark; readonly value: number; readonly effort: number };

type Keys = {
  readonly focused: Shape | undefined;
  readonly said: string;
  /** Whether all of it is picked. */
  readonly picked: boolean;
  readonly announced: string;
  readonly ghost: { readonly x: number; readonly y: number } | undefined;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
    readonly onBlur: () => void;
  };
};

const directions: Readonly<Record<string, { readonly dx: number; readonly dy: number }>> = {
  ArrowRight: { dx: 1, dy: 0 },
  ArrowLeft: { dx: -1, dy: 0 },
  ArrowUp: { dx: 0, dy: -1 },
  ArrowDown: { dx: 0, dy: 1 },
};

/**
 * The picture by keyboard: arrows go to the next mark, Enter selects it or opens a bubble, Space picks
 * it, M moves it with the arrows (Shift in larger steps) until Enter puts it down, + and - zoom, 0 shows
 * all.
 */
export function useChartKeys(
  scene: LiveScene,
  setViewport: (change: (now: Viewport) => Viewport) => void,
): Keys {
  const [place, setPlace] = useState<number>();
  const [target, setTarget] = useState<Target>();
  const focused = shapeWith(scene, place);
  const step = (event: KeyboardEvent<HTMLDivElement>): void => {
    const direction = directions[event.key];
    if (direction === undefined) return;
    if (target !== undefined) setTarget(movedBy(scene, target, direction, event.shiftKey));
    else setPlace(shapeTowards(walkable(scene), focused, direction)?.indices[0] ?? place);
  };
  const enter = (): void => {
    if (target === undefined) choose(scene, focused);
    else scene.onDrop(target.mark, target.value, target.effort);
    setTarget(undefined);
  };
  const lift = (): void => {
    const mark = focused?.indices.length === 1 ? scene.marks[focused.indices[0] ?? -1] : undefined;
    if (mark === undefined) return;
    setTarget({ mark, value: mark.value.likely, effort: mark.effort.likely });
  };
  const acts: Readonly<Record<string, () => void>> = {
    Enter: enter,
    ' ': () => {
      if (focused !== undefined) scene.onPick(marksOf(scene, focused));
    },
    m: lift,
    M: lift,
    Escape: () => {
      setTarget(undefined);
    },
  };
  const act = (event: KeyboardEvent<HTMLDivElement>): boolean => {
    if (directions[event.key] !== undefined) step(event);
    else if (acts[event.key] === undefined) return zoomBy(scene, event.key, setViewport);
    acts[event.key]?.();
    return true;
  };
  const picked = isPicked(scene, focused);
  return {
    focused,
    picked,
    said: toldFocus(scene, focused, picked),
    announced: target === undefined ? '' : toldTarget(scene, target),
    ghost: target && ghostOf(scene, target),
    handlers: {
      onKeyDown: (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        if (act(event)) event.preventDefault();
      },
      onBlur: () => {
        setPlace(undefined);
        setTarget(undefined);
      },
    },
  };
}

/** What can be walked: bubbles and marks, or every single dot. */
function walkable(scene: LiveScene): readonly Shape[] {
  return scene.looks.every ? scene.marks.map((_mark, index) => dotAt(scene, index)) : scene.shapes;
}

function toldFocus(scene: LiveScene, focused: Shape | undefined, picked: boolean): string {
  if (focused === undefined) return 'Arrows go to the first';
  return saidOf(scene, focused) + (picked ? ', picked' : '');
}

function isPicked(scene: LiveScene, shape: Shape | undefined): boolean {
  if (shape === undefined) return false;
  return marksOf(scene, shape).every(({ issue }) => scene.picked.has(issue.id));
}

function shapeWith(scene: LiveScene, place: number | undefined): Shape | undefined {
  if (place === undefined || scene.marks[place] === undefined) return undefined;
  return scene.looks.every
    ? dotAt(scene, place)
    : scene.shapes.find(({ indices }) => indices.includes(place));
}

function zoomBy(
  { plot }: LiveScene,
  key: string,
  setViewport: (change: (now: Viewport) => Viewport) => void,
): boolean {
  const middle = { x: plot.left + plot.width / 2, y: plot.top + plot.height / 2 };
  const changes: Readonly<Record<string, (now: Viewport) => Viewport>> = {
    '+': (now) => zoomed(now, plot, 0.7, middle),
    '-': (now) => zoomed(now, plot, 1 / 0.7, middle),
    '0': () => wholePicture,
    PageUp: (now) => panned(now, plot, 0, plot.height / 3),
    PageDown: (now) => panned(now, plot, 0, -plot.height / 3),
  };
  const change = changes[key];
  if (change !== undefined) setViewport(change);
  return change !== undefined;
}

/** A tenth of a step on a scale of five, half a step with Shift; as much of a longer axis. */
function movedBy(
  { axes }: LiveScene,
  target: Target,
  { dx, dy }: { readonly dx: number; readonly dy: number },
  large: boolean,
): Target {
  const share = (large ? 0.5 : 0.1) / 4;
  const up = Math.min(1, Math.max(0, axes.up.toShare(target.value) - dy * share));
  const across = Math.min(1, Math.max(0, axes.across.toShare(target.effort) + dx * share));
  return { ...target, value: axes.up.fromShare(up), effort: axes.across.fromShare(across) };
}

function ghostOf(
  { axes, viewport, plot }: LiveScene,
  { value, effort }: Target,
): { readonly x: number; readonly y: number } {
  return {
    x: xOf(axes.across.toShare(effort), viewport, plot),
    y: yOf(axes.up.toShare(value), viewport, plot),
  };
}

function toldTarget({ look }: LiveScene, { mark, value, effort }: Target): string {
  const tenth = (figure: number): string => look.say(Math.round(figure * 10) / 10);
  return `${mark.issue.key}: value ${tenth(value)}, effort ${tenth(effort)}. Enter puts it down, Escape returns it.`;
}
