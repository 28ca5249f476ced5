import type { JsonObject } from '../../src/domain/use-case/json';
import { issueAnswer, issueTypeAnswer, personAnswer, projectAnswer } from './answers';
import { listParameter, ok, param, type Call, type Operation } from './operation';
import { holds, visibleIssue, visibleProject } from './permissions';
import { forbidden, JiraError, noSuchIssue, noSuchProject } from './problem';
import type { Permission, Project } from './state';

const permissionNames: Readonly<Record<Permission, string>> = {
  BROWSE_PROJECTS: 'Browse Projects',
  EDIT_ISSUES: 'Edit Issues',
  DELETE_ISSUES: 'Delete Issues',
  ADMINISTER_PROJECTS: 'Administer Projects',
};

/** People, permissions, projects, issues and tasks. */
export const coreOperations: readonly Operation[] = [
  {
    operationId: 'getCurrentUser',
    method: 'GET',
    path: '/rest/api/3/myself',
    scopes: [
      ['read:jira-user'],
      ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'],
    ],
    partial: 'no groups or application roles',
    handle: (call) => ok(personOf(call, call.identity.accountId)),
  },
  {
    operationId: 'bulkGetUsers',
    method: 'GET',
    path: '/rest/api/3/user/bulk',
    scopes: [
      ['read:jira-user'],
      ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'],
    ],
    partial: 'all on one page',
    handle: (call) => {
      const ids = new Set(call.query.getAll('accountId'));
      if (ids.size === 0) throw new JiraError(400, ['The accountId query parameter is required.']);
      const people = call.store.state().people.filter(({ accountId }) => ids.has(accountId));
      return ok({
        self: `${call.origin}/rest/api/3/user/bulk`,
        maxResults: 200,
        startAt: 0,
        total: people.length,
        isLast: true,
        values: people.map((person) => personAnswer(call.origin, person)),
      });
    },
  },
  {
    operationId: 'getMyPermissions',
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    scopes: [['read:jira-work'], ['read:permission:jira']],
    partial: `knows ${Object.keys(permissionNames).join(', ')}`,
    handle: (call) => ok({ permissions: permissionsOf(call) }),
  },
  {
    operationId: 'getProject',
    method: 'GET',
    path: '/rest/api/3/project/:projectIdOrKey',
    scopes: [['read:jira-work'], ['read:project:jira', 'read:project.property:jira']],
    partial: 'no components, versions or roles',
    handle: (call) => {
      const idOrKey = param(call, 'projectIdOrKey');
      const project = visibleProject(call.store.state(), call.identity.accountId, idOrKey);
      if (!project) throw noSuchProject(idOrKey);
      return ok(projectDetails(call, project));
    },
  },
  {
    operationId: 'getIssue',
    method: 'GET',
    path: '/rest/api/3/issue/:issueIdOrKey',
    scopes: [['read:jira-work'], ['read:issue-meta:jira', 'read:issue:jira', 'read:status:jira']],
    partial: 'the fields that local Jira keeps; no expand',
    handle: (call) => {
      const state = call.store.state();
      const issue = visibleIssue(state, call.identity.accountId, param(call, 'issueIdOrKey'));
      if (!issue) throw noSuchIssue();
      return ok(
        issueAnswer(call.origin, state, issue, {
          fields: listParameter(call.query, 'fields'),
          properties: listParameter(call.query, 'properties') ?? [],
        }),
      );
    },
  },
  {
    operationId: 'deleteIssue',
    method: 'DELETE',
    path: '/rest/api/3/issue/:issueIdOrKey',
    scopes: [['write:jira-work'], ['delete:issue:jira']],
    handle: (call) => {
      const state = call.store.state();
      const issue = visibleIssue(state, call.identity.accountId, param(call, 'issueIdOrKey'));
      if (!issue) throw noSuchIssue();
      const project = state.projects[issue.projectId];
      if (!project || !holds(project, call.identity.accountId, 'DELETE_ISSUES')) {
        throw forbidden('You do not have permission to delete issues in this project.');
      }
      const children = Object.values(state.issues).filter(({ parentId }) => parentId === issue.id);
      const subtasks = children.filter((child) =>
        state.issueTypes.some(({ id, subtask }) => subtask && id === child.typeId),
      );
      if (subtasks.length > 0 && call.query.get('deleteSubtasks') !== 'true') {
        throw new JiraError(400, [
          'The issue has subtasks; set deleteSubtasks to delete them too.',
        ]);
      }
      for (const { id } of [...subtasks, issue])
        call.store.commit({ op: 'delete-issue', issueId: id });
      return { status: 204 };
    },
  },
  {
    operationId: 'getTask',
    method: 'GET',
    path: '/rest/api/3/task/:taskId',
    scopes: [['read:jira-work']],
    handle: (call) => {
      const task = call.tasks.find(param(call, 'taskId'));
      if (task === undefined) throw new JiraError(404, ['The task was not found.']);
      if (task.submittedBy !== call.identity.accountId)
        throw forbidden('Only its creator sees a task.');
      return ok({
        self: `${call.origin}/rest/api/3/task/${task.id}`,
        id: task.id,
        description: 'Set an entity property on issues',
        status: task.status,
        progress: task.finished === null ? 0 : 100,
        submitted: task.submitted,
        submittedBy: 10_000,
        lastUpdate: task.finished ?? task.submitted,
        elapsedRuntime: (task.finished ?? Date.now()) - task.submitted,
        ...(task.finished !== null && { started: task.submitted, finished: task.finished }),
      });
    },
  },
];

function personOf(call: Call, accountId: string): JsonObject {
  const person = call.store.state().people.find((each) => each.accountId === accountId);
  if (!person) throw new JiraError(404, ['The user does not exist.']);
  return personAnswer(call.origin, person);
}

function permissionsOf(call: Call): JsonObject {
  const asked = listParameter(call.query, 'permissions');
  if (asked === undefined) {
    throw new JiraError(400, ['The permissions query parameter is required.']);
  }
  const project = projectOfPermissions(call);
  return Object.fromEntries(
    asked.map((key, index) => {
      if (!Object.hasOwn(permissionNames, key)) {
        throw new JiraError(400, [`Unrecognized permission: ${key}`]);
      }
      const permission = key as Permission;
      const havePermission = project ? holds(project, call.identity.accountId, permission) : false;
      const name = permissionNames[permission];
      const id = String(index + 10);
      return [key, { id, key, name, type: 'PROJECT', description: name, havePermission }];
    }),
  );
}

function projectOfPermissions(call: Call): Project | undefined {
  const { accountId } = call.identity;
  const state = call.store.state();
  const issueId = call.query.get('issueId') ?? call.query.get('issueKey');
  if (issueId !== null) {
    const issue = visibleIssue(state, accountId, issueId);
    if (!issue) throw noSuchIssue();
    return state.projects[issue.projectId];
  }
  const projectId = call.query.get('projectId') ?? call.query.get('projectKey');
  if (projectId === null) return undefined;
  const project = visibleProject(state, accountId, projectId);
  if (!project) throw noSuchProject(projectId);
  return project;
}

function projectDetails(call: Call, project: Project): JsonObject {
  const state = call.store.state();
  const asked = listParameter(call.query, 'properties') ?? [];
  const stored = state.projectProperties[project.id] ?? {};
  const every = asked.includes('*all');
  return {
    ...projectAnswer(call.origin, project),
    description: '',
    lead: personOf(call, project.leadId),
    issueTypes: state.issueTypes.map((type) => issueTypeAnswer(call.origin, type)),
    properties: Object.fromEntries(
      Object.entries(stored).filter(([key]) => every || asked.includes(key)),
    ),
  };
}
