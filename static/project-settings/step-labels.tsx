import type { ReactElement } from 'react';
import type { Criterion, Scale } from '#domain/scoring/criterion';
import { t } from '../shared/texts';

/** The plain-language meaning of each step, and how long the scale is. */
export function StepLabels({
  criterion,
  onChange,
}: {
  readonly criterion: Criterion;
  readonly onChange: (scale: Scale) => void;
}): ReactElement {
  const { scale } = criterion;
  return (
    <details className="step-labels">
      <summary className="small">{t('settings.stepLabels.scaleAndWhatItsSteps')}</summary>
      <label className="setting">
        <span className="label">{t('settings.stepLabels.scale')}</span>
        <select
          value={scale.kind === 'steps' ? String(scale.steps.length) : 'number'}
          onChange={(event) => {
            onChange(scaleOf(event.currentTarget.value, scale));
          }}
        >
          <option value="3">{t('settings.stepLabels.3Steps')}</option>
          <option value="5">{t('settings.stepLabels.5Steps')}</option>
          <option value="10">{t('settings.stepLabels.10Steps')}</option>
          <option value="number">{t('settings.stepLabels.aNumberFrom0To')}</option>
        </select>
      </label>
      {scale.kind === 'number'
        ? null
        : scale.steps.map(({ value, label }, at) => (
            <label key={value} className="step-label">
              <span className="figure-cell">{value}</span>
              <input
                type="text"
                maxLength={120}
                aria-label={t('settings.stepLabels.whatMeans', { name: criterion.name, value })}
                value={label}
                onChange={(event) => {
                  const text = event.currentTarget.value;
                  const steps = scale.steps.map((step, index) =>
                    index === at ? { ...step, label: text } : step,
                  );
                  onChange({ kind: 'steps', steps });
                }}
              />
            </label>
          ))}
    </details>
  );
}

function scaleOf(choice: string, before: Scale): Scale {
  if (choice === 'number') return { kind: 'number', least: 0, most: 100, unit: '' };
  const labels = before.kind === 'steps' ? before.steps : [];
  const steps = Array.from({ length: Number(choice) }, (_each, index) => ({
    value: index + 1,
    label: labels[index]?.label ?? '',
  }));
  return { kind: 'steps', steps };
}
