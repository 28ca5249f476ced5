import { h } from '../elements';
import { askSite, type ProjectSurfaces, type Session, type Surface } from '../session';
import { mountSurface } from '../surface';
import { missing } from './missing';

/** A page of the app in a project; its own routes stand under its path. */
export async function appPage(
  session: Session,
  key: string,
  moduleKey: string,
): Promise<HTMLElement> {
  const project = await askSite<ProjectSurfaces>(`/local/project/${encodeURIComponent(key)}`);
  if (!project.found) return missing('project');
  const surface = project.pages.find((each) => each.key === moduleKey);
  if (surface === undefined) return missing('page');
  const base = `/projects/${key}/apps/${moduleKey}`;
  const crumbs = projectCrumbs(session, key, 'Apps');
  return surfacePage(session, surface, { base, crumbs });
}

/** The app's pages in a project's settings, for its admins. */
export async function settingsPage(
  session: Session,
  key: string,
  moduleKey: string | undefined,
): Promise<HTMLElement> {
  const project = await askSite<ProjectSurfaces>(`/local/project/${encodeURIComponent(key)}`);
  if (!project.found) return missing('project');
  const crumbs = projectCrumbs(session, key, 'Project settings / Apps');
  const heading = h('h1', {}, 'Project settings');
  if (!project.mayAdminister) {
    const text = 'Project settings are for the admins of this project.';
    return h('main', { class: 'page' }, crumbs, heading, h('p', { class: 'quiet' }, text));
  }
  const { settings } = project;
  const surface = settings.find((each) => each.key === moduleKey) ?? settings[0];
  if (surface === undefined) {
    const text = 'The app has no page in the settings of this project.';
    return h('main', { class: 'page' }, crumbs, heading, h('p', { class: 'quiet' }, text));
  }
  return surfacePage(session, surface, {
    base: `/projects/${key}/settings/apps/${surface.key}`,
    crumbs,
  });
}

function surfacePage(
  session: Session,
  surface: Surface,
  { base, crumbs }: { readonly base: string; readonly crumbs: HTMLElement },
): HTMLElement {
  const { element } = mountSurface(session, surface, { base });
  const tabs = surface.pages.map(({ title, route }) => h('a', { href: `${base}/${route}` }, title));
  return h(
    'main',
    { class: 'page' },
    crumbs,
    h('h1', {}, surface.title),
    tabs.length > 0 && h('nav', { class: 'tabs', 'aria-label': surface.title }, ...tabs),
    element,
  );
}

function projectCrumbs({ projects }: Session, key: string, place: string): HTMLElement {
  const name = projects.find((project) => project.key === key)?.name ?? key;
  return h('nav', { class: 'crumbs' }, h('a', { href: `/projects/${key}` }, name), ` / ${place}`);
}
