import { useRef } from 'react';
import { panned, zoomed, type Plot, type Viewport } from './viewport';

type Point = { readonly x: number; readonly y: number };

/** Two fingers zoom the picture and move it, both at once. */
export type Pinch = {
  /** Notes a finger that came down; true from the second finger on. */
  readonly down: (finger: number, at: Point) => boolean;
  /** Follows a finger; true while there are two. */
  readonly move: (finger: number, at: Point) => boolean;
  readonly up: (finger: number) => void;
};

export function usePinch(
  plot: Plot,
  setViewport: (change: (now: Viewport) => Viewport) => void,
): Pinch {
  const fingers = useRef(new Map<number, Point>());
  return {
    down: (finger, at) => {
      fingers.current.set(finger, at);
      return fingers.current.size > 1;
    },
    move: (finger, at) => {
      const [one, other] = fingers.current.values();
      const before = one && other && spanOf(one, other);
      if (before === undefined || !fingers.current.has(finger)) return false;
      fingers.current.set(finger, at);
      const [left = at, right = at] = fingers.current.values();
      const after = spanOf(left, right);
      setViewport((now) => {
        const moved = panned(now, plot, after.x - before.x, after.y - before.y);
        return zoomed(moved, plot, before.length / Math.max(1, after.length), after);
      });
      return true;
    },
    up: (finger) => {
      fingers.current.delete(finger);
    },
  };
}

/** The middle between two fingers, and how far they are apart. */
function spanOf(one: Point, other: Point): Point & { readonly length: number } {
  return {
    x: (one.x + other.x) / 2,
    y: (one.y + other.y) / 2,
    length: Math.hypot(one.x - other.x, one.y - other.y),
  };
}
