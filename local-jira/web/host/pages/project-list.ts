import { h } from '../elements';
import { dataTable } from '../table';
import type { Session } from '../session';

/** The projects that the person may see. */
export function projectListPage({ projects, world }: Session): HTMLElement {
  const rows = projects.map(({ key, name, typeKey, simplified }) => [
    h('a', { href: `/projects/${key}` }, name),
    key,
    typeKey.replace('_', ' '),
    simplified ? 'Team-managed' : 'Company-managed',
  ]);
  return h(
    'main',
    { class: 'page' },
    h('h1', {}, 'Projects'),
    projects.length > 0
      ? dataTable(['Name', 'Key', 'Type', 'Managed'], rows)
      : h('p', { class: 'quiet' }, noProject(world)),
  );
}

function noProject(world: string): string {
  return world === 'no-permission'
    ? 'No project is open to you: in this world only the project admin sees anything. Switch to another person, top right.'
    : 'No project is open to you. Switch to another person, top right.';
}
