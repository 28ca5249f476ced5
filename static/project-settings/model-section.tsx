import type { ReactElement } from 'react';
import { modelIds } from '#domain/scoring/models';
import { modelTexts } from './model-texts';
import type { SectionProps } from './section-props';
import { t } from '../shared/texts';

/** How use cases are scored. */
export function ModelSection({ settings, onChange }: SectionProps): ReactElement {
  return (
    <section aria-label={t('settings.modelSection.model')}>
      <h2>{t('settings.modelSection.howUseCasesAreScored')}</h2>
      <p className="quiet small">{t('settings.modelSection.answersToTheQuestionsOf')}</p>
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
