import type { Json, JsonObject } from '../../src/domain/use-case/json';
import { commentAnswer, issueTypeAnswer, statusAnswer } from '../jira/answers';
import type { Entry } from '../jira/entries';
import { issueAnswer, linkTypeAnswer } from '../jira/issue-answer';
import type { History, Issue, Link, State } from '../jira/state';
import type { Change } from '../jira/store';

/** An event that Jira tells an app about. */
export type ProductEvent = {
  readonly eventType: string;
  readonly issueId: string | null;
  readonly issueKey: string | null;
  /** As the function receives it, without `selfGenerated`. */
  readonly payload: JsonObject;
};

/** The events that local Jira sends. The last two are known from the manifest's checks only. */
export const eventTypes = [
  'avi:jira:created:issue',
  'avi:jira:updated:issue',
  'avi:jira:assigned:issue',
  'avi:jira:deleted:issue',
  'avi:jira:commented:issue',
  'avi:jira:deleted:comment',
  'avi:jira:created:issuelink',
  'avi:jira:deleted:issuelink',
  'avi:jira:set:issue-property',
  'avi:jira:deleted:issue-property',
] as const;

type Context = { readonly origin: string; readonly change: Change; readonly now: number };

/** What Jira tells about a change. Deleting an issue tells nothing of what went with it. */
export function productEvents(
  origin: string,
  change: Change,
  now: number,
): readonly ProductEvent[] {
  const context = { origin, change, now };
  return change.entries.flatMap((entry) => eventsOf(context, entry));
}

function eventsOf(context: Context, entry: Entry): readonly ProductEvent[] {
  const { before, after } = context.change;
  switch (entry.op) {
    case 'put-issue':
      return before.issues[entry.issue.id] === undefined
        ? [issueEvent(context, 'avi:jira:created:issue', after, entry.issue)]
        : updates(context, entry.issue);
    case 'delete-issue': {
      const issue = before.issues[entry.issueId];
      return issue ? [issueEvent(context, 'avi:jira:deleted:issue', before, issue)] : [];
    }
    case 'put-comment':
      return about(context, 'avi:jira:commented:issue', entry.comment.issueId, {
        comment: commentAnswer(context.origin, after, entry.comment),
      });
    case 'delete-comment': {
      const comment = before.comments[entry.issueId]?.find(({ id }) => id === entry.commentId);
      const told = comment ? { comment: commentAnswer(context.origin, before, comment) } : {};
      return about(context, 'avi:jira:deleted:comment', entry.issueId, told);
    }
    case 'put-link':
      return [linkEvent(context, 'avi:jira:created:issuelink', entry.link)];
    case 'delete-link': {
      const link = before.links[entry.linkId];
      return link ? [linkEvent(context, 'avi:jira:deleted:issuelink', link)] : [];
    }
    case 'put-issue-property':
    case 'delete-issue-property':
      return propertyEvents(context, entry);
    default:
      return [];
  }
}

function propertyEvents(
  context: Context,
  entry: Extract<Entry, { op: 'put-issue-property' | 'delete-issue-property' }>,
): readonly ProductEvent[] {
  const set = entry.op === 'put-issue-property';
  const type = set ? 'avi:jira:set:issue-property' : 'avi:jira:deleted:issue-property';
  return entry.issueIds.flatMap((issueId) =>
    about(context, type, issueId, { property: { key: entry.key } }),
  );
}

function about(
  context: Context,
  eventType: string,
  issueId: string,
  more: JsonObject,
): readonly ProductEvent[] {
  const state = context.change.after;
  const issue = state.issues[issueId];
  return issue ? [issueEvent(context, eventType, state, issue, more)] : [];
}

function issueEvent(
  { origin, change, now }: Context,
  eventType: string,
  state: State,
  issue: Issue,
  more: JsonObject = {},
): ProductEvent {
  const accountId = change.by?.accountId ?? '';
  const { fields = {} } = issueAnswer({ origin, state, accountId }, issue, {
    fields: ['*navigable'],
    properties: [],
    expand: [],
  });
  const type = state.issueTypes.find(({ id }) => id === issue.typeId);
  // Both spellings: Jira's example has `issuetype`, its type reference `issueType`.
  const told = {
    ...(fields as JsonObject),
    issueType: type ? issueTypeAnswer(origin, type) : null,
  };
  const users = change.by ? { associatedUsers: [{ accountId }], atlassianId: accountId } : {};
  const payload: JsonObject = {
    eventType,
    issue: { id: issue.id, key: issue.key, fields: told },
    ...users,
    ...more,
    timestamp: String(now),
  };
  return { eventType, issueId: issue.id, issueKey: issue.key, payload };
}

function updates(context: Context, issue: Issue): readonly ProductEvent[] {
  const { after } = context.change;
  const history = historyOf(context, issue.id);
  // A word or a link moves the last change of an issue, and has an event of its own.
  if (history?.items.every(({ field }) => field === 'Link') ?? true) return [];
  const items = (history?.items ?? []).map((item) => ({ ...item }));
  const statuses = items
    .filter(({ field }) => field === 'status')
    .flatMap(({ from, to }) => [from, to])
    .flatMap((id) => after.statuses.find((status) => status.id === id) ?? [])
    .map((status): Json => statusAnswer(context.origin, status));
  const changelog = { changelog: { items } };
  const updated = issueEvent(context, 'avi:jira:updated:issue', after, issue, {
    ...changelog,
    jiraEventTypeName: statuses.length > 0 ? 'issue_generic' : 'issue_updated',
    ...(statuses.length > 0 && { associatedStatuses: statuses }),
  });
  const assigned = items.filter(({ field }) => field === 'assignee');
  if (assigned.length === 0) return [updated];
  const more = { changelog: { items: assigned } };
  return [updated, issueEvent(context, 'avi:jira:assigned:issue', after, issue, more)];
}

function historyOf({ change }: Context, issueId: string): History | undefined {
  const entry = change.entries.find(
    (each) => each.op === 'add-history' && each.history.issueId === issueId,
  );
  return entry?.op === 'add-history' ? entry.history : undefined;
}

function linkEvent({ origin, change, now }: Context, eventType: string, link: Link): ProductEvent {
  const state = change.before.links[link.id] === undefined ? change.after : change.before;
  const projectOf = (id: string): string => state.issues[id]?.projectId ?? '';
  const accountId = change.by?.accountId ?? '';
  const payload = {
    eventType,
    id: link.id,
    sourceIssueId: link.inwardIssueId,
    destinationIssueId: link.outwardIssueId,
    sourceProjectId: projectOf(link.inwardIssueId),
    destinationProjectId: projectOf(link.outwardIssueId),
    issueLinkType: linkTypeAnswer({ origin, state, accountId }, link.typeId),
    timestamp: String(now),
  };
  return { eventType, issueId: link.inwardIssueId, issueKey: null, payload };
}
