import { useState, type ReactElement } from 'react';
import type { ProgrammeChange } from '#domain/programme/programme-change';
import {
  namedEntry,
  type ProgrammeEntry,
  type ProgrammeListName,
} from '#domain/programme/programme';
import { sameName } from '#domain/same-name';
import { useProject } from '../project-context';
import { starters } from './programme-texts';
import { t } from '../../shared/texts';

/** Goals and north-star KPIs of an industry, to start a blank programme from. */
export function Starters({
  onTake,
}: {
  readonly onTake: (changes: readonly ProgrammeChange[]) => Promise<boolean>;
}): ReactElement {
  const { store, programme } = useProject();
  const [industry, setIndustry] = useState(t('pages.starters.retail'));
  const take = (): void => {
    const { goals = [], kpis = [] } = starters[industry] ?? {};
    const added = (list: ProgrammeListName, name: string, more: object = {}): ProgrammeChange => {
      const id = store.world.newId();
      const next = { ...namedEntry(list, id, name), ...more } as ProgrammeEntry;
      return { list, id, base: null, next };
    };
    const { lists } = programme.programme;
    const isNew = (list: ProgrammeListName, name: string): boolean =>
      !lists[list].some((entry) => sameName(entry.name, name));
    void onTake([
      ...goals.filter((goal) => isNew('goals', goal)).map((goal) => added('goals', goal)),
      ...kpis
        .filter(([name]) => isNew('northStarKpis', name))
        .map(([name, unit, direction]) => added('northStarKpis', name, { unit, direction })),
    ]);
  };
  return (
    <div className="actions">
      <label>
        <span className="visually-hidden">{t('pages.starters.industry')}</span>
        <select
          value={industry}
          onChange={(event) => {
            setIndustry(event.currentTarget.value);
          }}
        >
          {Object.keys(starters).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button" onClick={take}>
        {t('pages.starters.startFromTheseGoalsAnd')}
      </button>
    </div>
  );
}
