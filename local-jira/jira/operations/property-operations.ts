import type { Json } from '../../../src/domain/use-case/json';
import {
  actorOf,
  demand,
  demandAdmin,
  issueOf,
  jsonBody,
  ok,
  param,
  projectOf,
  type Answer,
  type Call,
  type Operation,
} from '../operation';
import { holdsOn } from '../permissions';
import { noSuchIssue, noSuchProperty } from '../problem';
import { own } from '../../own';
import { checkedProperty } from '../property-value';

const ofIssue = '/rest/api/3/issue/:issueIdOrKey/properties';
const ofProject = '/rest/api/3/project/:projectIdOrKey/properties';

/** Properties of one issue or one project. */
export const propertyOperations: readonly Operation[] = [
  {
    operationId: 'getIssuePropertyKeys',
    method: 'GET',
    path: ofIssue,
    handle: (call) => {
      const issue = issueOf(call);
      const properties = call.store.state().issueProperties[issue.id];
      return keysAnswer(properties, `${call.origin}/rest/api/3/issue/${issue.key}/properties`);
    },
  },
  {
    operationId: 'getIssueProperty',
    method: 'GET',
    path: `${ofIssue}/:propertyKey`,
    handle: (call) => valueAnswer(call, call.store.state().issueProperties[issueOf(call).id]),
  },
  {
    operationId: 'setIssueProperty',
    method: 'PUT',
    path: `${ofIssue}/:propertyKey`,
    handle: (call) => {
      const issue = issueOf(call);
      demand(call, issue, 'EDIT_ISSUES');
      const property = checkedProperty(param(call, 'propertyKey'), jsonBody(call));
      const known = own(call.store.state().issueProperties[issue.id], property.key) !== undefined;
      call.store.commit(
        { op: 'put-issue-property', issueIds: [issue.id], ...property },
        actorOf(call),
      );
      return { status: known ? 200 : 201, body: {} };
    },
  },
  {
    operationId: 'deleteIssueProperty',
    method: 'DELETE',
    path: `${ofIssue}/:propertyKey`,
    handle: (call) => {
      const issue = issueOf(call);
      const state = call.store.state();
      const key = param(call, 'propertyKey');
      // Jira's document knows no 403 here: who may not edit is told that there is nothing.
      if (!holdsOn(state, call.identity.accountId, issue, 'EDIT_ISSUES')) throw noSuchIssue();
      if (own(state.issueProperties[issue.id], key) === undefined) throw noSuchProperty(key);
      call.store.commit({ op: 'delete-issue-property', issueIds: [issue.id], key }, actorOf(call));
      return { status: 204 };
    },
  },
  {
    operationId: 'getProjectPropertyKeys',
    method: 'GET',
    path: ofProject,
    handle: (call) => {
      const project = projectOf(call);
      const properties = call.store.state().projectProperties[project.id];
      return keysAnswer(properties, `${call.origin}/rest/api/3/project/${project.key}/properties`);
    },
  },
  {
    operationId: 'getProjectProperty',
    method: 'GET',
    path: `${ofProject}/:propertyKey`,
    handle: (call) => valueAnswer(call, call.store.state().projectProperties[projectOf(call).id]),
  },
  {
    operationId: 'setProjectProperty',
    method: 'PUT',
    path: `${ofProject}/:propertyKey`,
    handle: (call) => {
      const project = projectOf(call);
      demandAdmin(call, project);
      const property = checkedProperty(param(call, 'propertyKey'), jsonBody(call));
      const known =
        own(call.store.state().projectProperties[project.id], property.key) !== undefined;
      call.store.commit(
        { op: 'put-project-property', projectId: project.id, ...property },
        actorOf(call),
      );
      return { status: known ? 200 : 201, body: {} };
    },
  },
  {
    operationId: 'deleteProjectProperty',
    method: 'DELETE',
    path: `${ofProject}/:propertyKey`,
    handle: (call) => {
      const project = projectOf(call);
      demandAdmin(call, project);
      const key = param(call, 'propertyKey');
      if (own(call.store.state().projectProperties[project.id], key) === undefined) {
        throw noSuchProperty(key);
      }
      call.store.commit(
        { op: 'delete-project-property', projectId: project.id, key },
        actorOf(call),
      );
      return { status: 204 };
    },
  },
];

type Properties = Readonly<Record<string, Json>> | undefined;

function keysAnswer(properties: Properties, address: string): Answer {
  const keys = Object.keys(properties ?? {});
  return ok({ keys: keys.map((key) => ({ key, self: `${address}/${key}` })) });
}

function valueAnswer(call: Call, properties: Properties): Answer {
  const key = param(call, 'propertyKey');
  const value = own(properties, key);
  if (value === undefined) throw noSuchProperty(key);
  return ok({ key, value });
}
