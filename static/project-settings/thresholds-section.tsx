import type { ReactElement } from 'react';
import type { Side } from '#domain/scoring/models';
import { modelFor } from '#domain/scoring/scoring-settings';
import type { SectionProps } from './section-props';

/** From where on each axis counts as high, in the unit of the axis. */
export function ThresholdsSection({ settings, onChange }: SectionProps): ReactElement {
  const model = modelFor(settings);
  const { thresholds } = model;
  const put = (axis: 'value' | 'effort', figure: number | null): void => {
    const next = { ...thresholds, [axis]: figure };
    onChange({ thresholds: { ...settings.thresholds, [model.id]: next } });
  };
  const axes: readonly (readonly ['value' | 'effort', Side])[] = [
    ['value', model.value],
    ['effort', model.effort],
  ];
  return (
    <section aria-label="Thresholds">
      <h2>Thresholds</h2>
      <p className="quiet small">
        What reaches a threshold is high.
        {thresholds.value === null || thresholds.effort === null
          ? ' Until both are set, use cases are ranked and have no quadrant.'
          : ''}
      </p>
      <div className="entry-row">
        {axes.map(([axis, side]) => (
          <label key={axis}>
            <span className="label">
              {side.label} is high from{side.unit === '' ? '' : `, ${side.unit}`}
            </span>
            <input
              type="number"
              step="any"
              min={side.least}
              max={side.most ?? undefined}
              value={thresholds[axis] ?? ''}
              onChange={({ currentTarget: { value, valueAsNumber } }) => {
                put(axis, value === '' ? null : valueAsNumber);
              }}
            />
          </label>
        ))}
      </div>
    </section>
  );
}
