import type { Json } from '../../src/domain/use-case/json';
import { propertyKeys } from '../../src/domain/use-case/stored-record';
import { aStoredDocument, aStoredUseCase } from '../../test/builders/stored-record';
import type { Issue, IssueType, Permission, Project, State, Status } from '../jira/state';
import { ines, jonas, mira, people, priya, sanne } from './people';
import { plainIssues } from './retailer-issues';
import { useCases } from './retailer-use-cases';
import type { TellIssue } from './tell-issue';

const issueTypes: readonly IssueType[] = [
  { id: '10000', name: 'Epic', subtask: false, hierarchyLevel: 1 },
  { id: '10001', name: 'Story', subtask: false, hierarchyLevel: 0 },
  { id: '10002', name: 'Task', subtask: false, hierarchyLevel: 0 },
  { id: '10003', name: 'Bug', subtask: false, hierarchyLevel: 0 },
  { id: '10004', name: 'Sub-task', subtask: true, hierarchyLevel: -1 },
];

const statuses: readonly Status[] = [
  { id: '1', name: 'To do', category: 'new' },
  { id: '2', name: 'In refinement', category: 'indeterminate' },
  { id: '3', name: 'In progress', category: 'indeterminate' },
  { id: '4', name: 'Done', category: 'done' },
];

const ids = (...some: readonly { readonly accountId: string }[]): readonly string[] =>
  some.map(({ accountId }) => accountId);

const grants: Readonly<Record<Permission, readonly string[]>> = {
  BROWSE_PROJECTS: ids(mira, jonas, ines, priya, sanne),
  EDIT_ISSUES: ids(mira, ines, priya, sanne),
  DELETE_ISSUES: ids(mira, ines),
  ADMINISTER_PROJECTS: ids(ines),
};

const projects: readonly Project[] = [
  {
    id: '10000',
    key: 'CDP',
    name: 'Customer data',
    typeKey: 'software',
    simplified: false,
    leadId: ines.accountId,
    grants,
  },
  {
    id: '10001',
    key: 'SHOP',
    name: 'Shop front',
    typeKey: 'software',
    simplified: true,
    leadId: priya.accountId,
    grants,
  },
  {
    id: '10002',
    key: 'HELP',
    name: 'Customer service',
    typeKey: 'service_desk',
    simplified: false,
    leadId: sanne.accountId,
    grants,
  },
];

/** Harbour & Pine, a retailer of house and home, in the first year of its customer data programme. */
export function retailer(): State {
  const told = [...plainIssues, ...useCases];
  const issues = told.map((issue) => tell(issue));
  return {
    world: 'retailer',
    site: { name: 'Harbour & Pine', cloudId: '6f1d7a34-local' },
    people,
    projects: byId(projects),
    issueTypes,
    statuses,
    issues: byId(issues),
    issueProperties: Object.fromEntries(told.map((issue) => [idOf(issue.key), recordsOf(issue)])),
    projectProperties: {},
  };
}

function tell(issue: TellIssue): Issue {
  const [projectKey = ''] = issue.key.split('-');
  const number = Number(issue.key.slice(projectKey.length + 1));
  const day = String((number % 27) + 1).padStart(2, '0');
  return {
    id: idOf(issue.key),
    key: issue.key,
    projectId: idWhere(projects, ({ key }) => key === projectKey),
    typeId: idWhere(issueTypes, ({ name }) => name === issue.type),
    statusId: idWhere(statuses, ({ name }) => name === issue.status),
    summary: issue.summary,
    description: issue.description ?? [],
    parentId: issue.parent === undefined ? null : idOf(issue.parent),
    assigneeId: issue.assignee?.accountId ?? null,
    reporterId: mira.accountId,
    labels: issue.labels ?? [],
    points: issue.points ?? null,
    created: `2026-10-${day}T09:00:00.000+0000`,
    updated: `2026-11-${day}T09:00:00.000+0000`,
  };
}

function recordsOf({ useCase, document, saved }: TellIssue): Readonly<Record<string, Json>> {
  return {
    ...(useCase && { [propertyKeys.useCase]: aStoredUseCase(useCase, saved) }),
    ...(document && { [propertyKeys.document]: aStoredDocument(document, saved) }),
  };
}

/** Ids as Jira gives them: numbers with no meaning, stable for the tests. */
function idOf(key: string): string {
  const [projectKey = '', number = ''] = key.split('-');
  const project = projects.findIndex(({ key: each }) => each === projectKey);
  return String(10_000 * (project + 2) + Number(number));
}

function byId<Item extends { readonly id: string }>(
  items: readonly Item[],
): Readonly<Record<string, Item>> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

function idWhere<Item extends { readonly id: string }>(
  items: readonly Item[],
  matches: (item: Item) => boolean,
): string {
  return items.find(matches)?.id ?? '';
}
