import { propertyLimit } from '../../src/domain/use-case/stored-record';
import { isJsonObject, type Json } from '../../src/domain/use-case/json';
import { jsonBody, ok, param, type Call, type Operation } from './operation';
import { holds, visibleIssue, visibleProject } from './permissions';
import { forbidden, JiraError, noSuchIssue, noSuchProject, noSuchProperty } from './problem';
import type { Issue, Project } from './state';
import type { PropertyWrite } from './tasks';

const readWork = [['read:jira-work'], ['read:issue.property:jira']];

/** Issue properties, single and in bulk, and project properties. */
export const propertyOperations: readonly Operation[] = [
  {
    operationId: 'getIssuePropertyKeys',
    method: 'GET',
    path: '/rest/api/3/issue/:issueIdOrKey/properties',
    scopes: readWork,
    handle: (call) => {
      const issue = issueOf(call);
      const keys = Object.keys(call.store.state().issueProperties[issue.id] ?? {});
      return ok({
        keys: keys.map((key) => ({ key, self: selfOfProperty(call, issue, key) })),
      });
    },
  },
  {
    operationId: 'getIssueProperty',
    method: 'GET',
    path: '/rest/api/3/issue/:issueIdOrKey/properties/:propertyKey',
    scopes: readWork,
    handle: (call) => {
      const key = param(call, 'propertyKey');
      const value = call.store.state().issueProperties[issueOf(call).id]?.[key];
      if (value === undefined) throw noSuchProperty(key);
      return ok({ key, value });
    },
  },
  {
    operationId: 'setIssueProperty',
    method: 'PUT',
    path: '/rest/api/3/issue/:issueIdOrKey/properties/:propertyKey',
    scopes: [['write:jira-work'], ['write:issue.property:jira']],
    handle: (call) => {
      const issue = editableIssue(call);
      const key = propertyKey(call);
      const value = propertyValue(call.body, jsonBody(call));
      const known = call.store.state().issueProperties[issue.id]?.[key] !== undefined;
      call.store.commit({ op: 'put-issue-property', issueIds: [issue.id], key, value });
      return { status: known ? 200 : 201, body: {} };
    },
  },
  {
    operationId: 'deleteIssueProperty',
    method: 'DELETE',
    path: '/rest/api/3/issue/:issueIdOrKey/properties/:propertyKey',
    scopes: [['write:jira-work'], ['delete:issue.property:jira']],
    handle: (call) => {
      const issue = editableIssue(call);
      const key = param(call, 'propertyKey');
      if (call.store.state().issueProperties[issue.id]?.[key] === undefined)
        throw noSuchProperty(key);
      call.store.commit({ op: 'delete-issue-property', issueId: issue.id, key });
      return { status: 204 };
    },
  },
  {
    operationId: 'bulkSetIssueProperty',
    method: 'PUT',
    path: '/rest/api/3/issue/properties/:propertyKey',
    scopes: [['write:jira-work'], ['read:jira-expressions:jira', 'write:issue.property:jira']],
    partial: 'constant values only, no Jira expressions',
    handle: (call) => {
      const task = call.tasks.submit(call.identity.accountId, propertyWrite(call));
      return { status: 303, headers: { location: `${call.origin}/rest/api/3/task/${task.id}` } };
    },
  },
  {
    operationId: 'getProjectProperty',
    method: 'GET',
    path: '/rest/api/3/project/:projectIdOrKey/properties/:propertyKey',
    scopes: [['read:jira-work'], ['read:project.property:jira']],
    handle: (call) => {
      const key = param(call, 'propertyKey');
      const value = call.store.state().projectProperties[projectOf(call).id]?.[key];
      if (value === undefined) throw noSuchProperty(key);
      return ok({ key, value });
    },
  },
  {
    operationId: 'setProjectProperty',
    method: 'PUT',
    path: '/rest/api/3/project/:projectIdOrKey/properties/:propertyKey',
    scopes: [['manage:jira-project'], ['write:project.property:jira']],
    handle: (call) => {
      const project = projectOf(call);
      if (!holds(project, call.identity.accountId, 'ADMINISTER_PROJECTS')) {
        throw forbidden('You do not have permission to administer this project.');
      }
      const key = propertyKey(call);
      const value = propertyValue(call.body, jsonBody(call));
      const known = call.store.state().projectProperties[project.id]?.[key] !== undefined;
      call.store.commit({ op: 'put-project-property', projectId: project.id, key, value });
      return { status: known ? 200 : 201, body: {} };
    },
  },
];

function issueOf(call: Call): Issue {
  const { accountId } = call.identity;
  const issue = visibleIssue(call.store.state(), accountId, param(call, 'issueIdOrKey'));
  if (!issue) throw noSuchIssue();
  return issue;
}

function editableIssue(call: Call): Issue {
  const issue = issueOf(call);
  const project = call.store.state().projects[issue.projectId];
  if (!project || !holds(project, call.identity.accountId, 'EDIT_ISSUES')) {
    throw forbidden('You do not have permission to edit issues in this project.');
  }
  return issue;
}

function projectOf(call: Call): Project {
  const idOrKey = param(call, 'projectIdOrKey');
  const project = visibleProject(call.store.state(), call.identity.accountId, idOrKey);
  if (!project) throw noSuchProject(idOrKey);
  return project;
}

function selfOfProperty(call: Call, issue: Issue, key: string): string {
  return `${call.origin}/rest/api/3/issue/${issue.key}/properties/${key}`;
}

function propertyKey(call: Call): string {
  const key = param(call, 'propertyKey');
  if (key.length > 255)
    throw new JiraError(400, ['The property key cannot be longer than 255 characters.']);
  return key;
}

function propertyValue(text: string, value: Json): Json {
  if (text.length > propertyLimit) {
    throw new JiraError(400, [
      `The property value cannot be longer than ${String(propertyLimit)} characters.`,
    ]);
  }
  return value;
}

function propertyWrite(call: Call): PropertyWrite {
  const body = jsonBody(call);
  if (!isJsonObject(body)) throw new JiraError(400, ['The request body is not an object.']);
  if (body['expression'] !== undefined) {
    throw new JiraError(400, ['Local Jira does not compute Jira expressions.']);
  }
  const value = body['value'];
  if (value === undefined) throw new JiraError(400, ['A value or an expression is needed.']);
  const filter = isJsonObject(body['filter']) ? body['filter'] : {};
  const { currentValue, hasProperty, entityIds } = filter;
  if (currentValue !== undefined && hasProperty === false) {
    throw new JiraError(400, ['The filter asks for a value on issues without the property.']);
  }
  return {
    key: propertyKey(call),
    value: propertyValue(JSON.stringify(value), value),
    entityIds: Array.isArray(entityIds) ? entityIds.map(String) : undefined,
    currentValue,
    hasProperty: typeof hasProperty === 'boolean' ? hasProperty : undefined,
  };
}
