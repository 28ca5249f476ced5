import { useEffect, useRef, useState, type PointerEvent, type ReactElement } from 'react';
import type { Mark } from '#domain/quadrant/picture';
import type { LiveScene } from './chart-props';
import type { Picking, WithPicture } from '../data/page-parts';
import { xOf, yOf } from './viewport';
import './layers.css';
import { t } from '../../../shared/texts';

type Point = { readonly x: number; readonly y: number };

/** Takes a line that a hand draws round use cases, and picks them. Escape leaves without it. */
export default function Lasso({
  page: { picks, picture },
  scene,
}: {
  readonly page: WithPicture & Picking;
  readonly scene: LiveScene;
}): ReactElement {
  const { ids, set, setLasso } = picks;
  const line = useRef<readonly Point[]>([]);
  const [points, setPoints] = useState<readonly Point[]>([]);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setLasso(false);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [setLasso]);
  const draw = (next: readonly Point[]): void => {
    line.current = next;
    setPoints(next);
  };
  return (
    <div
      className="lasso"
      data-points={points.length}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        draw([pointOf(event)]);
      }}
      onPointerMove={(event) => {
        if (line.current.length > 0) draw([...line.current, pointOf(event)]);
      }}
      onPointerUp={({ shiftKey }) => {
        const drawn = line.current;
        draw([]);
        if (drawn.length < 3) return;
        // With Shift, what is inside of the line comes to what is picked already.
        const before = shiftKey ? picture.all.marks.filter(({ issue }) => ids.has(issue.id)) : [];
        set([...before, ...encircled(scene, drawn)]);
        setLasso(false);
      }}
      onPointerCancel={() => {
        draw([]);
      }}
    >
      <svg aria-hidden="true">
        <polygon points={points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')} />
      </svg>
      <p className="lasso-hint small">{t('tools.lasso.drawALineRoundUse')}</p>
    </div>
  );
}

function pointOf(event: PointerEvent<HTMLDivElement>): Point {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

/** The use cases whose mark, or whose bubble's middle, is inside of the line. */
function encircled(scene: LiveScene, line: readonly Point[]): readonly Mark[] {
  const path = new Path2D();
  for (const { x, y } of line) path.lineTo(x, y);
  path.closePath();
  const canvas = document.createElement('canvas').getContext('2d');
  const inside = (x: number, y: number): boolean => canvas?.isPointInPath(path, x, y) === true;
  const { marks, shapes, shares, viewport, plot, looks } = scene;
  if (!looks.every)
    return shapes
      .filter(({ x, y }) => inside(x, y))
      .flatMap(({ indices }) => indices.flatMap((index) => marks[index] ?? []));
  return marks.filter((_mark, index) =>
    inside(
      xOf(shares[2 * index] ?? 0, viewport, plot),
      yOf(shares[2 * index + 1] ?? 0, viewport, plot),
    ),
  );
}
