import { useLayoutEffect, useRef, type ReactElement } from 'react';
import type { Picks } from '../data/page-parts';
import type { LiveScene } from './chart-props';
import { xOf, yOf } from './viewport';
import './layers.css';

/** Rings round what is picked: as much of a bubble's ring as it holds of them. */
export default function PickedMarks({
  scene,
  picks,
}: {
  readonly scene: LiveScene;
  readonly picks: Picks;
}): ReactElement {
  const element = useRef<HTMLCanvasElement>(null);
  const { marks, shapes, shares, viewport, plot, looks } = scene;
  const { every } = looks;
  const { ids } = picks;
  const theme = document.documentElement.dataset['colorMode'];
  // A pointer that only moves draws the chart anew, but not what is picked: it may be tens of thousands.
  useLayoutEffect(() => {
    const canvas = element.current?.getContext('2d');
    if (element.current === null || canvas === null || canvas === undefined) return;
    const ratio = window.devicePixelRatio;
    const { clientWidth, clientHeight } = element.current;
    [element.current.width, element.current.height] = [clientWidth * ratio, clientHeight * ratio];
    canvas.setTransform(ratio, 0, 0, ratio, 0, 0);
    canvas.strokeStyle = getComputedStyle(element.current).color;
    canvas.lineWidth = 3;
    canvas.beginPath();
    if (every) traceDots(canvas, { marks, shares, viewport, plot }, ids);
    else traceShapes(canvas, { marks, shapes }, ids);
    canvas.stroke();
  }, [marks, shapes, shares, viewport, plot, every, ids, theme]);
  return <canvas ref={element} className="picked" aria-hidden="true" />;
}

function traceShapes(
  canvas: CanvasRenderingContext2D,
  { shapes, marks }: Pick<LiveScene, 'shapes' | 'marks'>,
  ids: Picks['ids'],
): void {
  for (const { x, y, radius, indices } of shapes) {
    const picked = indices.filter((index) => ids.has(marks[index]?.issue.id ?? ('' as never)));
    if (picked.length === 0) continue;
    const share = picked.length / indices.length;
    canvas.moveTo(x, y - radius - 4);
    canvas.arc(x, y, radius + 4, -Math.PI / 2, (2 * share - 0.5) * Math.PI);
  }
}

function traceDots(
  canvas: CanvasRenderingContext2D,
  { marks, shares, viewport, plot }: Pick<LiveScene, 'marks' | 'shares' | 'viewport' | 'plot'>,
  ids: Picks['ids'],
): void {
  marks.forEach(({ issue }, index) => {
    if (!ids.has(issue.id)) return;
    const x = xOf(shares[2 * index] ?? 0, viewport, plot);
    const y = yOf(shares[2 * index + 1] ?? 0, viewport, plot);
    canvas.rect(x - 5, y - 5, 10, 10);
  });
}
