import type { JsonObject } from '../../src/domain/use-case/json';
import { textOf } from './adf';
import { jiraTime, personWithId } from './answers';
import { doneResolution, pointsFieldOf, priorities } from './catalogue';
import type { History, HistoryItem, Issue, State } from './state';

type Told = readonly [value: string | null, text: string | null];
type Teller = {
  readonly field: string;
  readonly fieldId: string;
  readonly fieldtype?: 'custom';
  readonly tell: (state: State, issue: Issue) => Told;
};

const nothing: Told = [null, null];

const plain = (text: string | null): Told => [null, text];

const named = (items: readonly { id: string; name: string }[], id: string | null): Told => {
  const item = items.find((each) => each.id === id);
  return item ? [item.id, item.name] : nothing;
};

const person = (state: State, accountId: string | null): Told => {
  const found = state.people.find((each) => each.accountId === accountId);
  return found ? [found.accountId, found.displayName] : nothing;
};

/** How each field is told in Jira's history. */
const tellers: readonly Teller[] = [
  { field: 'summary', fieldId: 'summary', tell: (_state, issue) => plain(issue.summary) },
  {
    field: 'description',
    fieldId: 'description',
    tell: (_state, { description }) =>
      description === null ? nothing : plain(textOf(description).trim()),
  },
  {
    field: 'issuetype',
    fieldId: 'issuetype',
    tell: (state, { typeId }) => named(state.issueTypes, typeId),
  },
  {
    field: 'status',
    fieldId: 'status',
    tell: (state, { statusId }) => named(state.statuses, statusId),
  },
  {
    field: 'resolution',
    fieldId: 'resolution',
    tell: (_state, { resolved }) =>
      resolved === null ? nothing : [doneResolution.id, doneResolution.name],
  },
  {
    field: 'IssueParentAssociation',
    fieldId: 'parent',
    tell: (state, { parentId }) => {
      const parent = state.issues[parentId ?? ''];
      return parent ? [parent.id, parent.key] : nothing;
    },
  },
  {
    field: 'assignee',
    fieldId: 'assignee',
    tell: (state, issue) => person(state, issue.assigneeId),
  },
  {
    field: 'reporter',
    fieldId: 'reporter',
    tell: (state, issue) => person(state, issue.reporterId),
  },
  {
    field: 'priority',
    fieldId: 'priority',
    tell: (_state, { priorityId }) => named(priorities, priorityId),
  },
  { field: 'labels', fieldId: 'labels', tell: (_state, { labels }) => ['', labels.join(' ')] },
  {
    field: 'duedate',
    fieldId: 'duedate',
    tell: (_state, { dueDate }) => (dueDate === null ? nothing : [dueDate, dueDate]),
  },
  {
    field: 'security',
    fieldId: 'security',
    tell: (state, { securityLevelId }) => named(state.securityLevels, securityLevelId),
  },
];

/** What changed between two versions of an issue, item by item as Jira's history tells it. */
export function changesBetween(state: State, before: Issue, after: Issue): readonly HistoryItem[] {
  return [...tellers, pointsTeller(state, after)].flatMap(({ field, fieldId, fieldtype, tell }) => {
    const [from, fromString] = tell(state, before);
    const [to, text] = tell(state, after);
    if (from === to && fromString === text) return [];
    const kind = fieldtype ?? 'jira';
    return [{ field, fieldtype: kind, fieldId, from, fromString, to, toString: text }];
  });
}

function pointsTeller(state: State, issue: Issue): Teller {
  const project = state.projects[issue.projectId];
  return {
    field: project?.simplified === true ? 'Story point estimate' : 'Story Points',
    fieldId: project ? pointsFieldOf(project) : '',
    fieldtype: 'custom',
    tell: (_state, { points }) => plain(points === null ? null : String(points)),
  };
}

export function historyAnswer(origin: string, state: State, history: History): JsonObject {
  return {
    id: history.id,
    author: personWithId(origin, state, history.authorId),
    created: jiraTime(history.created),
    items: history.items.map((item) => ({ ...item })),
  };
}
