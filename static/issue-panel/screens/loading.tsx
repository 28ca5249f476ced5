import type { ReactElement } from 'react';
import { t } from '../../shared/texts';

const widths = ['55%', '80%', '40%', '62%', '35%', '100%', '90%', '70%'];

/** The skeleton of the read view, so that nothing jumps when the issue arrives. */
export function Loading(): ReactElement {
  return (
    <div className="panel" role="status" aria-label={t('panel.loading.loadingTheUseCase')}>
      {widths.map((width, index) => (
        <div key={width} className={index === 3 ? 'bone bone-tall' : 'bone'} style={{ width }} />
      ))}
    </div>
  );
}
