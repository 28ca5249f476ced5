import type { Json } from '../../../src/domain/use-case/json';
import { issueTypeAnswer, priorityAnswer, statusAnswer } from '../answers';
import { fieldDefinitions, priorities } from '../catalogue';
import { ok, pageOf, param, seenProject, type Call, type Operation } from '../operation';
import { seesIssue, visibleProject } from '../permissions';
import { JiraError } from '../problem';
import { issueTypesOf } from '../schemes';
import type { Status } from '../state';

/** What issues are made of: fields, types, statuses, priorities, labels; and the site itself. */
export const catalogueOperations: readonly Operation[] = [
  {
    operationId: 'getFields',
    method: 'GET',
    path: '/rest/api/3/field',
    partial: 'the fields that local Jira keeps; fields of apps are not there',
    handle: (call) => ok(fieldAnswers(call), fieldDefinitions.length),
  },
  {
    operationId: 'getIssueAllTypes',
    method: 'GET',
    path: '/rest/api/3/issuetype',
    handle: (call) => {
      const types = call.store
        .state()
        .issueTypes.filter(({ projectId }) => projectId === null || isVisible(call, projectId));
      return ok(
        types.map((type) => issueTypeAnswer(call.origin, type)),
        types.length,
      );
    },
  },
  {
    operationId: 'getIssueTypesForProject',
    method: 'GET',
    path: '/rest/api/3/issuetype/project',
    handle: (call) => {
      const asked = call.query.get('projectId');
      if (asked === null) throw new JiraError(400, ['The projectId query parameter is required.']);
      const level = call.query.get('level');
      const types = issueTypesOf(call.store.state(), seenProject(call, asked)).filter(
        ({ hierarchyLevel }) => level === null || hierarchyLevel === Number(level),
      );
      return ok(
        types.map((type) => issueTypeAnswer(call.origin, type)),
        types.length,
      );
    },
  },
  {
    operationId: 'getIssueType',
    method: 'GET',
    path: '/rest/api/3/issuetype/:id',
    handle: (call) => {
      const type = call.store.state().issueTypes.find(({ id }) => id === param(call, 'id'));
      if (type === undefined || (type.projectId !== null && !isVisible(call, type.projectId))) {
        throw new JiraError(404, [`The issue type with id '${param(call, 'id')}' does not exist`]);
      }
      return ok(issueTypeAnswer(call.origin, type));
    },
  },
  {
    operationId: 'getStatuses',
    method: 'GET',
    path: '/rest/api/3/status',
    handle: (call) => {
      const statuses = visibleStatuses(call);
      return ok(
        statuses.map((status) => statusAnswer(call.origin, status)),
        statuses.length,
      );
    },
  },
  {
    operationId: 'getStatus',
    method: 'GET',
    path: '/rest/api/3/status/:idOrName',
    handle: (call) => {
      const asked = param(call, 'idOrName');
      const status = visibleStatuses(call).find(({ id, name }) => id === asked || name === asked);
      if (status === undefined) {
        throw new JiraError(404, [`The status with id '${asked}' does not exist`]);
      }
      return ok(statusAnswer(call.origin, status));
    },
  },
  {
    operationId: 'getPriorities',
    method: 'GET',
    path: '/rest/api/3/priority',
    handle: (call) =>
      ok(
        priorities.map((priority) => ({
          ...priorityAnswer(call.origin, priority),
          statusColor: priority.color,
          description: '',
        })),
        priorities.length,
      ),
  },
  {
    operationId: 'getAllLabels',
    method: 'GET',
    path: '/rest/api/3/label',
    handle: (call) => {
      const state = call.store.state();
      const labels = Object.values(state.issues)
        .filter((issue) => seesIssue(state, call.identity.accountId, issue))
        .flatMap((issue) => issue.labels);
      return ok(pageOf(call, [...new Set(labels)].sort(), { fallback: 1_000, most: 1_000 }));
    },
  },
  {
    operationId: 'getIssueSecurityLevel',
    method: 'GET',
    path: '/rest/api/3/securitylevel/:id',
    handle: (call) => {
      const level = call.store
        .state()
        .securityLevels.find(
          ({ id, projectId }) => id === param(call, 'id') && isVisible(call, projectId),
        );
      if (level === undefined) throw new JiraError(404, ['The security level does not exist.']);
      const { id, name } = level;
      return ok({
        self: `${call.origin}/rest/api/3/securitylevel/${id}`,
        id,
        name,
        description: '',
      });
    },
  },
  {
    operationId: 'getServerInfo',
    method: 'GET',
    path: '/rest/api/3/serverInfo',
    handle: (call) =>
      ok({
        baseUrl: call.origin,
        version: '1001.0.0-SNAPSHOT',
        versionNumbers: [1001, 0, 0],
        deploymentType: 'Cloud',
        buildNumber: 100_000,
        buildDate: '2026-06-10T00:00:00.000+0000',
        serverTime: new Date(call.clock()).toISOString().replace('Z', '+0000'),
        scmInfo: 'local',
        serverTitle: call.store.state().site.name,
        serverTimeZone: 'Europe/Amsterdam',
      }),
  },
];

function isVisible(call: Call, projectId: string): boolean {
  return visibleProject(call.store.state(), call.identity.accountId, projectId) !== undefined;
}

function visibleStatuses(call: Call): readonly Status[] {
  return call.store
    .state()
    .statuses.filter(({ projectId }) => projectId === null || isVisible(call, projectId));
}

function fieldAnswers(call: Call): readonly Json[] {
  const { projects } = call.store.state();
  const kinds = new Set(
    Object.values(projects).map(({ simplified }) =>
      simplified ? 'team-managed' : 'company-managed',
    ),
  );
  return fieldDefinitions
    .filter(({ only }) => only === undefined || kinds.has(only))
    .map(({ id, name, clauseNames, schema }) => {
      const custom = id.startsWith('customfield_');
      const searchable = clauseNames.length > 0;
      return {
        id,
        key: id,
        name,
        custom,
        orderable: !['created', 'updated', 'creator', 'status'].includes(id),
        navigable: id !== 'comment',
        searchable,
        clauseNames,
        schema,
      };
    });
}
