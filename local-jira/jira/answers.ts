import type { Json, JsonObject } from '../../src/domain/use-case/json';
import { priorities, type Priority } from './catalogue';
import type {
  Attachment,
  Comment,
  IssueType,
  Person,
  Project,
  State,
  Status,
  Worklog,
} from './state';

/** Jira's shapes for what the store holds. `origin` is the site's address. */
export function personAnswer(origin: string, person: Person): JsonObject {
  const avatar = `${origin}/avatars/${person.accountId}.svg`;
  return {
    self: `${origin}/rest/api/3/user?accountId=${encodeURIComponent(person.accountId)}`,
    accountId: person.accountId,
    accountType: person.role === 'app' ? 'app' : 'atlassian',
    emailAddress: person.email,
    displayName: person.displayName,
    active: true,
    timeZone: 'Europe/Amsterdam',
    avatarUrls: { '16x16': avatar, '24x24': avatar, '32x32': avatar, '48x48': avatar },
  };
}

/** The person with an account id in Jira's shape; `null` where there is none. */
export function personWithId(origin: string, state: State, accountId: string | null): Json {
  const person = state.people.find((each) => each.accountId === accountId);
  return person ? personAnswer(origin, person) : null;
}

/** Names the project that a type or status of a team-managed project belongs to. */
function scopeOf(projectId: string | null): JsonObject {
  return projectId === null ? {} : { scope: { type: 'PROJECT', project: { id: projectId } } };
}

export function issueTypeAnswer(origin: string, type: IssueType): JsonObject {
  return {
    self: `${origin}/rest/api/3/issuetype/${type.id}`,
    id: type.id,
    name: type.name,
    description: '',
    iconUrl: `${origin}/icons/${type.id}.svg`,
    subtask: type.subtask,
    hierarchyLevel: type.hierarchyLevel,
    ...scopeOf(type.projectId),
  };
}

const categories = {
  new: { id: 2, key: 'new', name: 'To Do', colorName: 'blue-gray' },
  indeterminate: { id: 4, key: 'indeterminate', name: 'In Progress', colorName: 'yellow' },
  done: { id: 3, key: 'done', name: 'Done', colorName: 'green' },
} as const;

export function statusAnswer(origin: string, status: Status): JsonObject {
  const category = categories[status.category];
  return {
    self: `${origin}/rest/api/3/status/${status.id}`,
    id: status.id,
    name: status.name,
    description: '',
    iconUrl: `${origin}/icons/status.svg`,
    statusCategory: {
      self: `${origin}/rest/api/3/statuscategory/${String(category.id)}`,
      ...category,
    },
    ...scopeOf(status.projectId),
  };
}

/** The name that a status category has in JQL and on the page. */
export function categoryName(status: Status): string {
  return categories[status.category].name;
}

export function priorityAnswer(origin: string, priority: Priority): JsonObject {
  return {
    self: `${origin}/rest/api/3/priority/${priority.id}`,
    id: priority.id,
    name: priority.name,
    iconUrl: `${origin}/icons/priority-${priority.id}.svg`,
  };
}

export function priorityWithId(origin: string, id: string): Json {
  const priority = priorities.find((each) => each.id === id);
  return priority ? priorityAnswer(origin, priority) : null;
}

export function projectAnswer(origin: string, project: Project): JsonObject {
  const avatar = `${origin}/avatars/project-${project.id}.svg`;
  return {
    self: `${origin}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.typeKey,
    simplified: project.simplified,
    avatarUrls: { '16x16': avatar, '24x24': avatar, '32x32': avatar, '48x48': avatar },
  };
}

export function commentAnswer(origin: string, state: State, comment: Comment): JsonObject {
  return {
    self: `${origin}/rest/api/3/issue/${comment.issueId}/comment/${comment.id}`,
    id: comment.id,
    author: personWithId(origin, state, comment.authorId),
    body: comment.body,
    updateAuthor: personWithId(origin, state, comment.updaterId),
    created: jiraTime(comment.created),
    updated: jiraTime(comment.updated),
    jsdPublic: true,
  };
}

export function worklogAnswer(origin: string, state: State, worklog: Worklog): JsonObject {
  const created = jiraTime(worklog.created);
  return {
    self: `${origin}/rest/api/3/issue/${worklog.issueId}/worklog/${worklog.id}`,
    id: worklog.id,
    issueId: worklog.issueId,
    author: personWithId(origin, state, worklog.authorId),
    updateAuthor: personWithId(origin, state, worklog.authorId),
    created,
    updated: created,
    started: created,
    timeSpent: `${String(Math.round(worklog.seconds / 60))}m`,
    timeSpentSeconds: worklog.seconds,
  };
}

export function attachmentAnswer(origin: string, state: State, attachment: Attachment): JsonObject {
  const { id, authorId, filename, size, created } = attachment;
  return {
    self: `${origin}/rest/api/3/attachment/${id}`,
    id,
    filename,
    author: personWithId(origin, state, authorId),
    created: jiraTime(created),
    size,
    content: `${origin}/rest/api/3/attachment/content/${id}`,
  };
}

/** A moment as Jira writes it: "2026-11-22T10:00:00.000+0000". */
export function jiraTime(moment: string): string {
  return new Date(moment).toISOString().replace('Z', '+0000');
}
