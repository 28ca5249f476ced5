import { useEffect, useState, type ReactElement } from 'react';
import type { SettingsEdit } from '#domain/settings/settings';
import { modelTexts } from './model-texts';
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
        {history.toReversed().map(({ by, at, parts, steps }) => (
          <li key={at}>
            {wording.moment(at)} · {names.get(by) ?? 'Somebody'} · {namesOf(parts)}
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
  model: Object.fromEntries(Object.entries(modelTexts).map(([id, { name }]) => [id, name])),
  effortBy: { points: 'the team’s estimate', rating: 'from 1 to 5' },
  estimateField: { '': 'Jira’s own' },
};

const say = (part: string, text: string): string => idTexts[part]?.[text] ?? text;
