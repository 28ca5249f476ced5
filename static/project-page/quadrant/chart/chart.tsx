import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type DragEvent,
  type Ref,
  type RefObject,
} from 'react';
import { ChartFrame } from './chart-frame';
import { paintPointing, paintScene, type Painting } from './paint-scene';
import type { Shape } from './lay-out';
import { placeOf, sceneOf, sharesOf, sidesOf, thresholdShares } from './scene';
import type { ChartHandle, ChartProps, LiveScene } from './chart-props';
import { useChartKeys } from './use-chart-keys';
import { figuresAt, useChartPointer } from './use-chart-pointer';
import { useSettledLabels } from './use-settled-labels';
import { useWidth } from './use-size';
import { viewportOf, wholePicture, zoomed, type Plot, type Viewport } from './viewport';
import { t } from '../../../shared/texts';
import { countOf } from '../../../shared/say-figures';

const margin = { left: 50, right: 14, top: 10, bottom: 44 };

/** The picture: pan, zoom, point, drag and walk by keyboard. What it shows is also in the table. */
export function Chart(props: ChartProps): ReactElement {
  const { marks, handle, looks } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const width = useWidth(box);
  const { height } = props;
  const plot = useMemo(() => plotOf(width, height), [width, height]);
  const [viewport, setViewport] = useState<Viewport>(wholePicture);
  const { fixed, shapes } = useShapes(props, viewport, plot);
  const drawn = { ...props, shapes, shares: fixed.shares, plot, viewport };
  const scene = { ...drawn, labels: useSettledLabels(canvas, drawn) };
  const surface = useRef<HTMLDivElement>(null);
  const pointer = useChartPointer(scene, surface, setViewport);
  const keys = useChartKeys(scene, setViewport);
  useChartHandle(handle, { box, surface, scene, setViewport });
  usePainting({ canvas, overlay }, width, {
    ...scene,
    pointed: keys.focused ?? pointer.pointed,
    ghost: pointer.ghost ?? keys.ghost,
  });
  return (
    <div
      ref={box}
      className="chart"
      style={{ height }}
      data-marks={marks.length}
      data-shapes={shapes.length}
      data-shadows={(props.shadows?.length ?? 0) / 2}
    >
      <ChartFrame {...props} viewport={viewport} plot={plot} threshold={fixed.threshold} />
      <canvas ref={canvas} aria-hidden="true" />
      <canvas ref={overlay} aria-hidden="true" />
      <div
        className={props.selected === undefined ? 'chart-touch' : 'chart-touch chart-held'}
        role="listbox"
        tabIndex={0}
        aria-label={props.summary}
        aria-activedescendant={keys.focused === undefined ? undefined : 'chart-focus'}
        {...pointer.handlers}
        {...keys.handlers}
        {...trayDrop(scene)}
        ref={surface}
      >
        <span
          id="chart-focus"
          role="option"
          aria-selected={keys.picked}
          className="chart-focus"
          style={{ left: keys.focused?.x, top: keys.focused?.y }}
        >
          {keys.said}
        </span>
      </div>
      <p className="visually-hidden" role="status">
        {keys.announced}
      </p>
      {viewport === wholePicture ? null : (
        <p className="chart-part small">{inSight(shapes, marks.length, looks.every)}</p>
      )}
      {props.layers(scene)}
      <Tip tip={pointer.tip} width={width} />
    </div>
  );
}

/** Who is under the pointer; it stays inside of the picture. */
function Tip({
  tip,
  width,
}: {
  readonly tip: { readonly x: number; readonly y: number; readonly text: string } | undefined;
  readonly width: number;
}): ReactElement | null {
  if (tip === undefined) return null;
  return (
    <div className="chart-tip" style={{ left: tipLeft(tip.x, width), top: tip.y }} role="tooltip">
      {tip.text}
    </div>
  );
}

type Canvases = {
  readonly canvas: RefObject<HTMLCanvasElement>;
  readonly overlay: RefObject<HTMLCanvasElement>;
};

/**
 * Paints when what is drawn, its size or the theme changed. A pointer that only moves repaints the
 * overlay: tens of thousands of marks stay as they are.
 */
function usePainting({ canvas, overlay }: Canvases, width: number, painting: Painting): void {
  const theme = useThemeChange();
  const painted = useRef<readonly unknown[]>([]);
  useLayoutEffect(() => {
    if (canvas.current === null || overlay.current === null || width === 0) return;
    const { shapes, shares, viewport, looks, categories, kinds, shadows, axes, labels } = painting;
    const drawn = [shapes, shares, viewport, looks, categories, kinds, shadows, axes, labels];
    const now = [...drawn, width, theme];
    if (now.some((each, index) => each !== painted.current[index])) {
      painted.current = now;
      paintScene(canvas.current, painting);
    }
    paintPointing(overlay.current, painting);
  });
}

/** What stands where: fixed places on the axes, and what they become in this part of the picture. */
function useShapes(
  { look, marks, axes, looks }: ChartProps,
  viewport: Viewport,
  plot: Plot,
): { readonly fixed: FixedPlaces; readonly shapes: readonly Shape[] } {
  const fixed = useMemo(() => {
    const shares = sharesOf(marks, axes);
    const threshold = thresholdShares(look.model, axes);
    const sides = sidesOf(threshold, marks, look.model, axes.across.reversed);
    return { shares, threshold, sides };
  }, [marks, axes, look.model]);
  const shapes = useMemo(() => {
    if (looks.every) return [];
    const reach = marks.reduce((far, { issue }) => Math.max(far, issue.score?.reach ?? 0), 1);
    const most = { value: axes.up.most, effort: axes.across.most, reach };
    const sideOf = (index: number): number => fixed.sides[index] ?? 0;
    return sceneOf({ marks, ...fixed, viewport, plot, looks, most, sideOf }).shapes;
  }, [marks, fixed, viewport, plot, looks, axes]);
  return { fixed, shapes };
}

type FixedPlaces = {
  readonly shares: Float32Array;
  readonly threshold: ReturnType<typeof thresholdShares>;
  readonly sides: Uint8Array;
};

/** After zooming in, how many of them are in this part. */
function inSight(shapes: readonly Shape[], all: number, every: boolean): string {
  const count = shapes.reduce((sum, { indices }) => sum + indices.length, 0);
  const of = t('quadrant.chart.of', { all: countOf(all) });
  return every
    ? t('quadrant.chart.aPart', { of })
    : t('quadrant.chart.inThisPart', { count: countOf(count), of });
}

/** Half of the most that a tooltip is wide: it stays inside of the picture. */
const tipHalf = 140;

function tipLeft(x: number, width: number): number {
  return width < 2 * tipHalf ? width / 2 : Math.min(width - tipHalf, Math.max(tipHalf, x));
}

/** Takes what is dragged here from the tray. */
function trayDrop(scene: LiveScene): {
  readonly onDragOver: (event: DragEvent<HTMLDivElement>) => void;
  readonly onDrop: (event: DragEvent<HTMLDivElement>) => void;
} {
  return {
    onDragOver: (event) => {
      event.preventDefault();
    },
    onDrop: (event) => {
      event.preventDefault();
      const { left, top } = event.currentTarget.getBoundingClientRect();
      const [value, effort] = figuresAt(scene, { x: event.clientX - left, y: event.clientY - top });
      scene.onDropIssue(event.dataTransfer.getData('text/plain'), value, effort);
    },
  };
}

/** What the page may ask: zooming, the whole picture, and what is drawn. */
function useChartHandle(
  handle: Ref<ChartHandle>,
  {
    box,
    surface,
    scene,
    setViewport,
  }: {
    readonly box: RefObject<HTMLDivElement>;
    readonly surface: RefObject<HTMLDivElement>;
    readonly scene: LiveScene;
    readonly setViewport: (change: (now: Viewport) => Viewport) => void;
  },
): void {
  useImperativeHandle(handle, () => ({
    zoom: (factor) => {
      const { plot } = scene;
      const middle = { x: plot.left + plot.width / 2, y: plot.top + plot.height / 2 };
      setViewport((now) => zoomed(now, plot, factor, middle));
    },
    reset: () => {
      setViewport(() => wholePicture);
    },
    zoomTo: (marks) => {
      setViewport(() => viewportOf(marks.map((mark) => placeOf(mark, scene.axes))));
    },
    focus: () => {
      surface.current?.focus({ preventScroll: true });
    },
    drawn: () => (box.current === null ? undefined : { scene, element: box.current }),
  }));
}

function plotOf(width: number, height: number): Plot {
  return {
    left: margin.left,
    top: margin.top,
    width: Math.max(100, width - margin.left - margin.right),
    height: height - margin.top - margin.bottom,
  };
}

/** Counts the changes of Jira's theme: colours on a canvas do not follow by themselves. */
function useThemeChange(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const observer = new MutationObserver(() => {
      setChanges((before) => before + 1);
    });
    observer.observe(document.documentElement, { attributes: true });
    return () => {
      observer.disconnect();
    };
  }, []);
  return changes;
}
