import { h } from './elements';
import { startFlags } from './flags';
import { issueListPage } from './pages/issue-list';
import { issuePage } from './pages/issue-view';
import { missing } from './pages/missing';
import { platformPage } from './pages/platform-page';
import { projectListPage } from './pages/project-list';
import { appPage, settingsPage } from './pages/project-pages';
import { askSite, switchPerson, type Session } from './session';
import { startTheme, toggleTheme } from './theme';

const roleNames = {
  editor: 'editor',
  reader: 'may not edit',
  stranger: 'may not see the projects',
  admin: 'project admin',
} as const;

async function start(): Promise<void> {
  const [session] = await Promise.all([askSite<Session>('/local/session'), startTheme()]);
  const page = await currentPage(session);
  const heading = page.querySelector('h1')?.textContent;
  document.title = [heading, session.site.name].filter(Boolean).join(' · ');
  document.body.replaceChildren(
    topBar(session),
    h('div', { class: 'layout' }, sideBar(session), page),
  );
  startFlags();
}

function currentPage(session: Session): HTMLElement | Promise<HTMLElement> {
  const [, area, key = '', section, ...rest] = location.pathname.split('/');
  if (area === '') return projectListPage(session);
  if (area === 'browse') return key === '' ? missing('issue') : issuePage(session, key);
  if (area === 'platform') return platformPage();
  return area === 'projects' ? projectArea(session, key, section, rest) : missing('page');
}

function projectArea(
  session: Session,
  key: string,
  section: string | undefined,
  [first = '', second]: readonly string[],
): HTMLElement | Promise<HTMLElement> {
  if (key === '') return projectListPage(session);
  if (section === 'settings') return settingsPage(session, key, second);
  if (section === 'apps') return appPage(session, key, first);
  return issueListPage(session, key);
}

function topBar(session: Session): HTMLElement {
  const choice = h(
    'select',
    {
      id: 'person',
      onchange: (event: Event) => {
        if (event.target instanceof HTMLSelectElement) switchPerson(event.target.value);
      },
    },
    ...session.people.map(({ role, displayName }) =>
      h(
        'option',
        { value: role, selected: role === session.person.role },
        `${displayName}, ${roleNames[role]}`,
      ),
    ),
  );
  return h(
    'header',
    { class: 'top-bar' },
    h('a', { class: 'site-name', href: '/' }, session.site.name),
    h('span', { class: 'spacer' }),
    h('label', { class: 'quiet', for: 'person' }, 'You are'),
    choice,
    h('button', { type: 'button', class: 'plain-button', onclick: toggleTheme }, 'Light or dark'),
  );
}

function sideBar({ projects }: Session): HTMLElement {
  return h(
    'nav',
    { class: 'side-bar', 'aria-label': 'Projects' },
    ...projects.flatMap(({ key, name, pages, mayAdminister }) => [
      h('p', { class: 'project-name' }, name),
      h('a', { href: `/projects/${key}` }, 'Issues'),
      ...pages.map((page) => h('a', { href: `/projects/${key}/apps/${page.key}` }, page.title)),
      ...(mayAdminister ? [h('a', { href: `/projects/${key}/settings` }, 'Project settings')] : []),
    ]),
    h('p', { class: 'project-name' }, 'Local Jira'),
    h('a', { href: '/platform' }, 'Platform'),
  );
}

void start();
