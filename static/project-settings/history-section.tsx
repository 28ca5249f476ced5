import { useEffect, useState, type ReactElement } from 'react';
import type { SettingsEdit } from '#domain/merge-settings';
import { useSettingsWorld } from './settings-world';

const partTexts: Readonly<Record<string, string>> = {
  visibility: 'where it shows',
  hiddenTypes: 'issue types',
  model: 'model',
  effortBy: 'effort',
  valueCriteria: 'criteria',
  effortCriteria: 'criteria',
  feasibilityCriteria: 'pillars',
  thresholds: 'thresholds',
  names: 'names',
  estimateField: 'estimation field',
};

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
    <section aria-label="Changes">
      <h2>Changes</h2>
      <ul className="history small">
        {history.toReversed().map(({ by, at, parts }) => (
          <li key={at}>
            {wording.moment(at)} · {names.get(by) ?? 'Somebody'} ·{' '}
            {[...new Set(parts.map((part) => partTexts[part] ?? part))].join(', ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
