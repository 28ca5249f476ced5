import type { Json, JsonObject } from '../../src/domain/use-case/json';
import type { Issue, IssueType, Person, Project, State, Status } from './state';

/** Jira's shapes for what the store holds. `origin` is the site's address. */
export function personAnswer(origin: string, person: Person): JsonObject {
  const avatar = `${origin}/avatars/${person.accountId}.svg`;
  return {
    self: `${origin}/rest/api/3/user?accountId=${encodeURIComponent(person.accountId)}`,
    accountId: person.accountId,
    accountType: 'atlassian',
    emailAddress: person.email,
    displayName: person.displayName,
    active: true,
    timeZone: 'Europe/Amsterdam',
    locale: 'en_GB',
    avatarUrls: { '16x16': avatar, '24x24': avatar, '32x32': avatar, '48x48': avatar },
  };
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
  };
}

export function statusAnswer(origin: string, status: Status): JsonObject {
  const categories = {
    new: { id: 2, key: 'new', name: 'To Do', colorName: 'blue-gray' },
    indeterminate: { id: 4, key: 'indeterminate', name: 'In Progress', colorName: 'yellow' },
    done: { id: 3, key: 'done', name: 'Done', colorName: 'green' },
  };
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
  };
}

export function projectAnswer(origin: string, project: Project): JsonObject {
  return {
    self: `${origin}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.typeKey,
    simplified: project.simplified,
    style: project.simplified ? 'next-gen' : 'classic',
    isPrivate: false,
  };
}

/** An issue with the fields asked for; `undefined` asks for all that local Jira keeps. */
export function issueAnswer(
  origin: string,
  state: State,
  issue: Issue,
  asked: { readonly fields: readonly string[] | undefined; readonly properties: readonly string[] },
): JsonObject {
  const fields = fieldsOf(origin, state, issue);
  const wanted = asked.fields ?? Object.keys(fields);
  const all = wanted.includes('*all');
  const stored = state.issueProperties[issue.id] ?? {};
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${origin}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    fields: Object.fromEntries(
      Object.entries(fields).filter(([name]) => all || wanted.includes(name)),
    ),
    ...(asked.properties.length > 0 && {
      properties: Object.fromEntries(
        Object.entries(stored).filter(([key]) => asked.properties.includes(key)),
      ),
    }),
  };
}

function fieldsOf(origin: string, state: State, issue: Issue): Record<string, Json> {
  const person = (id: string | null): Json => {
    const found = state.people.find(({ accountId }) => accountId === id);
    return found ? personAnswer(origin, found) : null;
  };
  const type = state.issueTypes.find(({ id }) => id === issue.typeId);
  const status = state.statuses.find(({ id }) => id === issue.statusId);
  const project = state.projects[issue.projectId];
  const parent = issue.parentId === null ? undefined : state.issues[issue.parentId];
  return {
    summary: issue.summary,
    description: issue.description.length > 0 ? toAdf(issue.description) : null,
    issuetype: type ? issueTypeAnswer(origin, type) : null,
    status: status ? statusAnswer(origin, status) : null,
    project: project ? projectAnswer(origin, project) : null,
    parent: parent ? { id: parent.id, key: parent.key, fields: { summary: parent.summary } } : null,
    assignee: person(issue.assigneeId),
    reporter: person(issue.reporterId),
    labels: issue.labels,
    created: issue.created,
    updated: issue.updated,
  };
}

/** Rich text in Atlassian Document Format from paragraphs and "- " items. */
export function toAdf(paragraphs: readonly string[]): JsonObject {
  const content: Json[] = [];
  let items: Json[] = [];
  const paragraph = (text: string): JsonObject => ({
    type: 'paragraph',
    content: [{ type: 'text', text }],
  });
  const flush = (): void => {
    if (items.length > 0) content.push({ type: 'bulletList', content: items });
    items = [];
  };
  for (const text of paragraphs) {
    if (text.startsWith('- ')) {
      items.push({ type: 'listItem', content: [paragraph(text.slice(2))] });
    } else {
      flush();
      content.push(paragraph(text));
    }
  }
  flush();
  return { type: 'doc', version: 1, content };
}
