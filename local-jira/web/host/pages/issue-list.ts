import { avatar, h, statusLozenge } from '../elements';
import { searchJira, type IssueLine } from '../jira';
import type { Session } from '../session';
import { dataTable } from '../table';
import { missing } from './missing';

/** The issues of a project, or of any JQL that the person writes into the box. */
export function issueListPage(session: Session, key: string): HTMLElement {
  const project = session.projects.find((each) => each.key === key);
  if (project === undefined) return missing('project');
  const asked = new URLSearchParams(location.search).get('jql');
  const jql = asked ?? `project = ${key} order by key`;
  const results = h('div', { 'aria-live': 'polite' });
  const box = h('input', {
    id: 'jql',
    class: 'jql-box',
    value: jql,
    spellcheck: 'false',
    autocomplete: 'off',
  });
  const search = (event?: Event): void => {
    event?.preventDefault();
    const url = new URL(location.href);
    url.searchParams.set('jql', box.value);
    if (event !== undefined) history.replaceState(history.state, '', url);
    void showResults(results, box.value);
  };
  search();
  return h(
    'main',
    { class: 'page' },
    h('nav', { class: 'crumbs' }, h('a', { href: '/' }, 'Projects'), ' / ', project.name),
    h('h1', {}, 'Issues'),
    h(
      'form',
      { class: 'jql-form', onsubmit: search },
      h('label', { for: 'jql' }, 'JQL'),
      box,
      h('button', { type: 'submit', class: 'plain-button' }, 'Search'),
    ),
    results,
  );
}

async function showResults(results: HTMLElement, jql: string): Promise<void> {
  const answer = await searchJira(jql);
  if (!answer.ok) {
    results.replaceChildren(h('p', { class: 'problem', role: 'alert' }, answer.message));
    return;
  }
  const rows = [...answer.value.issues];
  const draw = (nextPageToken: string | undefined): void => {
    const more = async (): Promise<void> => {
      const next = await searchJira(jql, nextPageToken);
      if (!next.ok) return;
      rows.push(...next.value.issues);
      draw(next.value.nextPageToken);
    };
    const count = `${String(rows.length)} issue${rows.length === 1 ? '' : 's'}`;
    const showMore = h(
      'button',
      { type: 'button', class: 'plain-button', onclick: () => void more() },
      'Show more',
    );
    results.replaceChildren(
      h('p', { class: 'quiet' }, nextPageToken === undefined ? count : `The first ${count}`),
      rows.length > 0 ? dataTable(heads, rows.map(cells)) : h('p', {}, 'No issue answers this.'),
      ...(nextPageToken === undefined ? [] : [showMore]),
    );
  };
  draw(answer.value.nextPageToken);
}

const heads = ['Key', 'Summary', 'Type', 'Status', 'Assignee'];

function cells({ key, fields }: IssueLine): readonly (Node | string)[] {
  const { assignee } = fields;
  return [
    h('a', { class: 'nowrap', href: `/browse/${key}` }, key),
    h('a', { class: 'plain', href: `/browse/${key}` }, fields.summary),
    h('span', { class: 'nowrap' }, fields.issuetype.name),
    statusLozenge(fields.status),
    assignee ? personLine(assignee.displayName) : 'Unassigned',
  ];
}

/** A person by picture and name. */
export function personLine(name: string): HTMLElement {
  return h('span', { class: 'person' }, avatar(name), name);
}
