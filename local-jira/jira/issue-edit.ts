import { isJsonObject, type Json, type JsonObject } from '../../src/domain/use-case/json';
import { DateTime } from 'luxon';
import { itemsOf, textOfJson } from '../json-text';
import { isDocument } from './adf';
import { fieldsOfProject, pointsFieldOf, priorities, type FieldDefinition } from './catalogue';
import { own } from '../own';
import { holds, visibleIssue } from './permissions';
import { childrenOf, isSubtask } from './issue-relations';
import { JiraError } from './problem';
import { issueTypesOf } from './schemes';
import type { Issue, IssueType, State } from './state';

/** A value that a field does not take, in Jira's words. */
export class FieldProblem extends Error {}

type Edit = {
  readonly state: State;
  readonly accountId: string;
  /** Edits to fields may depend on each other: type before parent. */
  readonly issue: Issue;
};
type Setter = (edit: Edit, value: Json) => Partial<Issue>;

/** How a field takes a new value. A field that is not here cannot be set. */
const setters: Readonly<Record<string, Setter>> = {
  issuetype: ({ state, issue }, value) => {
    const project = state.projects[issue.projectId];
    const type = (project ? issueTypesOf(state, project) : []).find(
      ({ id, name }) => id === member(value, 'id') || name === member(value, 'name'),
    );
    if (type === undefined) throw new FieldProblem('Specify a valid issue type');
    return { typeId: type.id };
  },
  summary: (_edit, value) => ({ summary: summaryOf(value) }),
  description: (_edit, value) => {
    if (value === null) return { description: null };
    if (!isDocument(value)) throw new FieldProblem(notADocument);
    return { description: value };
  },
  parent: (edit, value) => ({ parentId: parentOf(edit, value) }),
  assignee: ({ state, issue, accountId: editor }, value) => {
    const accountId = accountOf(value, 'assignee');
    const project = state.projects[issue.projectId];
    if (!project || !holds(project, editor, 'ASSIGN_ISSUES')) throw notOnScreen('assignee');
    if (accountId !== null && !holds(project, accountId, 'EDIT_ISSUES')) {
      throw new FieldProblem(`User '${accountId}' cannot be assigned issues.`);
    }
    return { assigneeId: accountId };
  },
  reporter: ({ state }, value) => {
    const accountId = accountOf(value, 'reporter');
    if (!state.people.some((person) => person.accountId === accountId)) {
      throw new FieldProblem('Specify a valid value for reporter');
    }
    return { reporterId: accountId };
  },
  priority: (_edit, value) => {
    const priority = priorities.find(
      ({ id, name }) => id === member(value, 'id') || name === member(value, 'name'),
    );
    if (priority === undefined) throw new FieldProblem('The priority selected is invalid.');
    return { priorityId: priority.id };
  },
  labels: (_edit, value) => ({ labels: labelsOf(value) }),
  duedate: (_edit, value) => {
    const day = typeof value === 'string' ? value : '';
    if (value !== null && !DateTime.fromFormat(day, 'yyyy-MM-dd').isValid) {
      throw new FieldProblem('Operation value must be a date in the format yyyy-MM-dd.');
    }
    return { dueDate: value === null ? null : day };
  },
  security: ({ state, issue, accountId }, value) => {
    const project = state.projects[issue.projectId];
    if (!project || !holds(project, accountId, 'SET_ISSUE_SECURITY')) throw notOnScreen('security');
    if (value === null) return { securityLevelId: null };
    const level = state.securityLevels.find(
      ({ id, projectId }) => projectId === issue.projectId && id === member(value, 'id'),
    );
    if (level === undefined) throw new FieldProblem('Specify a valid security level');
    return { securityLevelId: level.id };
  },
};

const notADocument =
  'Operation value must be an Atlassian Document (see the Atlassian Document Format)';

const notOnScreen = (id: string): FieldProblem =>
  new FieldProblem(`Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`);

/** The issue with a field set, or the problem that Jira would name. */
export function setField(edit: Edit, id: string, value: Json): Issue {
  const { state, issue } = edit;
  const project = state.projects[issue.projectId];
  if (project !== undefined && pointsFieldOf(project) === id) {
    if (value !== null && !Number.isFinite(value)) {
      throw new FieldProblem('Operation value must be a number');
    }
    return { ...issue, points: value === null ? null : Number(value) };
  }
  const set = own(setters, id);
  if (set === undefined) throw notOnScreen(id);
  return { ...issue, ...set(edit, value) };
}

type Outcome = { readonly issue: Issue; readonly errors: Readonly<Record<string, string>> };

/** What a request says of an issue: values to set, and verbs to apply. */
export type Asked = { readonly fields: JsonObject; readonly update: JsonObject };

/** Applies all of a request to an issue; every problem is told, by field. `before` is what is kept. */
export function applyRequest(edit: Edit, before: Issue | undefined, asked: Asked): Outcome {
  const filled = setFields(edit, asked.fields);
  const updated = updateFields({ ...edit, issue: filled.issue }, asked.update);
  const { issue } = updated;
  const standing = hierarchyErrors(edit.state, before, issue);
  return { issue, errors: { ...standing, ...filled.errors, ...updated.errors } };
}

function setFields(edit: Edit, values: JsonObject): Outcome {
  // In the order of the setters: a parent is judged by the type that the same request sets.
  const order = Object.keys(setters);
  const ids = Object.keys(values).sort((left, right) => order.indexOf(left) - order.indexOf(right));
  return collect(edit.issue, ids, (issue, id) =>
    setField({ ...edit, issue }, id, own(values, id) ?? null),
  );
}

/** Applies `update` verbs (add, remove, set) to fields; comments are the caller's. */
function updateFields(edit: Edit, update: JsonObject): Outcome {
  const ids = Object.keys(update).filter((id) => id !== 'comment');
  return collect(edit.issue, ids, (issue, id) => {
    const verbs = own(update, id);
    if (!Array.isArray(verbs)) throw new FieldProblem('data was not an array');
    if (id === 'issuelinks') {
      throw new JiraError(501, ['Local Jira links issues by POST /issueLink only.']);
    }
    return itemsOf(verbs).reduce<Issue>(
      (changed, verb) => applyVerb({ ...edit, issue: changed }, id, verb),
      issue,
    );
  });
}

/** Changes an issue field by field; a field with a problem stays as it was. */
function collect(
  start: Issue,
  ids: readonly string[],
  change: (issue: Issue, id: string) => Issue,
): Outcome {
  const errors: [string, string][] = [];
  let issue = start;
  for (const id of ids) {
    try {
      issue = change(issue, id);
    } catch (error) {
      if (!(error instanceof FieldProblem)) throw error;
      errors.push([id === 'parent' ? 'parentId' : id, error.message]);
    }
  }
  return { issue, errors: Object.fromEntries(errors) };
}

/** What is wrong with where an issue stands, once all of a request is applied to it. */
function hierarchyErrors(
  state: State,
  before: Issue | undefined,
  after: Issue,
): Readonly<Record<string, string>> {
  if (before?.typeId === after.typeId && before.parentId === after.parentId) return {};
  const parentId = parentError(state, after);
  if (parentId !== undefined) return { parentId };
  return childrenOf(state, after.id).every((child) => mayStandUnder(state, child, after))
    ? {}
    : { issuetype: wrongHierarchy };
}

function parentError(state: State, issue: Issue): string | undefined {
  const parent = state.issues[issue.parentId ?? ''];
  if (parent !== undefined) return mayStandUnder(state, issue, parent) ? undefined : wrongHierarchy;
  return isSubtask(state, issue) ? noParent : undefined;
}

const wrongHierarchy = 'Given parent work item does not belong to appropriate hierarchy.';

function applyVerb(edit: Edit, id: string, verb: Json): Issue {
  const [name = '', value = null] = isJsonObject(verb) ? (Object.entries(verb)[0] ?? []) : [];
  if (name === 'set') return setField(edit, id, value);
  const { labels } = edit.issue;
  if (id === 'labels' && name === 'add') {
    return setField(edit, id, [...new Set([...labels, ...labelsOf([value])])]);
  }
  if (id === 'labels' && name === 'remove') {
    return setField(
      edit,
      id,
      labels.filter((label) => label !== value),
    );
  }
  throw new FieldProblem(`Field does not support update '${name}'`);
}

function member(value: Json, name: string): Json {
  return isJsonObject(value) ? (own(value, name) ?? null) : null;
}

/** The account that a value names; null to name nobody. Anything else is no answer. */
function accountOf(value: Json, field: string): string | null {
  if (value === null) return null;
  const named = isJsonObject(value) ? (own(value, 'accountId') ?? own(value, 'id')) : undefined;
  if (named === null || typeof named === 'string') return named;
  throw new FieldProblem(`Specify a valid value for ${field}`);
}

function summaryOf(value: Json): string {
  if (typeof value !== 'string') throw new FieldProblem('Operation value must be a string');
  if (value.trim() === '') throw new FieldProblem('You must specify a summary of the issue.');
  if (value.length > 255) throw new FieldProblem("Summary can't exceed 255 characters.");
  if (/[\r\n]/u.test(value)) {
    throw new FieldProblem('The summary is invalid because it contains newline characters.');
  }
  return value;
}

function labelsOf(value: Json): readonly string[] {
  if (value === null) return [];
  if (!Array.isArray(value) || !value.every((label) => typeof label === 'string')) {
    throw new FieldProblem('Operation value must be an array of strings');
  }
  const labels = value as readonly string[];
  if (labels.some((label) => label === '' || label.length > 255)) {
    throw new FieldProblem('A label has between 1 and 255 characters.');
  }
  const spaced = labels.find((label) => /\s/u.test(label));
  if (spaced !== undefined) {
    throw new FieldProblem(`The label '${spaced}' contains spaces which is invalid.`);
  }
  return [...new Set(labels)];
}

/** The parent that a value names, if the person sees it; null for none. */
function parentOf({ state, accountId, issue }: Edit, value: Json): string | null {
  const none = value === null || (isJsonObject(value) && Object.keys(value).length === 0);
  if (none) return null;
  const named = textOfJson(member(value, 'id') ?? member(value, 'key'));
  const parent = visibleIssue(state, accountId, named);
  if (parent === undefined || !mayStandUnder(state, issue, parent)) {
    throw new FieldProblem(wrongHierarchy);
  }
  return parent.id;
}

/** One level up; a sub-task stays in the project of its parent. */
function mayStandUnder(state: State, issue: Issue, parent: Issue): boolean {
  const typeOf = ({ typeId }: Issue): IssueType | undefined =>
    state.issueTypes.find(({ id }) => id === typeId);
  const level = typeOf(issue)?.hierarchyLevel ?? 0;
  const oneUp = typeOf(parent)?.hierarchyLevel === level + 1;
  return oneUp && (!isSubtask(state, issue) || parent.projectId === issue.projectId);
}

/** What a sub-task without a parent is told. */
const noParent = 'Issue type is a sub-task but parent issue key or id not specified.';

/** The fields of an issue that a person may set, for `editmeta` and `createmeta`. */
export function settableFields(state: State, projectId: string): readonly FieldDefinition[] {
  const project = state.projects[projectId];
  if (project === undefined) return [];
  return fieldsOfProject(project).filter(
    ({ id }) => Object.hasOwn(setters, id) || id === pointsFieldOf(project),
  );
}
