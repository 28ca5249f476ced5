import { useState } from 'react';
import { deviceStore } from '../../shared/device-store';
import type { SortBy } from './rows';
import { t } from '../../shared/texts';

/** The columns that a person can choose from, in their order. Key and title are always there. */
export const columnTitles = {
  get stage() {
    return t('pages.columns.stage');
  },
  get why() {
    return t('pages.columns.objective');
  },
  get who() {
    return t('pages.columns.audience');
  },
  get where() {
    return t('pages.columns.channel');
  },
  'kpi.name': 'KPI',
  get status() {
    return t('pages.columns.status');
  },
  get gaps() {
    return t('pages.columns.gaps');
  },
} as const satisfies Partial<Record<SortBy, string>>;

export type Column = keyof typeof columnTitles;

const all = Object.keys(columnTitles) as readonly Column[];
const key = 'northstar:columns';

/** The columns that this person chose on this device. */
export function useColumns(): readonly [readonly Column[], (column: Column) => void] {
  const [device] = useState(() => deviceStore(''));
  const [chosen, setChosen] = useState<readonly Column[]>(() => {
    const stored = device.read(key)?.split(',') ?? all;
    return all.filter((column) => stored.includes(column));
  });
  const toggle = (column: Column): void => {
    const next = all.filter((each) => (each === column) !== chosen.includes(each));
    setChosen(next);
    device.write(key, next.join(','));
  };
  return [chosen, toggle];
}
