import type { Json } from '../../../src/domain/use-case/json';
import { issueTypeAnswer, jiraTime, priorityAnswer, statusAnswer } from '../answers';
import { fieldDefinitions, priorities } from '../catalogue';
import {
  listed,
  momentOf,
  ok,
  pageOf,
  param,
  seenProject,
  type Call,
  type Operation,
} from '../operation';
import { seesIssue, visibleProject } from '../permissions';
import { JiraError } from '../problem';
import { issueTypesOf } from '../schemes';

/** What issues are made of: fields, types, statuses, priorities, labels; and the site itself. */
export const catalogueOperations: readonly Operation[] = [
  {
    operationId: 'getFields',
    method: 'GET',
    path: '/rest/api/3/field',
    partial: 'the fields that local Jira keeps; fields of apps are not there',
    handle: (call) => listed(fieldAnswers(call)),
  },
  {
    operationId: 'getIssueAllTypes',
    method: 'GET',
    path: '/rest/api/3/issuetype',
    handle: (call) => {
      const types = visibleOnes(call, call.store.state().issueTypes);
      return listed(types.map((type) => issueTypeAnswer(call.origin, type)));
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
      return listed(types.map((type) => issueTypeAnswer(call.origin, type)));
    },
  },
  {
    operationId: 'getIssueType',
    method: 'GET',
    path: '/rest/api/3/issuetype/:id',
    handle: (call) => {
      const { issueTypes } = call.store.state();
      const type = visibleOnes(call, issueTypes).find(({ id }) => id === param(call, 'id'));
      if (type === undefined) {
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
      const statuses = visibleOnes(call, call.store.state().statuses);
      return listed(statuses.map((status) => statusAnswer(call.origin, status)));
    },
  },
  {
    operationId: 'getStatus',
    method: 'GET',
    path: '/rest/api/3/status/:idOrName',
    handle: (call) => {
      const asked = param(call, 'idOrName');
      const status = visibleOnes(call, call.store.state().statuses).find(
        ({ id, name }) => id === asked || name === asked,
      );
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
      listed(
        priorities.map((priority) => ({
          ...priorityAnswer(call.origin, priority),
          statusColor: priority.color,
          description: '',
        })),
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
      const { securityLevels } = call.store.state();
      const level = visibleOnes(call, securityLevels).find(({ id }) => id === param(call, 'id'));
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
        serverTime: jiraTime(momentOf(call)),
        scmInfo: 'local',
        serverTitle: call.store.state().site.name,
        serverTimeZone: 'Europe/Amsterdam',
      }),
  },
];

function isVisible(call: Call, projectId: string): boolean {
  return visibleProject(call.store.state(), call.identity.accountId, projectId) !== undefined;
}

/** What belongs to the site, or to a project that the person sees. */
function visibleOnes<Item extends { readonly projectId: string | null }>(
  call: Call,
  items: readonly Item[],
): readonly Item[] {
  return items.filter(({ projectId }) => projectId === null || isVisible(call, projectId));
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
