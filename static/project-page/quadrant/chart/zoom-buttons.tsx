import type { ReactElement, RefObject } from 'react';
import type { ChartHandle } from './chart-props';
import { t } from '../../../shared/texts';

/** Closer, further, and all of the picture. */
export function ZoomButtons({ chart }: { readonly chart: RefObject<ChartHandle> }): ReactElement {
  const buttons: readonly (readonly [string, string, () => void])[] = [
    [t('quadrant.zoomButtons.zoomIn'), '+', () => chart.current?.zoom(0.7)],
    [t('quadrant.zoomButtons.zoomOut'), '−', () => chart.current?.zoom(1 / 0.7)],
    [t('quadrant.zoomButtons.showAll'), '⤢', () => chart.current?.reset()],
  ];
  return (
    <div className="zoom" role="group" aria-label={t('quadrant.zoomButtons.zoom')}>
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
