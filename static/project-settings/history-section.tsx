import { useEffect, useState, type ReactElement } from 'react';
import type { SettingsEdit } from '#domain/settings/settings';
import type { ModelId } from '#domain/scoring/models';
import { modelTexts } from './model-texts';
import { useSettingsWorld } from './settings-world';
import { t, textsOf } from '../shared/texts';

const partTexts: Readonly<Record<string, string>> = textsOf({
  visibility: 'settings.historySection.whereItShows',
  hiddenTypes: 'settings.historySection.issueTypes',
  model: 'settings.historySection.model',
  effortBy: 'settings.historySection.effort',
  valueCriteria: 'settings.historySection.criteria',
  effortCriteria: 'settings.historySection.criteria',
  feasibilityCriteria: 'settings.historySection.pillars',
  thresholds: 'settings.historySection.thresholds',
  names: 'settings.historySection.names',
  estimateField: 'settings.historySection.estimationField',
});

/** Who changed what, the latest first. */
export function HistorySection({
  history,
}: {
  readonly history: readonly SettingsEdit[];
}): ReactElement | null {
  const { people, wording } = useSettingsWorld();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const ids = [...new Set(history.map(({ by }) => by))];
    if (ids.length === 0) return;
    void people.readNames(ids).then((found) => {
      if (found.ok) setNames(found.value);
    });
  }, [people, history]);
  if (history.length === 0) return null;
  return (
    <section aria-label={t('settings.historySection.changes')}>
      <h2>{t('settings.historySection.changes')}</h2>
      <ul className="history small">
        {history.toReversed().map(({ by, at, parts, steps }) => (
          <li key={at}>
            {wording.moment(at)} · {names.get(by) ?? t('settings.historySection.somebody')} ·{' '}
            {namesOf(parts)}
            {steps.map(({ part, from, to }) => (
              <p key={part} className="quiet">
                {nameOf(part)}: <del>{say(part, from)}</del> → {say(part, to)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

const nameOf = (part: string): string => partTexts[part] ?? part;

function namesOf(parts: readonly string[]): string {
  return [...new Set(parts.map(nameOf))].join(', ');
}

/** What stands as an id, in words. */
const idTexts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  effortBy: textsOf({
    points: 'settings.historySection.theTeamsEstimate',
    rating: 'settings.historySection.from1To5',
  }),
  estimateField: {
    get ''() {
      return t('settings.historySection.jirasOwn');
    },
  },
};

const say = (part: string, text: string): string => {
  if (part === 'model' && Object.hasOwn(modelTexts, text)) return modelTexts[text as ModelId].name;
  return idTexts[part]?.[text] ?? text;
};
