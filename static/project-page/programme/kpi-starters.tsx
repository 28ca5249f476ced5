import { useState, type ReactElement } from 'react';
import type { ProgrammeChange } from '#domain/programme/merge-programme';
import { namedEntry, type ProgrammeEntry } from '#domain/programme/programme';
import { useProject } from '../project-context';
import { kpiStarters } from './programme-texts';

/** North-star KPIs of an industry to start from. */
export function KpiStarters({
  onTake,
}: {
  readonly onTake: (changes: readonly ProgrammeChange[]) => Promise<boolean>;
}): ReactElement {
  const { store } = useProject();
  const [industry, setIndustry] = useState('Retail');
  const take = (): void => {
    const changes = (kpiStarters[industry] ?? []).map(
      ([name, unit, direction]): ProgrammeChange => {
        const id = store.world.newId();
        const next = {
          ...namedEntry('northStarKpis', id, name),
          unit,
          direction,
        } as ProgrammeEntry;
        return { list: 'northStarKpis', id, base: null, next };
      },
    );
    void onTake(changes);
  };
  return (
    <div className="actions">
      <label>
        <span className="visually-hidden">Industry</span>
        <select
          value={industry}
          onChange={(event) => {
            setIndustry(event.currentTarget.value);
          }}
        >
          {Object.keys(kpiStarters).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button" onClick={take}>
        Start from these
      </button>
    </div>
  );
}
