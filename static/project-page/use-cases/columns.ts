import { useState } from 'react';
import { deviceStore } from '../../shared/device-store';
import type { SortBy } from './rows';
import { textsOf } from '../../shared/texts';

/** The columns that a person can choose from, in their order. Key and title are always there. */
export const columnTitles = textsOf({
  stage: 'pages.columns.stage',
  why: 'pages.columns.objective',
  who: 'pages.columns.audience',
  where: 'pages.columns.channel',
  'kpi.name': 'pages.columns.kpi',
  status: 'pages.columns.status',
  gaps: 'pages.columns.gaps',
}) satisfies Partial<Record<SortBy, string>>;

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
