import { drawDocument } from '../document';
import { h, statusLozenge } from '../elements';
import { askJira, searchJira, type IssueLine, type LinkAnswer, type WholeIssue } from '../jira';
import { askSite, type IssueSurfaces, type Session, type Surface } from '../session';
import { surfaceBox } from '../surface';
import { issueActivity } from './issue-activity';
import { personLine } from './issue-list';
import { missing } from './missing';

/** One issue, with the app's panels closed in the side column. */
export async function issuePage(session: Session, key: string): Promise<HTMLElement> {
  const encoded = encodeURIComponent(key);
  const shown = await askSite<IssueSurfaces>(`/local/issue/${encoded}`);
  if (!shown.found) return missing('issue');
  const [whole, below] = await Promise.all([
    askJira<WholeIssue>(`/issue/${encoded}?expand=changelog`),
    searchJira(`parent = "${key}" order by key`),
  ]);
  if (!whole.ok) return missing('issue');
  const issue = whole.value;
  const { fields } = issue;
  const children = below.ok ? below.value.issues : [];
  return h(
    'main',
    { class: 'page issue-view' },
    h(
      'div',
      { class: 'issue-main' },
      crumbs(issue),
      h('h1', {}, fields.summary),
      h('h2', {}, 'Description'),
      fields.description
        ? drawDocument(fields.description)
        : h('p', { class: 'quiet' }, 'No description'),
      ...section(
        'Child work items',
        children.map((child) => lineOf(child)),
      ),
      ...section('Linked work items', fields.issuelinks.map(linkRow)),
      ...issueActivity(issue),
    ),
    sideColumn(session, issue, shown.surfaces),
  );
}

function crumbs({ key, fields }: WholeIssue): HTMLElement {
  const { parent, project } = fields;
  const above = parent
    ? [' / ', h('a', { href: `/browse/${parent.key}` }, `${parent.key} ${parent.fields.summary}`)]
    : [];
  return h(
    'nav',
    { class: 'crumbs' },
    h('a', { href: `/projects/${project.key}` }, project.name),
    ...above,
    ` / ${key}`,
  );
}

function section(title: string, rows: readonly HTMLElement[]): readonly HTMLElement[] {
  if (rows.length === 0) return [];
  return [h('h2', {}, title), h('div', { class: 'children' }, ...rows)];
}

type Line = Pick<IssueLine, 'key'> & {
  readonly fields: Pick<IssueLine['fields'], 'summary' | 'status'>;
};

function lineOf({ key, fields }: Line, words?: string): HTMLElement {
  return h(
    'div',
    { class: 'child' },
    h('a', { class: 'nowrap', href: `/browse/${key}` }, key),
    h(
      'span',
      {},
      words !== undefined && h('span', { class: 'quiet' }, `${words} `),
      fields.summary,
    ),
    statusLozenge(fields.status),
  );
}

function linkRow({ type, inwardIssue, outwardIssue }: LinkAnswer): HTMLElement {
  const other = outwardIssue ?? inwardIssue;
  const words = outwardIssue ? type.outward : type.inward;
  return other ? lineOf(other, words) : h('div');
}

/** Details, and the app's panels, closed until somebody opens them. */
function sideColumn(
  session: Session,
  { fields }: WholeIssue,
  surfaces: readonly Surface[],
): HTMLElement {
  return h(
    'aside',
    { class: 'issue-side', 'aria-label': 'Details and apps' },
    h('div', {}, statusLozenge(fields.status)),
    h('section', { class: 'details' }, h('h2', {}, 'Details'), detailList(fields)),
    ...surfaces.map((surface) => surfaceBox(session, surface)),
  );
}

function detailList(fields: WholeIssue['fields']): HTMLElement {
  const points = fields.customfield_10026 ?? fields.customfield_10016;
  const { assignee, reporter, labels, duedate, priority, security } = fields;
  return h(
    'dl',
    {},
    ...detail('Assignee', assignee ? personLine(assignee.displayName) : 'Unassigned'),
    ...detail('Reporter', reporter ? personLine(reporter.displayName) : 'None'),
    ...detail('Type', fields.issuetype.name),
    ...detail('Priority', nameOf(priority)),
    ...detail('Story points', String(points ?? 'None')),
    ...detail('Labels', labels.length > 0 ? labels.join(', ') : 'None'),
    ...(duedate === null ? [] : detail('Due', duedate)),
    ...(security === null ? [] : detail('Seen by', security.name)),
  );
}

function nameOf(named: { readonly name: string } | null): string {
  return named?.name ?? 'None';
}

function detail(name: string, value: Node | string): Node[] {
  return [h('dt', {}, name), h('dd', {}, value)];
}
