import { useState, type KeyboardEvent } from 'react';
import type { IssueId } from '#domain/ids';
import type { LiveScene } from './chart-props';
import type { Shape } from './lay-out';
import { dotAt } from './nearest-dot';
import type { Mark } from '#domain/quadrant/picture';
import { shapeTowards } from './scene';
import { choose, marksOf, saidOf, shapeWith } from './use-chart-pointer';
import { panned, wholePicture, xOf, yOf, zoomed, type Viewport } from './viewport';
import { t } from '../../../shared/texts';

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
    readonly onFocus: () => void;
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
  const { focused, setReached, setActive } = useReached(scene);
  const { target, setTarget, lift, refused, drop } = useLift(scene, focused);
  const step = (event: KeyboardEvent<HTMLDivElement>): void => {
    const direction = directions[event.key];
    if (direction === undefined) return;
    if (target !== undefined) setTarget(movedBy(scene, target, direction, event.shiftKey));
    else {
      const next = shapeTowards(walkable(scene), focused, direction)?.indices[0];
      if (next !== undefined) setReached(scene.marks[next]?.issue.id);
    }
  };
  const acts: Readonly<Record<string, () => void>> = {
    Enter: () => {
      if (target === undefined) choose(scene, focused);
      drop();
    },
    ' ': () => {
      if (focused !== undefined) scene.onPick(marksOf(scene, focused));
    },
    m: lift,
    M: lift,
    Escape: () => {
      if (target === undefined) scene.onSelect(undefined);
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
    announced: target === undefined ? (refused ? scene.locked : '') : toldTarget(scene, target),
    ghost: target && ghostOf(scene, target),
    handlers: {
      onKeyDown: (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        if (act(event)) event.preventDefault();
      },
      onFocus: () => {
        setActive(true);
      },
      onBlur: () => {
        setActive(false);
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
  if (focused === undefined) return t('quadrant.useChartKeys.arrowsGoToTheFirst');
  return saidOf(scene, focused) + (picked ? t('quadrant.useChartKeys.picked') : '');
}

function isPicked(scene: LiveScene, shape: Shape | undefined): boolean {
  if (shape === undefined) return false;
  return marksOf(scene, shape).every(({ issue }) => scene.picked.has(issue.id));
}

/** A mark that was lifted, and where it would come to stand; or that lifting is not allowed. */
function useLift(
  scene: LiveScene,
  focused: Shape | undefined,
): {
  readonly target: Target | undefined;
  readonly setTarget: (target: Target | undefined) => void;
  readonly lift: () => void;
  readonly refused: boolean;
  readonly drop: () => void;
} {
  const [lifted, setLifted] = useState<Target | 'refused'>();
  const target = lifted === 'refused' ? undefined : lifted;
  return {
    target,
    setTarget: setLifted,
    refused: lifted === 'refused',
    lift: () => {
      const only = focused?.indices.length === 1 ? focused.indices[0] : undefined;
      const mark = scene.marks[only ?? -1];
      if (mark === undefined) return;
      const at = { mark, value: mark.value.likely, effort: mark.effort.likely };
      setLifted(scene.locked === '' ? at : 'refused');
    },
    drop: () => {
      if (target !== undefined) scene.onDrop(target.mark, target.value, target.effort);
      setLifted(undefined);
    },
  };
}

/** Who was reached last stays known: coming back, one goes on from there. */
function useReached(scene: LiveScene): {
  readonly focused: Shape | undefined;
  readonly setReached: (issue: IssueId | undefined) => void;
  readonly setActive: (active: boolean) => void;
} {
  const [reached, setReached] = useState<IssueId>();
  const [active, setActive] = useState(false);
  const place = active && reached !== undefined ? placeWith(scene, reached) : -1;
  return { focused: place === -1 ? undefined : shapeWith(scene, place), setReached, setActive };
}

function placeWith({ marks }: LiveScene, id: IssueId): number {
  return marks.findIndex(({ issue }) => issue.id === id);
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
  return t('quadrant.useChartKeys.valueEffortEnterPutsIt', {
    key: mark.issue.key,
    value: tenth(value),
    effort: tenth(effort),
  });
}
