import type { Json, JsonObject } from '../../src/domain/use-case/json';
import type { LinkType, Project } from './state';

/** A field of an issue, as `GET /field` describes it. */
export type FieldDefinition = {
  readonly id: string;
  readonly name: string;
  readonly clauseNames: readonly string[];
  readonly schema: JsonObject;
  /** Only projects of this kind have it; `undefined` for all. */
  readonly only?: 'team-managed' | 'company-managed';
};

const system = (
  id: string,
  name: string,
  type: string,
  more: { readonly clauseNames?: readonly string[]; readonly items?: string } = {},
): FieldDefinition => ({
  id,
  name,
  clauseNames: more.clauseNames ?? [id],
  schema: { type, ...(more.items !== undefined && { items: more.items }), system: id },
});

const number = (
  customId: number,
  name: string,
  custom: string,
  only: 'team-managed' | 'company-managed',
): FieldDefinition => ({
  id: `customfield_${String(customId)}`,
  name,
  clauseNames: [`cf[${String(customId)}]`, name],
  schema: { type: 'number', custom, customId },
  only,
});

/** The estimation fields: one of company-managed projects, one of team-managed ones. */
export const storyPoints = 'customfield_10026';
export const storyPointEstimate = 'customfield_10016';

export const fieldDefinitions: readonly FieldDefinition[] = [
  system('summary', 'Summary', 'string'),
  system('description', 'Description', 'string'),
  system('issuetype', 'Issue Type', 'issuetype', { clauseNames: ['issuetype', 'type'] }),
  system('status', 'Status', 'status'),
  system('project', 'Project', 'project'),
  system('parent', 'Parent', 'issuelink'),
  system('assignee', 'Assignee', 'user'),
  system('reporter', 'Reporter', 'user'),
  system('creator', 'Creator', 'user'),
  system('priority', 'Priority', 'priority'),
  system('labels', 'Labels', 'array', { items: 'string' }),
  system('created', 'Created', 'datetime', { clauseNames: ['created', 'createdDate'] }),
  system('updated', 'Updated', 'datetime', { clauseNames: ['updated', 'updatedDate'] }),
  system('duedate', 'Due date', 'date', { clauseNames: ['due', 'duedate'] }),
  system('resolution', 'Resolution', 'resolution'),
  system('resolutiondate', 'Resolved', 'datetime', {
    clauseNames: ['resolutiondate', 'resolved'],
  }),
  system('security', 'Security Level', 'securitylevel', { clauseNames: ['level'] }),
  system('issuelinks', 'Linked Issues', 'array', { items: 'issuelinks', clauseNames: [] }),
  system('subtasks', 'Sub-tasks', 'array', { items: 'issuelinks', clauseNames: ['subtasks'] }),
  system('comment', 'Comment', 'comments-page', { clauseNames: ['comment'] }),
  system('worklog', 'Log Work', 'array', { items: 'worklog', clauseNames: [] }),
  system('attachment', 'Attachment', 'array', { items: 'attachment', clauseNames: [] }),
  number(
    10016,
    'Story point estimate',
    'com.pyxis.greenhopper.jira:jsw-story-points',
    'team-managed',
  ),
  number(
    10026,
    'Story Points',
    'com.atlassian.jira.plugin.system.customfieldtypes:float',
    'company-managed',
  ),
];

/** The estimation field of a project. */
export function pointsFieldOf(project: Project): string {
  return project.simplified ? storyPointEstimate : storyPoints;
}

/** The fields that issues of a project have. */
export function fieldsOfProject(project: Project): readonly FieldDefinition[] {
  const kind = project.simplified ? 'team-managed' : 'company-managed';
  return fieldDefinitions.filter(({ only }) => only === undefined || only === kind);
}

/** The names and schemas of fields, as far as a request expands them. */
export function describedFields(
  expand: readonly string[],
  fields: readonly FieldDefinition[],
): JsonObject {
  const by = (how: (field: FieldDefinition) => Json): JsonObject =>
    Object.fromEntries(fields.map((field) => [field.id, how(field)]));
  return {
    ...(expand.includes('names') && { names: by(({ name }) => name) }),
    ...(expand.includes('schema') && { schema: by(({ schema }) => schema) }),
  };
}

export type Priority = { readonly id: string; readonly name: string; readonly color: string };

/** Jira's five priorities, the most urgent first. */
export const priorities: readonly Priority[] = [
  { id: '1', name: 'Highest', color: '#d04437' },
  { id: '2', name: 'High', color: '#f15C75' },
  { id: '3', name: 'Medium', color: '#f79232' },
  { id: '4', name: 'Low', color: '#707070' },
  { id: '5', name: 'Lowest', color: '#999999' },
];

/** The resolution that the workflow sets on what is done. */
export const doneResolution = { id: '10000', name: 'Done', description: 'Work is complete.' };

/** Jira's own link types. */
export const linkTypes: readonly LinkType[] = [
  { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: '10001', name: 'Cloners', inward: 'is cloned by', outward: 'clones' },
  { id: '10002', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
  { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
  { id: '10004', name: 'Implement', inward: 'is implemented by', outward: 'implements' },
];
