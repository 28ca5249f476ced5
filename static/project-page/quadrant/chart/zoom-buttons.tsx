import type { ReactElement, RefObject } from 'react';
import type { ChartHandle } from './chart-props';

/** Closer, further, and all of the picture. */
export function ZoomButtons({ chart }: { readonly chart: RefObject<ChartHandle> }): ReactElement {
  const buttons: readonly (readonly [string, string, () => void])[] = [
    ['Zoom in', '+', () => chart.current?.zoom(0.7)],
    ['Zoom out', '−', () => chart.current?.zoom(1 / 0.7)],
    ['Show all', '⤢', () => chart.current?.reset()],
  ];
  return (
    <div className="zoom" role="group" aria-label="Zoom">
      {buttons.map(([name, sign, act]) => (
        <button
          key={name}
          type="button"
          className="icon-button"
          aria-label={name}
          title={name}
          onClick={act}
        >
          <span aria-hidden>{sign}</span>
        </button>
      ))}
    </div>
  );
}
