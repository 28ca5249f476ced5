import type { Json, JsonObject } from '../../../src/domain/use-case/json';
import { issueTypeAnswer, priorityAnswer } from '../answers';
import { priorities, type FieldDefinition } from '../catalogue';
import { settableFields } from '../issue-edit';
import { issueOf, ok, param, projectOf, sliceOf, type Call, type Operation } from '../operation';
import { holds, holdsOn } from '../permissions';
import { JiraError } from '../problem';
import { issueTypesOf } from '../schemes';

/** What may be set when an issue is made or changed. */
export const metaOperations: readonly Operation[] = [
  {
    operationId: 'getEditIssueMeta',
    method: 'GET',
    path: '/rest/api/3/issue/:issueIdOrKey/editmeta',
    partial: 'every field of the project; no screens',
    handle: (call) => {
      const issue = issueOf(call);
      const state = call.store.state();
      const may = holdsOn(state, call.identity.accountId, issue, 'EDIT_ISSUES');
      const fields = may ? settableFields(state, issue.projectId) : [];
      return ok({
        fields: Object.fromEntries(fields.map((field) => [field.id, describedField(call, field)])),
      });
    },
  },
  {
    operationId: 'getCreateIssueMetaIssueTypes',
    method: 'GET',
    path: '/rest/api/3/issue/createmeta/:projectIdOrKey/issuetypes',
    handle: (call) => {
      const project = createProject(call);
      const types = issueTypesOf(call.store.state(), project).map((type) =>
        issueTypeAnswer(call.origin, type),
      );
      return ok(metaPage(call, 'issueTypes', types));
    },
  },
  {
    operationId: 'getCreateIssueMetaIssueTypeId',
    method: 'GET',
    path: '/rest/api/3/issue/createmeta/:projectIdOrKey/issuetypes/:issueTypeId',
    partial: 'every field of the project; no screens',
    handle: (call) => {
      const project = createProject(call);
      const state = call.store.state();
      const type = issueTypesOf(state, project).find(({ id }) => id === param(call, 'issueTypeId'));
      if (type === undefined) throw new JiraError(400, ['The issue type selected is invalid.']);
      const fields = settableFields(state, project.id).map((field) => ({
        fieldId: field.id,
        ...describedField(call, field),
      }));
      return ok(metaPage(call, 'fields', fields));
    },
  },
];

function createProject(call: Call): ReturnType<typeof projectOf> {
  const project = projectOf(call);
  if (!holds(project, call.identity.accountId, 'CREATE_ISSUES')) {
    throw new JiraError(400, ['You cannot create issues in this project.']);
  }
  return project;
}

function metaPage(call: Call, name: string, items: readonly Json[]): JsonObject {
  const { startAt, maxResults, page } = sliceOf(call, items, { fallback: 50, most: 200 });
  return { startAt, maxResults, total: items.length, [name]: page };
}

function describedField(call: Call, { id, name, schema }: FieldDefinition): JsonObject {
  return {
    key: id,
    name,
    required: ['summary', 'issuetype'].includes(id),
    schema,
    hasDefaultValue: id === 'priority',
    operations: id === 'labels' ? ['add', 'set', 'remove'] : ['set'],
    ...(id === 'priority' && {
      allowedValues: priorities.map((priority) => priorityAnswer(call.origin, priority)),
    }),
  };
}
