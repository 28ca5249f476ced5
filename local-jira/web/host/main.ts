import { h } from './elements';
import { startFlags } from './flags';
import { issueListPage, issuePage, projectListPage, settingsPage } from './pages';
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
  document.body.replaceChildren(
    topBar(session),
    h('div', { class: 'layout' }, sideBar(session), page),
  );
  startFlags();
}

function currentPage(session: Session): HTMLElement | Promise<HTMLElement> {
  const [, area = '', key = '', section] = location.pathname.split('/');
  if (area === 'browse') return issuePage(session, key);
  if (area === 'projects' && section === 'settings') return settingsPage(session, key);
  if (area === 'projects') return issueListPage(key);
  return projectListPage(session);
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

function sideBar(session: Session): HTMLElement {
  return h(
    'nav',
    { class: 'side-bar', 'aria-label': 'Projects' },
    ...session.projects.flatMap(({ key, name }) => [
      h('p', { class: 'project-name' }, name),
      h('a', { href: `/projects/${key}` }, 'Issues'),
      h('a', { href: `/projects/${key}/settings` }, 'Project settings'),
    ]),
  );
}

void start();
