import type { ReactElement } from 'react';
import type { Criterion, Scale } from '#domain/scoring/criterion';

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
      <summary className="small">Scale and what its steps mean</summary>
      <label className="setting">
        <span className="label">Scale</span>
        <select
          value={scale.kind === 'steps' ? String(scale.steps.length) : 'number'}
          onChange={(event) => {
            onChange(scaleOf(event.currentTarget.value, scale));
          }}
        >
          <option value="3">3 steps</option>
          <option value="5">5 steps</option>
          <option value="10">10 steps</option>
          <option value="number">A number from 0 to 100</option>
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
                aria-label={`${criterion.name}: what ${String(value)} means`}
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
