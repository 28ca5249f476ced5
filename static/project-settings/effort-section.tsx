import { useEffect, useState, type ReactElement } from 'react';
import type { EstimateField } from '#ports/estimates';
import type { SectionProps } from './section-props';
import { useSettingsWorld } from './settings-world';

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
    <section aria-label="Effort">
      <h2>Effort</h2>
      {(
        [
          ['points', 'Story points: the sum of the stories, else the issue’s own'],
          ['rating', 'Rated from 1 to 5'],
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
          <span className="label">Estimation field</span>
          <select
            value={settings.estimateField}
            onChange={(event) => {
              onChange({ estimateField: event.currentTarget.value });
            }}
          >
            <option value="">Jira’s own story points</option>
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
