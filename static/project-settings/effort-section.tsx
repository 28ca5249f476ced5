import { useEffect, useState, type ReactElement } from 'react';
import type { EstimateField } from '#ports/estimates';
import type { SectionProps } from './section-props';
import { useSettingsWorld } from './settings-world';
import { t } from '../shared/texts';

/** Where effort comes from: the team's estimates, or a scale of its own. */
export function EffortSection({ settings, onChange }: SectionProps): ReactElement | null {
  const { estimates } = useSettingsWorld();
  const [fields, setFields] = useState<readonly EstimateField[]>([]);
  useEffect(() => {
    void estimates.listFields().then((found) => {
      if (found.ok) setFields(found.value);
    });
  }, [estimates]);
  if (settings.model !== 'value-effort') return null;
  return (
    <section aria-label={t('settings.effortSection.effort')}>
      <h2>{t('settings.effortSection.effort')}</h2>
      {(
        [
          ['points', t('settings.effortSection.storyPointsTheSumOf')],
          ['rating', t('settings.effortSection.ratedFrom1To5')],
        ] as const
      ).map(([effortBy, text]) => (
        <label key={effortBy} className="setting">
          <input
            type="radio"
            name="effort"
            checked={settings.effortBy === effortBy}
            onChange={() => {
              onChange({ effortBy });
            }}
          />
          {text}
        </label>
      ))}
      {settings.effortBy === 'rating' ? null : (
        <label className="stack">
          <span className="label">{t('settings.effortSection.estimationField')}</span>
          <select
            value={settings.estimateField}
            onChange={(event) => {
              onChange({ estimateField: event.currentTarget.value });
            }}
          >
            <option value="">{t('settings.effortSection.jirasOwnStoryPoints')}</option>
            {fields.map(({ id, name }) => (
              <option key={id} value={id}>
                {name} ({id.replace('customfield_', '')})
              </option>
            ))}
          </select>
        </label>
      )}
    </section>
  );
}
