import type { ReactElement } from 'react';
import { modelIds, type ModelId } from '#domain/scoring/models';
import type { SectionProps } from './section-props';

/** Each model in a sentence, with its formula. */
const modelTexts: Readonly<Record<ModelId, { readonly name: string; readonly formula: string }>> = {
  'value-effort': {
    name: 'Value and effort',
    formula: 'Weighted criteria, divided by story points or by effort from 1 to 5',
  },
  'value-feasibility': {
    name: 'Value and feasibility',
    formula: 'Weighted criteria, times the weakest pillar: data, capability or your own',
  },
  rice: { name: 'RICE', formula: 'Reach × impact × confidence ÷ effort in person-months' },
  ice: { name: 'ICE', formula: 'Impact × confidence × ease, each from 1 to 10' },
  wsjf: {
    name: 'WSJF',
    formula: '(User and business value + time criticality + risk reduction) ÷ job size',
  },
  'wsjf-urgency': {
    name: 'WSJF, multiplied by urgency',
    formula: 'Time criticality × (user and business value + risk reduction) ÷ job size',
  },
  own: { name: 'Own criteria', formula: 'Your own criteria on both axes, with weights and scales' },
};

/** How use cases are scored. */
export function ModelSection({ settings, onChange }: SectionProps): ReactElement {
  return (
    <section aria-label="Model">
      <h2>How use cases are scored</h2>
      <p className="quiet small">
        Answers to the questions of one model are kept when another is chosen.
      </p>
      {modelIds.map((id) => (
        <label key={id} className="setting">
          <input
            type="radio"
            name="model"
            checked={settings.model === id}
            onChange={() => {
              onChange({ model: id });
            }}
          />
          <span>
            {modelTexts[id].name}
            <br />
            <span className="quiet small">{modelTexts[id].formula}</span>
          </span>
        </label>
      ))}
    </section>
  );
}
