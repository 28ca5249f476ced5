import type { State } from '../jira/state';
import { ines, people } from './people';
import { manyUseCases } from './many-use-cases';
import { projects, retailer } from './retailer';
import { byId, emptyState } from './world-parts';

/** The worlds that local Jira can start with, by name. */
export const worlds = {
  /** The default: a programme in its first year, about 120 issues. */
  retailer: () => retailer(),
  /** The same people and projects on their first day: no issues. */
  empty: () => emptyState({ world: 'empty', people, siteAdmins: [ines], projects }),
  /** Ten thousand scored use cases in one project, and fifty thousand. */
  '10k': () => manyUseCases('10k', 10_000),
  '50k': () => manyUseCases('50k', 50_000),
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

type WorldName = keyof typeof worlds;

/** The state that a world begins with; undefined where no world is called so. */
export function seedOf(name: string): (() => State) | undefined {
  if (Object.hasOwn(worlds, name)) return worlds[name as WorldName];
  const count = Number(/^scored-(?<count>[1-9]\d{0,5})$/u.exec(name)?.groups?.['count'] ?? 0);
  return count > 0 ? () => manyUseCases(name, count) : undefined;
}
