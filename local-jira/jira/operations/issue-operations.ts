import * as v from 'valibot';
import { isJsonObject, type Json, type JsonObject } from '../../../src/domain/use-case/json';
import { issueAnswer } from '../issue-answer';
import { childrenOf, isSubtask } from '../issue-relations';
import { createIssue, editIssue, writeIssue } from '../issue-write';
import { setField, FieldProblem } from '../issue-edit';
import {
  actorOf,
  demand,
  invalidPayload,
  issueOf,
  jsonBody,
  listParameter,
  ok,
  readBody,
  viewOf,
  type Call,
  type Operation,
} from '../operation';
import { JiraError } from '../problem';
import type { Issue } from '../state';

const bulkLimit = 50;

/** Single issues: read, made, changed, assigned, deleted. */
export const issueOperations: readonly Operation[] = [
  {
    operationId: 'getIssue',
    method: 'GET',
    path: '/rest/api/3/issue/:issueIdOrKey',
    partial: 'the fields that local Jira keeps; expands names, schema and changelog',
    handle: (call) =>
      ok(
        issueAnswer(viewOf(call), issueOf(call), {
          fields: listParameter(call.query, 'fields') ?? ['*all'],
          properties: listParameter(call.query, 'properties') ?? [],
          expand: listParameter(call.query, 'expand') ?? [],
        }),
      ),
  },
  {
    operationId: 'createIssue',
    method: 'POST',
    path: '/rest/api/3/issue',
    partial: 'the fields that local Jira keeps; no transition on creation',
    handle: (call) => ({
      status: 201,
      body: created(call, createIssue(call, writeBody(jsonBody(call)))),
    }),
  },
  {
    operationId: 'createIssues',
    method: 'POST',
    path: '/rest/api/3/issue/bulk',
    handle: (call) => {
      const { issueUpdates } = readBody(
        call,
        v.object({ issueUpdates: v.pipe(v.array(v.unknown()), v.maxLength(bulkLimit)) }),
      );
      const issues: Json[] = [];
      const errors: Json[] = [];
      issueUpdates.forEach((update, index) => {
        try {
          issues.push(created(call, createIssue(call, writeBody(update as Json))));
        } catch (error) {
          if (!(error instanceof JiraError)) throw error;
          const elementErrors = error.body() as JsonObject;
          errors.push({ status: error.status, elementErrors, failedElementNumber: index });
        }
      });
      if (issues.length === 0) throw new BulkProblem(errors);
      return { status: 201, body: { issues, errors }, objects: issues.length };
    },
  },
  {
    operationId: 'editIssue',
    method: 'PUT',
    path: '/rest/api/3/issue/:issueIdOrKey',
    partial: 'no links in update, no override of screens',
    handle: (call) => {
      const issue = issueOf(call);
      const body = writeBody(jsonBody(call));
      demand(call, issue, 'EDIT_ISSUES');
      editIssue(call, issue, body);
      if (call.query.get('returnIssue') !== 'true') return { status: 204 };
      return ok(issueAnswer(viewOf(call), issueOf(call), everything));
    },
  },
  {
    operationId: 'assignIssue',
    method: 'PUT',
    path: '/rest/api/3/issue/:issueIdOrKey/assignee',
    handle: (call) => {
      const issue = issueOf(call);
      const { accountId } = readBody(call, v.object({ accountId: v.nullable(v.string()) }));
      demand(call, issue, 'ASSIGN_ISSUES');
      const edit = { state: call.store.state(), accountId: call.identity.accountId, issue };
      writeIssue(call, issue, assigned(edit, accountId));
      return { status: 204 };
    },
  },
  {
    operationId: 'deleteIssue',
    method: 'DELETE',
    path: '/rest/api/3/issue/:issueIdOrKey',
    handle: (call) => {
      const issue = issueOf(call);
      demand(call, issue, 'DELETE_ISSUES');
      const state = call.store.state();
      const subtasks = childrenOf(state, issue.id).filter((child) => isSubtask(state, child));
      if (subtasks.length > 0 && call.query.get('deleteSubtasks') !== 'true') {
        throw new JiraError(400, [
          `The issue '${issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
        ]);
      }
      call.store.commit(
        [...subtasks, issue].map(({ id }) => ({ op: 'delete-issue', issueId: id })),
        actorOf(call),
      );
      return { status: 204 };
    },
  },
];

const everything = { fields: ['*all'], properties: [], expand: [] };

/** None of the issues of a bulk request could be made. */
class BulkProblem extends JiraError {
  constructor(private readonly errors: readonly Json[]) {
    super(400, []);
  }

  override body(): object {
    return { issues: [], errors: this.errors };
  }
}

function writeBody(body: Json): {
  readonly fields: JsonObject;
  readonly update: JsonObject;
  readonly properties: Json;
} {
  if (!isJsonObject(body)) throw invalidPayload();
  const { fields = {}, update = {}, properties = [] } = body;
  if (!isJsonObject(fields) || !isJsonObject(update)) throw invalidPayload();
  return { fields, update, properties };
}

function created(call: Call, issue: Issue): JsonObject {
  return { id: issue.id, key: issue.key, self: `${call.origin}/rest/api/3/issue/${issue.id}` };
}

function assigned(edit: Parameters<typeof setField>[0], accountId: string | null): Issue {
  try {
    return setField(edit, 'assignee', accountId === null ? null : { accountId });
  } catch (error) {
    if (error instanceof FieldProblem) throw new JiraError(400, [], { assignee: error.message });
    throw error;
  }
}
