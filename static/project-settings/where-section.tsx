import { useEffect, useState, type ReactElement } from 'react';
import type { IssueTypeChoice } from '#ports/project-issues';
import type { SectionProps } from './section-props';
import { useSettingsWorld } from './settings-world';
import { t } from '../shared/texts';

/** On or off, and on which types of issue. */
export function WhereSection({
  settings,
  projectName,
  onChange,
}: SectionProps & { readonly projectName: string }): ReactElement {
  const { issues, project } = useSettingsWorld();
  const [types, setTypes] = useState<readonly IssueTypeChoice[]>([]);
  useEffect(() => {
    void issues.readTypes(project).then((found) => {
      if (found.ok) setTypes(found.value);
    });
  }, [issues, project]);
  const { visibility, hiddenTypes } = settings;
  return (
    <section aria-label={t('settings.whereSection.whereItShows')}>
      <h2>{t('settings.whereSection.whereItShows')}</h2>
      <label className="setting">
        <input
          type="checkbox"
          checked={visibility === 'on'}
          onChange={(event) => {
            onChange({ visibility: event.currentTarget.checked ? 'on' : 'off' });
          }}
        />
        {t('settings.whereSection.showNorthstarOnTheIssues', { projectName })}
      </label>
      <p className="quiet small">{t('settings.whereSection.useCasesThatAreAlready')}</p>
      {visibility === 'off' ? null : (
        <div className="choices" role="group" aria-label={t('settings.whereSection.issueTypes')}>
          {types.map(({ id, name }) => (
            <label key={id} className="setting">
              <input
                type="checkbox"
                checked={!hiddenTypes.includes(id)}
                onChange={(event) => {
                  const others = hiddenTypes.filter((each) => each !== id);
                  const next = event.currentTarget.checked ? others : [...others, id];
                  onChange({ hiddenTypes: next });
                }}
              />
              {name}
            </label>
          ))}
        </div>
      )}
    </section>
  );
}
