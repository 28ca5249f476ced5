import { avatar, h, statusLozenge } from './elements';
import { askSite, type IssueLine, type IssuePage, type ProjectPage, type Session } from './session';
import { mountSurface, surfaceBox } from './surface';

/** The projects that the person may see. */
export function projectListPage(session: Session): HTMLElement {
  return h(
    'main',
    { class: 'page' },
    h('h1', {}, 'Projects'),
    h(
      'table',
      { class: 'issue-table' },
      h('thead', {}, h('tr', {}, h('th', {}, 'Name'), h('th', {}, 'Key'), h('th', {}, 'Type'))),
      h(
        'tbody',
        {},
        ...session.projects.map(({ key, name, typeKey }) =>
          h(
            'tr',
            {},
            h('td', {}, h('a', { href: `/projects/${key}` }, name)),
            h('td', {}, key),
            h('td', {}, typeKey.replace('_', ' ')),
          ),
        ),
      ),
    ),
    session.projects.length === 0 &&
      h('p', { class: 'quiet' }, 'No project is open to you. Switch to another person, top right.'),
  );
}

/** The issues of a project. */
export async function issueListPage(key: string): Promise<HTMLElement> {
  const page = await askSite<ProjectPage>(`/local/project/${encodeURIComponent(key)}`);
  if (!page.found) return missing('project');
  return h(
    'main',
    { class: 'page' },
    h('nav', { class: 'crumbs' }, h('a', { href: '/' }, 'Projects'), ' / ', page.project.name),
    h('h1', {}, 'Issues'),
    h(
      'table',
      { class: 'issue-table' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ...['Key', 'Summary', 'Type', 'Status', 'Assignee'].map((name) => h('th', {}, name)),
        ),
      ),
      h('tbody', {}, ...inKeyOrder(page.issues).map(issueRow)),
    ),
  );
}

function inKeyOrder(issues: readonly IssueLine[]): readonly IssueLine[] {
  return [...issues].sort((left, right) =>
    left.key.localeCompare(right.key, 'en', { numeric: true }),
  );
}

function issueRow({ key, fields }: IssueLine): HTMLElement {
  return h(
    'tr',
    {},
    h('td', { class: 'nowrap' }, h('a', { href: `/browse/${key}` }, key)),
    h('td', {}, h('a', { class: 'plain', href: `/browse/${key}` }, fields.summary)),
    h('td', { class: 'nowrap' }, fields.issuetype.name),
    h('td', { class: 'nowrap' }, statusLozenge(fields.status)),
    h(
      'td',
      { class: 'nowrap' },
      fields.assignee ? person(fields.assignee.displayName) : 'Unassigned',
    ),
  );
}

type Found = Extract<IssuePage, { found: true }>;

/** One issue, with the app's panels closed in the side column. */
export async function issuePage(session: Session, key: string): Promise<HTMLElement> {
  const page = await askSite<IssuePage>(`/local/issue/${encodeURIComponent(key)}`);
  if (!page.found) return missing('issue');
  const { issue, children } = page;
  const { fields } = issue;
  document.title = `${issue.key} ${fields.summary}`;
  return h(
    'main',
    { class: 'page issue-view' },
    h(
      'div',
      { class: 'issue-main' },
      h(
        'nav',
        { class: 'crumbs' },
        h('a', { href: `/projects/${fields.project.key}` }, fields.project.name),
        ...(fields.parent
          ? [
              ' / ',
              h(
                'a',
                { href: `/browse/${fields.parent.key}` },
                `${fields.parent.key} ${fields.parent.fields.summary}`,
              ),
            ]
          : []),
        ` / ${issue.key}`,
      ),
      h('h1', {}, fields.summary),
      h('h2', {}, 'Description'),
      ...description(issue.paragraphs),
      ...(children.length > 0
        ? [
            h('h2', {}, 'Child work items'),
            h('div', { class: 'children' }, ...inKeyOrder(children).map(childRow)),
          ]
        : []),
    ),
    sideColumn(session, page),
  );
}

/** Details, and the app's panels, closed until somebody opens them. */
function sideColumn(session: Session, { issue, modules }: Found): HTMLElement {
  const { fields } = issue;
  return h(
    'aside',
    { class: 'issue-side', 'aria-label': 'Details and apps' },
    h('div', {}, statusLozenge(fields.status)),
    h(
      'section',
      { class: 'details' },
      h('h2', {}, 'Details'),
      h(
        'dl',
        {},
        ...detail('Assignee', fields.assignee ? person(fields.assignee.displayName) : 'Unassigned'),
        ...detail('Reporter', fields.reporter ? person(fields.reporter.displayName) : 'None'),
        ...detail('Type', fields.issuetype.name),
        ...detail('Story points', issue.points === null ? 'None' : String(issue.points)),
        ...detail('Labels', fields.labels.length > 0 ? fields.labels.join(', ') : 'None'),
      ),
    ),
    ...modules.map((surface) => surfaceBox(session, surface)),
  );
}

function detail(name: string, value: Node | string): Node[] {
  return [h('dt', {}, name), h('dd', {}, value)];
}

function person(name: string): HTMLElement {
  return h('span', { class: 'person' }, avatar(name), name);
}

function childRow({ key, fields }: IssueLine): HTMLElement {
  return h(
    'div',
    { class: 'child' },
    h('a', { href: `/browse/${key}` }, key),
    h('span', {}, fields.summary),
    statusLozenge(fields.status),
  );
}

function description(paragraphs: readonly string[]): HTMLElement[] {
  if (paragraphs.length === 0) return [h('p', { class: 'quiet' }, 'No description')];
  const items = paragraphs.filter((text) => text.startsWith('- '));
  const prose = paragraphs.filter((text) => !text.startsWith('- '));
  const list = h('ul', {}, ...items.map((text) => h('li', {}, text.slice(2))));
  return [...prose.map((text) => h('p', {}, text)), ...(items.length > 0 ? [list] : [])];
}

/** The app's page in a project's settings, for its admins. */
export async function settingsPage(session: Session, key: string): Promise<HTMLElement> {
  const page = await askSite<ProjectPage>(`/local/project/${encodeURIComponent(key)}`);
  if (!page.found) return missing('project');
  const crumbs = h(
    'nav',
    { class: 'crumbs' },
    h('a', { href: `/projects/${page.project.key}` }, page.project.name),
    ' / Project settings / Apps',
  );
  if (!page.mayAdminister) {
    return h(
      'main',
      { class: 'page' },
      crumbs,
      h('p', { class: 'quiet' }, 'Project settings are for the admins of this project.'),
    );
  }
  const frames = page.modules.map((surface) => {
    const { element } = mountSurface(session, surface);
    return h('section', {}, h('h1', {}, surface.title), element);
  });
  return h('main', { class: 'page' }, crumbs, ...frames);
}

function missing(what: 'issue' | 'project'): HTMLElement {
  return h(
    'main',
    { class: 'page' },
    h('h1', {}, `You can't see this ${what}`),
    h(
      'p',
      { class: 'quiet' },
      `It does not exist, or your permissions do not reach it. Switch to another person, top right.`,
    ),
  );
}
