import type { Json, JsonObject } from '../../src/domain/use-case/json';
import {
  attachmentAnswer,
  commentAnswer,
  issueTypeAnswer,
  jiraTime,
  personWithId,
  priorityWithId,
  projectAnswer,
  statusAnswer,
  worklogAnswer,
} from './answers';
import {
  describedFields,
  doneResolution,
  fieldDefinitions,
  fieldsOfProject,
  pointsFieldOf,
} from './catalogue';
import { historyAnswer } from './history';
import { childrenOf, isSubtask, linksOf, otherEnd } from './issue-relations';
import { seesIssue } from './permissions';
import type { Issue, Link, State } from './state';

/** From where an issue is looked at: links and children show only as far as the person sees them. */
export type View = { readonly origin: string; readonly state: State; readonly accountId: string };

export type Asked = {
  /** Field ids, `*all`, `*navigable`, or `-id` to leave one out. */
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly expand: readonly string[];
};

type Reader = (view: View, issue: Issue) => Json;

const readers: Readonly<Record<string, Reader>> = {
  summary: (_view, issue) => issue.summary,
  description: (_view, issue) => issue.description,
  issuetype: ({ origin, state }, { typeId }) => {
    const type = state.issueTypes.find(({ id }) => id === typeId);
    return type ? issueTypeAnswer(origin, type) : null;
  },
  status: ({ origin, state }, { statusId }) => {
    const status = state.statuses.find(({ id }) => id === statusId);
    return status ? statusAnswer(origin, status) : null;
  },
  project: ({ origin, state }, { projectId }) => {
    const project = state.projects[projectId];
    return project ? projectAnswer(origin, project) : null;
  },
  parent: (view, { parentId }) => {
    const parent = view.state.issues[parentId ?? ''];
    return parent && seesIssue(view.state, view.accountId, parent) ? linked(view, parent) : null;
  },
  assignee: ({ origin, state }, issue) => personWithId(origin, state, issue.assigneeId),
  reporter: ({ origin, state }, issue) => personWithId(origin, state, issue.reporterId),
  creator: ({ origin, state }, issue) => personWithId(origin, state, issue.creatorId),
  priority: ({ origin }, issue) => priorityWithId(origin, issue.priorityId),
  labels: (_view, issue) => issue.labels,
  created: (_view, issue) => jiraTime(issue.created),
  updated: (_view, issue) => jiraTime(issue.updated),
  duedate: (_view, issue) => issue.dueDate,
  resolution: ({ origin }, issue) =>
    issue.resolved === null
      ? null
      : { self: `${origin}/rest/api/3/resolution/${doneResolution.id}`, ...doneResolution },
  resolutiondate: (_view, { resolved }) => (resolved === null ? null : jiraTime(resolved)),
  security: ({ origin, state }, { securityLevelId }) => {
    const level = state.securityLevels.find(({ id }) => id === securityLevelId);
    if (level === undefined) return null;
    const { id, name } = level;
    return { self: `${origin}/rest/api/3/securitylevel/${id}`, id, name, description: '' };
  },
  issuelinks: (view, issue) =>
    linksOf(view.state, issue.id).flatMap((link) => linkAnswer(view, issue.id, link) ?? []),
  subtasks: (view, issue) =>
    childrenOf(view.state, issue.id)
      .filter((child) => isSubtask(view.state, child))
      .filter((child) => seesIssue(view.state, view.accountId, child))
      .map((child) => linked(view, child)),
  comment: ({ origin, state }, issue) => {
    const comments = state.comments[issue.id] ?? [];
    return {
      comments: comments.map((each) => commentAnswer(origin, state, each)),
      self: `${origin}/rest/api/3/issue/${issue.id}/comment`,
      maxResults: comments.length,
      total: comments.length,
      startAt: 0,
    };
  },
  worklog: ({ origin, state }, issue) => {
    const worklogs = state.worklogs?.[issue.id] ?? [];
    const page = worklogs.slice(0, worklogsInIssue);
    return {
      startAt: 0,
      maxResults: worklogsInIssue,
      total: worklogs.length,
      worklogs: page.map((each) => worklogAnswer(origin, state, each)),
    };
  },
  attachment: ({ origin, state }, issue) =>
    (state.attachments?.[issue.id] ?? []).map((each) => attachmentAnswer(origin, state, each)),
};

/** An issue answers with its first worklogs only. */
const worklogsInIssue = 20;

/** An issue in Jira's shape, with the fields, properties and expansions asked for. */
export function issueAnswer(view: View, issue: Issue, asked: Asked): JsonObject {
  const { origin, state } = view;
  const ids = fieldsAsked(state, issue, asked.fields);
  const stored = state.issueProperties[issue.id] ?? {};
  const all = asked.properties.includes('*all');
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${origin}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    fields: Object.fromEntries(ids.map((id) => [id, fieldValue(view, issue, id)])),
    ...(asked.properties.length > 0 && {
      properties: Object.fromEntries(
        Object.entries(stored).filter(([key]) => all || asked.properties.includes(key)),
      ),
    }),
    ...describedFields(
      asked.expand,
      fieldDefinitions.filter(({ id }) => ids.includes(id)),
    ),
    ...(asked.expand.includes('changelog') && { changelog: changelogOf(view, issue) }),
  };
}

/** The expansion gives the newest changes only. */
const historiesInIssue = 100;

/** Newest first, as the expansion gives it; the changelog resource itself has the oldest first. */
function changelogOf({ origin, state }: View, issue: Issue): JsonObject {
  const histories = [...(state.histories[issue.id] ?? [])].reverse();
  const page = histories.slice(0, historiesInIssue);
  return {
    startAt: 0,
    maxResults: page.length,
    total: histories.length,
    histories: page.map((each) => historyAnswer(origin, state, each)),
  };
}

function fieldValue(view: View, issue: Issue, id: string): Json {
  const project = view.state.projects[issue.projectId];
  if (project !== undefined && pointsFieldOf(project) === id) return issue.points;
  return readers[id]?.(view, issue) ?? null;
}

function fieldsAsked(state: State, issue: Issue, asked: readonly string[]): readonly string[] {
  const project = state.projects[issue.projectId];
  const known = project ? fieldsOfProject(project).map(({ id }) => id) : [];
  const wanted = new Set(asked.filter((id) => !id.startsWith('-')));
  const refused = new Set(asked.filter((id) => id.startsWith('-')).map((id) => id.slice(1)));
  const every = wanted.has('*all') || wanted.size === 0;
  const navigable = wanted.has('*navigable');
  return known.filter(
    (id) => !refused.has(id) && (every || wanted.has(id) || (navigable && !unnavigable.has(id))),
  );
}

const unnavigable = new Set(['comment', 'worklog', 'attachment']);

/** A short answer for an issue that another one names. */
function linked(view: View, issue: Issue): JsonObject {
  const { origin } = view;
  const short = ['summary', 'status', 'priority', 'issuetype'];
  return {
    id: issue.id,
    key: issue.key,
    self: `${origin}/rest/api/3/issue/${issue.id}`,
    fields: Object.fromEntries(short.map((id) => [id, fieldValue(view, issue, id)])),
  };
}

/** A link as one of its issues shows it; undefined where the other one may not be seen. */
function linkAnswer(view: View, ownId: string, link: Link): JsonObject | undefined {
  const { origin, state, accountId } = view;
  const outward = link.inwardIssueId === ownId;
  const other = state.issues[otherEnd(link, ownId)];
  if (other === undefined || !seesIssue(state, accountId, other)) return undefined;
  return {
    id: link.id,
    self: `${origin}/rest/api/3/issueLink/${link.id}`,
    type: linkTypeAnswer(view, link.typeId),
    [outward ? 'outwardIssue' : 'inwardIssue']: linked(view, other),
  };
}

export function linkTypeAnswer({ origin, state }: View, typeId: string): Json {
  const type = state.linkTypes.find(({ id }) => id === typeId);
  return type ? { ...type, self: `${origin}/rest/api/3/issueLinkType/${type.id}` } : null;
}

/** Both sides of a link, for who sees both. */
export function wholeLinkAnswer(view: View, link: Link): JsonObject | undefined {
  const [inward, outward] = [link.inwardIssueId, link.outwardIssueId].map(
    (id) => view.state.issues[id],
  );
  if (inward === undefined || outward === undefined) return undefined;
  if (![inward, outward].every((each) => seesIssue(view.state, view.accountId, each))) {
    return undefined;
  }
  return {
    id: link.id,
    self: `${view.origin}/rest/api/3/issueLink/${link.id}`,
    type: linkTypeAnswer(view, link.typeId),
    inwardIssue: linked(view, inward),
    outwardIssue: linked(view, outward),
  };
}
