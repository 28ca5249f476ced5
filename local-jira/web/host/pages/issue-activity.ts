import { drawDocument } from '../document';
import { h } from '../elements';
import type { CommentAnswer, HistoryAnswer, WholeIssue } from '../jira';

/** What people said, and what they changed: comments oldest first, changes newest first. */
export function issueActivity({ fields, changelog }: WholeIssue): readonly HTMLElement[] {
  const { comments } = fields.comment;
  return [
    ...(comments.length > 0 ? [h('h2', {}, 'Comments'), ...comments.map(commentRow)] : []),
    h('h2', {}, 'History'),
    changelog.histories.length > 0
      ? h('ol', { class: 'history' }, ...changelog.histories.map(historyRow))
      : h('p', { class: 'quiet' }, 'Nothing was changed since it was made.'),
  ];
}

function commentRow({ author, created, body }: CommentAnswer): HTMLElement {
  return h(
    'article',
    { class: 'comment' },
    h('p', { class: 'quiet' }, `${author?.displayName ?? 'Somebody'}, ${moment(created)}`),
    drawDocument(body),
  );
}

function historyRow({ author, created, items }: HistoryAnswer): HTMLElement {
  return h(
    'li',
    {},
    h('span', { class: 'quiet' }, `${author?.displayName ?? 'Somebody'}, ${moment(created)}`),
    ...items.map(({ field, fromString, toString: to }) =>
      h('div', {}, `${fieldName(field)}: ${told(fromString)} → ${told(to)}`),
    ),
  );
}

function fieldName(field: string): string {
  if (field === 'IssueParentAssociation') return 'Parent';
  return field.charAt(0).toUpperCase() + field.slice(1);
}

function told(text: string | null): string {
  return text === null || text === '' ? 'None' : text;
}

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A moment of Jira, as people read it. */
export function moment(text: string | number): string {
  const iso = typeof text === 'string' ? text.replace(/\+0000$/u, 'Z') : text;
  return format.format(new Date(iso));
}
