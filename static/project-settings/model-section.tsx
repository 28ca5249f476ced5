import type { ReactElement } from 'react';
import { modelIds } from '#domain/scoring/models';
import { modelTexts } from './model-texts';
import type { SectionProps } from './section-props';

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
