import { isJsonObject, type Json, type JsonObject } from '../../src/domain/use-case/json';
import { itemsOf } from '../json-text';
import { isDocument } from './adf';
import type { fieldDefinitions } from './catalogue';
import { fieldsOfProject, pointsFieldOf, priorities } from './catalogue';
import { holds } from './permissions';
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
    const type = state.issueTypes
      .filter(({ projectId }) => projectId === (project?.simplified === true ? project.id : null))
      .find(({ id, name }) => id === member(value, 'id') || name === member(value, 'name'));
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
  assignee: ({ state, issue }, value) => {
    const accountId = accountOf(value);
    const project = state.projects[issue.projectId];
    if (accountId !== null && !(project && holds(project, accountId, 'EDIT_ISSUES'))) {
      throw new FieldProblem(`User '${accountId}' cannot be assigned issues.`);
    }
    return { assigneeId: accountId };
  },
  reporter: ({ state }, value) => {
    const accountId = accountOf(value);
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
    if (value !== null && !/^\d{4}-\d{2}-\d{2}$/u.test(day)) {
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
    if (value !== null && typeof value !== 'number') {
      throw new FieldProblem('Operation value must be a number');
    }
    return { ...issue, points: value };
  }
  const set = Object.hasOwn(setters, id) ? setters[id] : undefined;
  if (set === undefined) throw notOnScreen(id);
  return { ...issue, ...set(edit, value) };
}

type Outcome = { readonly issue: Issue; readonly errors: Readonly<Record<string, string>> };

/** Sets all fields of a request; every problem is told, by field. */
export function setFields(edit: Edit, values: JsonObject): Outcome {
  // In the order of the catalogue: a parent is judged by the type that the same request sets.
  const order = Object.keys(setters);
  const ids = Object.keys(values).sort((left, right) => order.indexOf(left) - order.indexOf(right));
  const errors: Record<string, string> = {};
  let { issue } = edit;
  for (const id of ids) {
    try {
      issue = setField({ ...edit, issue }, id, values[id] ?? null);
    } catch (error) {
      if (!(error instanceof FieldProblem)) throw error;
      errors[id === 'parent' ? 'parentId' : id] = error.message;
    }
  }
  return { issue, errors };
}

/** Applies `update` verbs (add, remove, set) to fields; comments and links are the caller's. */
export function updateFields(edit: Edit, update: JsonObject): Outcome {
  const errors: Record<string, string> = {};
  let { issue } = edit;
  for (const [id, verbs] of Object.entries(update)) {
    if (['comment', 'issuelinks'].includes(id)) continue;
    try {
      for (const verb of itemsOf(verbs)) {
        issue = applyVerb({ ...edit, issue }, id, verb);
      }
    } catch (error) {
      if (!(error instanceof FieldProblem)) throw error;
      errors[id] = error.message;
    }
  }
  return { issue, errors };
}

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
  return isJsonObject(value) ? (value[name] ?? null) : null;
}

function accountOf(value: Json): string | null {
  const accountId = member(value, 'accountId') ?? member(value, 'id');
  return typeof accountId === 'string' ? accountId : null;
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
  const spaced = labels.find((label) => /\s/u.test(label));
  if (spaced !== undefined) {
    throw new FieldProblem(`The label '${spaced}' contains spaces which is invalid.`);
  }
  return [...new Set(labels)];
}

function parentOf({ state, issue }: Edit, value: Json): string | null {
  const type = state.issueTypes.find(({ id }) => id === issue.typeId);
  const none = value === null || (isJsonObject(value) && Object.keys(value).length === 0);
  if (none) {
    if (type?.subtask === true) throw new FieldProblem(noParent);
    return null;
  }
  const [id, key] = [member(value, 'id'), member(value, 'key')];
  const parent = Object.values(state.issues).find((each) => each.id === id || each.key === key);
  if (parent === undefined || !mayStandUnder(state, issue, parent)) {
    throw new FieldProblem('Given parent work item does not belong to appropriate hierarchy.');
  }
  return parent.id;
}

/** One level up; a sub-task stays in the project of its parent. */
function mayStandUnder(state: State, issue: Issue, parent: Issue): boolean {
  const typeOf = ({ typeId }: Issue): IssueType | undefined =>
    state.issueTypes.find(({ id }) => id === typeId);
  const own = typeOf(issue);
  const oneUp = typeOf(parent)?.hierarchyLevel === (own?.hierarchyLevel ?? 0) + 1;
  return oneUp && (own?.subtask !== true || parent.projectId === issue.projectId);
}

export const noParent = 'Issue type is a sub-task but parent issue key or id not specified.';

/** The fields of an issue that a person may set, for `editmeta` and `createmeta`. */
export function settableFields(
  state: State,
  projectId: string,
): readonly (typeof fieldDefinitions)[number][] {
  const project = state.projects[projectId];
  if (project === undefined) return [];
  return fieldsOfProject(project).filter(
    ({ id }) => Object.hasOwn(setters, id) || id === pointsFieldOf(project),
  );
}
