import { isJsonObject, type Json, type JsonObject } from '../../src/domain/use-case/json';
import { itemsOf, textOfJson, valueAt } from '../json-text';
import { without } from '../own';
import { isDocument, textOf } from './adf';
import type { Entry } from './entries';
import { changesBetween } from './history';
import { applyRequest, type Asked } from './issue-edit';
import { actorOf, demand, momentOf, nextId, type Call } from './operation';
import { holds, visibleProject } from './permissions';
import { checkedProperty } from './property-value';
import { refusedFields } from './problem';
import { statusesOf } from './schemes';
import type { Comment, History, HistoryItem, Issue, Project, State } from './state';

type Body = Asked & { readonly properties: Json };

/** Makes an issue out of a request, or says all that is wrong with it. */
export function createIssue(call: Call, body: Body): Issue {
  const { accountId } = call.identity;
  const state = call.store.state();
  const blank = blankIssue(call, projectFor(call, body.fields['project']));
  const asked = { ...body, fields: without(body.fields, 'project') };
  const { issue, errors } = applyRequest({ state, accountId, issue: blank }, undefined, asked);
  demandNone({ ...missingFields(issue, { ...body.fields, ...body.update }), ...errors });
  const entries: Entry[] = [
    { op: 'put-issue', issue },
    ...propertyEntries(issue.id, body.properties),
    ...commentEntries(call, issue, body.update['comment']),
  ];
  call.store.commit(entries, actorOf(call));
  return issue;
}

/** Changes an issue by a request, or says all that is wrong with it. */
export function editIssue(call: Call, before: Issue, body: Body): void {
  const both = Object.keys(body.fields).filter((id) => Object.hasOwn(body.update, id));
  demandNone(
    Object.fromEntries(
      both.map((id) => [id, `Field '${id}' cannot appear in both 'fields' and 'update'`]),
    ),
  );
  const after = changedIssue(call, before, body);
  const extra = [
    ...propertyEntries(before.id, body.properties),
    ...commentEntries(call, before, body.update['comment']),
  ];
  writeIssue(call, before, after, extra);
}

/** The issue as a request would have it, or all that is wrong with the request. */
export function changedIssue(call: Call, before: Issue, asked: Asked): Issue {
  const edit = { state: call.store.state(), accountId: call.identity.accountId, issue: before };
  const { issue, errors } = applyRequest(edit, before, asked);
  demandNone(errors);
  return issue;
}

function demandNone(errors: Readonly<Record<string, string>>): void {
  if (Object.keys(errors).length > 0) throw refusedFields(errors);
}

/** Writes a changed issue with its history; nothing where nothing changed. */
export function writeIssue(
  call: Call,
  before: Issue,
  after: Issue,
  extra: readonly Entry[] = [],
): void {
  const state = call.store.state();
  const resolved = withResolution(state, before, after, momentOf(call));
  const items = changesBetween(state, before, resolved);
  if (items.length === 0) {
    const spoken = extra.some(({ op }) => op === 'put-comment');
    call.store.commit([...extra, ...(spoken ? [touched(call, before)] : [])], actorOf(call));
    return;
  }
  const history = historyOf(call, before.id, items);
  const issue = { ...resolved, updated: history.created };
  call.store.commit(
    [{ op: 'put-issue', issue }, { op: 'add-history', history }, ...extra],
    actorOf(call),
  );
}

/** The issue with the moment of its last change set to now: a word or a link counts as one. */
export function touched(call: Call, issue: Issue): Entry {
  const updated = momentOf(call);
  return { op: 'put-issue', issue: { ...issue, updated } };
}

/** A history of changes, made now by who asks. `ahead` keeps ids apart within one change. */
export function historyOf(
  call: Call,
  issueId: string,
  items: readonly HistoryItem[],
  ahead = 1,
): History {
  return {
    id: nextId(call, ahead),
    issueId,
    authorId: call.identity.accountId,
    created: momentOf(call),
    items,
  };
}

/** What is done is resolved, and what is taken up again is not: as the workflow does it. */
function withResolution(state: State, before: Issue, after: Issue, now: string): Issue {
  if (before.statusId === after.statusId) return after;
  const done = state.statuses.find(({ id }) => id === after.statusId)?.category === 'done';
  return { ...after, resolved: done ? (before.resolved ?? now) : null };
}

/** A comment on an issue as a request gives it, made now by who asks. */
export function newComment(call: Call, issue: Issue, body: Json, ahead = 1): Comment {
  const now = momentOf(call);
  const { accountId } = call.identity;
  return {
    id: nextId(call, ahead),
    issueId: issue.id,
    authorId: accountId,
    updaterId: accountId,
    body: checkedComment(body),
    created: now,
    updated: now,
  };
}

/** A document that says something. */
export function checkedComment(body: Json): JsonObject {
  if (!isDocument(body)) throw refusedFields({ comment: 'Comment body is not valid!' });
  if (textOf(body).trim() === '' && !holdsMore(body)) {
    throw refusedFields({ comment: 'Comment body can not be empty!' });
  }
  return body;
}

/** Whether a document holds what is no text: a picture, a mention, a card. */
function holdsMore(body: JsonObject): boolean {
  return /"type":"(?:media|mention|emoji|inlineCard|blockCard|embedCard|table|rule)/u.test(
    JSON.stringify(body),
  );
}

/** The comments that a request adds with another change. */
export function commentEntries(call: Call, issue: Issue, verbs: Json | undefined): Entry[] {
  if (itemsOf(verbs).length === 0) return [];
  demand(call, issue, 'ADD_COMMENTS');
  return itemsOf(verbs).map((verb, index) => {
    const body = valueAt(verb, ['add', 'body']) ?? null;
    return { op: 'put-comment', comment: newComment(call, issue, body, index + 2) };
  });
}

function propertyEntries(issueId: string, properties: Json): Entry[] {
  return itemsOf(properties).flatMap((property) => {
    if (!isJsonObject(property)) return [];
    const { key, value = null } = property;
    const checked = checkedProperty(textOfJson(key), value);
    return [{ op: 'put-issue-property' as const, issueIds: [issueId], ...checked }];
  });
}

function projectFor(call: Call, asked: Json | undefined): Project {
  const { accountId } = call.identity;
  const reference = isJsonObject(asked) ? (asked['id'] ?? asked['key']) : undefined;
  const project =
    typeof reference === 'string'
      ? visibleProject(call.store.state(), accountId, reference)
      : undefined;
  if (project === undefined) {
    throw refusedFields({ project: 'Specify a valid project ID or key' });
  }
  if (!holds(project, accountId, 'CREATE_ISSUES')) {
    throw refusedFields({ project: 'You cannot create issues in this project.' });
  }
  return project;
}

function blankIssue(call: Call, project: Project): Issue {
  const state = call.store.state();
  const now = momentOf(call);
  const { accountId } = call.identity;
  const number = (state.lastNumbers[project.id] ?? 0) + 1;
  return {
    id: nextId(call),
    key: `${project.key}-${String(number)}`,
    projectId: project.id,
    typeId: '',
    statusId: statusesOf(state, project)[0]?.id ?? '',
    summary: '',
    description: null,
    parentId: null,
    assigneeId: null,
    reporterId: accountId,
    creatorId: accountId,
    priorityId: '3',
    labels: [],
    points: null,
    dueDate: null,
    securityLevelId: null,
    created: now,
    updated: now,
    resolved: null,
  };
}

function missingFields(issue: Issue, fields: JsonObject): Record<string, string> {
  return {
    ...(fields['issuetype'] === undefined && { issuetype: 'Specify an issue type' }),
    ...(issue.summary === '' && { summary: 'You must specify a summary of the issue.' }),
  };
}
