import type { Json, JsonObject } from '../../../src/domain/use-case/json';
import { issueTypeAnswer, personWithId, projectAnswer, statusAnswer } from '../answers';
import {
  administers,
  listed,
  listParameter,
  ok,
  pageOf,
  param,
  projectOf,
  type Call,
  type Operation,
} from '../operation';
import { own } from '../../own';
import { holds } from '../permissions';
import { JiraError, noSuchProject } from '../problem';
import { issueTypesOf, statusesOf } from '../schemes';
import type { Permission, Project, ProjectRole } from '../state';

/** Projects: who works in them, and with which types and statuses. */
export const projectOperations: readonly Operation[] = [
  {
    operationId: 'getProject',
    method: 'GET',
    path: '/rest/api/3/project/:projectIdOrKey',
    partial: 'no components or versions',
    handle: (call) => ok(projectDetails(call, projectOf(call))),
  },
  {
    operationId: 'searchProjects',
    method: 'GET',
    path: '/rest/api/3/project/search',
    partial: 'no categories, no property query; ordered by key or name',
    handle: (call) => {
      const { store, query, identity } = call;
      const action = own(actions, query.get('action') ?? 'view');
      if (action === undefined) throw new JiraError(400, ['The action is not valid.']);
      const projects = Object.values(store.state().projects)
        .filter((project) => holds(project, identity.accountId, action))
        .filter((project) => isAsked(query, project))
        .sort(byOrder(query.get('orderBy') ?? 'key'));
      const expand = listParameter(query, 'expand') ?? [];
      const properties = listParameter(query, 'properties') ?? [];
      const answers = projects.map((project) => ({
        ...projectAnswer(call.origin, project),
        style: styleOf(project),
        isPrivate: false,
        ...(expand.includes('lead') && { lead: leadOf(call, project) }),
        ...(expand.includes('issueTypes') && { issueTypes: typesOf(call, project) }),
        ...(properties.length > 0 && { properties: propertiesOf(call, project, properties) }),
      }));
      const page = pageOf(call, answers, { fallback: 50, most: 50 });
      return ok({ self: `${call.origin}/rest/api/3/project/search`, ...page }, page.values.length);
    },
  },
  {
    operationId: 'getAllStatuses',
    method: 'GET',
    path: '/rest/api/3/project/:projectIdOrKey/statuses',
    partial: 'every type has every status',
    handle: (call) => {
      const project = projectOf(call);
      const state = call.store.state();
      const statuses = statusesOf(state, project).map((each) => statusAnswer(call.origin, each));
      const types = issueTypesOf(state, project).map(({ id, name, subtask }) => {
        return { self: `${call.origin}/rest/api/3/issuetype/${id}`, id, name, subtask, statuses };
      });
      return listed(types);
    },
  },
  {
    operationId: 'getProjectRoles',
    method: 'GET',
    path: '/rest/api/3/project/:projectIdOrKey/role',
    handle: (call) => ok(roleAddresses(call, administered(call))),
  },
  {
    operationId: 'getProjectRole',
    method: 'GET',
    path: '/rest/api/3/project/:projectIdOrKey/role/:id',
    partial: 'people only, no groups',
    handle: (call) => {
      const project = administered(call);
      const role = project.roles.find(({ id }) => id === param(call, 'id'));
      if (role === undefined) throw new JiraError(404, ['Can not find the role.']);
      return ok({
        self: roleAddress(call, project, role),
        id: Number(role.id),
        name: role.name,
        description: '',
        actors: actorsOf(call, role),
      });
    },
  },
];

/** Roles are for who administers the project; to others it is not there. */
function administered(call: Call): Project {
  const project = projectOf(call);
  if (administers(call, project)) return project;
  throw noSuchProject(project.key);
}

const actions: Readonly<Record<string, Permission>> = {
  view: 'BROWSE_PROJECTS',
  browse: 'BROWSE_PROJECTS',
  edit: 'ADMINISTER_PROJECTS',
  create: 'CREATE_ISSUES',
};

function isAsked(query: URLSearchParams, { id, key, name, typeKey }: Project): boolean {
  const text = query.get('query')?.toLowerCase() ?? '';
  const narrowed = [
    [listParameter(query, 'keys'), key],
    [listParameter(query, 'id'), id],
    [listParameter(query, 'typeKey'), typeKey],
  ] as const;
  return (
    narrowed.every(([wanted, own]) => wanted?.includes(own) ?? true) &&
    [key, name].some((each) => each.toLowerCase().includes(text))
  );
}

function byOrder(orderBy: string): (left: Project, right: Project) => number {
  const sign = orderBy.startsWith('-') ? -1 : 1;
  const field = orderBy.replace(/^[+-]/u, '') === 'name' ? 'name' : 'key';
  return (left, right) => sign * left[field].localeCompare(right[field], 'en');
}

function styleOf({ simplified }: Project): string {
  return simplified ? 'next-gen' : 'classic';
}

function leadOf(call: Call, { leadId }: Project): Json {
  return personWithId(call.origin, call.store.state(), leadId);
}

function typesOf(call: Call, project: Project): readonly Json[] {
  return issueTypesOf(call.store.state(), project).map((type) =>
    issueTypeAnswer(call.origin, type),
  );
}

function propertiesOf(call: Call, project: Project, asked: readonly string[]): JsonObject {
  const stored = call.store.state().projectProperties[project.id] ?? {};
  const every = asked.includes('*all');
  return Object.fromEntries(Object.entries(stored).filter(([key]) => every || asked.includes(key)));
}

function roleAddress(call: Call, project: Project, role: ProjectRole): string {
  return `${call.origin}/rest/api/3/project/${project.id}/role/${role.id}`;
}

function roleAddresses(call: Call, project: Project): JsonObject {
  return Object.fromEntries(
    project.roles.map((role) => [role.name, roleAddress(call, project, role)]),
  );
}

function actorsOf(call: Call, role: ProjectRole): readonly Json[] {
  return call.store
    .state()
    .people.filter(({ accountId }) => role.accountIds.includes(accountId))
    .map((person, index) => ({
      id: Number(role.id) * 10 + index,
      displayName: person.displayName,
      type: 'atlassian-user-role-actor',
      actorUser: { accountId: person.accountId },
    }));
}

function projectDetails(call: Call, project: Project): JsonObject {
  return {
    ...projectAnswer(call.origin, project),
    style: styleOf(project),
    isPrivate: false,
    description: '',
    lead: leadOf(call, project),
    components: [],
    versions: [],
    assigneeType: 'UNASSIGNED',
    issueTypes: typesOf(call, project),
    roles: roleAddresses(call, project),
    properties: propertiesOf(call, project, listParameter(call.query, 'properties') ?? []),
  };
}
