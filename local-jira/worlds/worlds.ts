import type { State } from '../jira/state';
import { ines, people } from './people';
import { projects, retailer } from './retailer';
import { byId, emptyState } from './world-parts';

/** The worlds that local Jira can start with, by name. */
export const worlds = {
  /** The default: a programme in its first year, about 120 issues. */
  retailer: () => retailer(),
  /** The same people and projects on their first day: no issues. */
  empty: () => emptyState({ world: 'empty', people, siteAdmins: [ines], projects }),
  /** The retailer, where nobody but the project admin may see anything. */
  'no-permission': () => {
    const state = retailer('no-permission');
    const closed = projects.map((project) => {
      const admins = [{ role: 'Administrators' }];
      return { ...project, scheme: { ...project.scheme, BROWSE_PROJECTS: admins } };
    });
    return { ...state, projects: byId(closed) };
  },
} as const satisfies Readonly<Record<string, () => State>>;

export type WorldName = keyof typeof worlds;

export function isWorldName(name: string): name is WorldName {
  return Object.hasOwn(worlds, name);
}
