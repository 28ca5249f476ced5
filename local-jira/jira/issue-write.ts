import { isJsonObject, type Json, type JsonObject } from '../../src/domain/use-case/json';
import { itemsOf, textOfJson } from '../json-text';
import { isDocument, textOf } from './adf';
import type { Entry } from './entries';
import { changesBetween } from './history';
import { hierarchyErrors, setFields, updateFields } from './issue-edit';
import { actorOf, demand, nextId, type Call } from './operation';
import { holds, visibleProject } from './permissions';
import { checkedProperty } from './property-value';
import { refusedFields } from './problem';
import { statusesOf } from './schemes';
import type { History, HistoryItem, Issue, Project, State } from './state';

type Body = { readonly fields: JsonObject; readonly update: JsonObject; readonly properties: Json };

/** Makes an issue out of a request, or says all that is wrong with it. */
export function createIssue(call: Call, body: Body): Issue {
  const { accountId } = call.identity;
  const state = call.store.state();
  const project = projectFor(call, body.fields['project']);
  const { issuetype } = body.fields;
  const fields = withoutKeys(body.fields, ['issuetype', 'project']);
  const blank = blankIssue(call, project);
  const typed = setFields({ state, accountId, issue: blank }, issuetype ? { issuetype } : {});
  const filled = setFields({ state, accountId, issue: typed.issue }, fields);
  const updated = updateFields({ state, accountId, issue: filled.issue }, body.update);
  const { issue } = updated;
  const errors = {
    ...missingFields(issue, { ...body.fields, ...body.update }),
    ...hierarchyErrors(state, undefined, issue),
    ...typed.errors,
    ...filled.errors,
    ...updated.errors,
  };
  if (Object.keys(errors).length > 0) throw refusedFields(errors);
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
  const { accountId } = call.identity;
  const state = call.store.state();
  const both = Object.keys(body.fields).filter((id) => Object.hasOwn(body.update, id));
  if (both.length > 0) {
    throw refusedFields(
      Object.fromEntries(
        both.map((id) => [id, `Field '${id}' cannot appear in both 'fields' and 'update'`]),
      ),
    );
  }
  const filled = setFields({ state, accountId, issue: before }, body.fields);
  const updated = updateFields({ state, accountId, issue: filled.issue }, body.update);
  const errors = {
    ...hierarchyErrors(state, before, updated.issue),
    ...filled.errors,
    ...updated.errors,
  };
  if (Object.keys(errors).length > 0) throw refusedFields(errors);
  const extra = [
    ...propertyEntries(before.id, body.properties),
    ...commentEntries(call, before, body.update['comment']),
  ];
  writeIssue(call, before, updated.issue, extra);
}

/** Writes a changed issue with its history; nothing where nothing changed. */
export function writeIssue(
  call: Call,
  before: Issue,
  after: Issue,
  extra: readonly Entry[] = [],
): void {
  const state = call.store.state();
  const resolved = withResolution(state, before, after, new Date(call.clock()).toISOString());
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
  const updated = new Date(call.clock()).toISOString();
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
    created: new Date(call.clock()).toISOString(),
    items,
  };
}

/** What is done is resolved, and what is taken up again is not: as the workflow does it. */
function withResolution(state: State, before: Issue, after: Issue, now: string): Issue {
  if (before.statusId === after.statusId) return after;
  const done = state.statuses.find(({ id }) => id === after.statusId)?.category === 'done';
  return { ...after, resolved: done ? (before.resolved ?? now) : null };
}

/** A comment on an issue as a request gives it, ready to be kept. */
export function commentEntry(call: Call, issue: Issue, body: Json, ahead = 1): Entry {
  const now = new Date(call.clock()).toISOString();
  const { accountId } = call.identity;
  const comment = {
    id: nextId(call, ahead),
    issueId: issue.id,
    authorId: accountId,
    updaterId: accountId,
    body: checkedComment(body),
    created: now,
    updated: now,
  };
  return { op: 'put-comment', comment };
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
    const added = isJsonObject(verb) ? verb['add'] : undefined;
    const body = isJsonObject(added) ? (added['body'] ?? null) : null;
    return commentEntry(call, issue, body, index + 2);
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

function withoutKeys(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
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
  const now = new Date(call.clock()).toISOString();
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
