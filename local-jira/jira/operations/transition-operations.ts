import { isJsonObject, type Json, type JsonObject } from '../../../src/domain/use-case/json';
import { statusAnswer } from '../answers';
import { textOfJson } from '../../json-text';
import { changedIssue, commentEntries, writeIssue } from '../issue-write';
import { issueOf, jsonBody, ok, type Call, type Operation } from '../operation';
import { holdsOn } from '../permissions';
import { JiraError } from '../problem';
import { statusesOf } from '../schemes';
import type { Issue, Status } from '../state';

/** Workflow: from every status to every other. */
export const transitionOperations: readonly Operation[] = [
  {
    operationId: 'getTransitions',
    method: 'GET',
    path: '/rest/api/3/issue/:issueIdOrKey/transitions',
    partial: 'a global transition to each status; no screens, no conditions',
    handle: (call) => {
      const asked = call.query.get('transitionId');
      const transitions = transitionsOf(call, issueOf(call))
        .filter(({ id }) => asked === null || id === asked)
        .map(({ id, status }) => ({
          id,
          name: status.name,
          to: statusAnswer(call.origin, status),
          hasScreen: false,
          isGlobal: true,
          isInitial: false,
          isAvailable: true,
          isConditional: false,
          isLooped: false,
        }));
      return ok({ expand: 'transitions', transitions }, transitions.length);
    },
  },
  {
    operationId: 'doTransition',
    method: 'POST',
    path: '/rest/api/3/issue/:issueIdOrKey/transitions',
    partial: 'no validators or conditions',
    handle: (call) => {
      const issue = issueOf(call);
      const body = jsonBody(call);
      const { transition, fields, update } = isJsonObject(body) ? body : {};
      const id = isJsonObject(transition) ? transition['id'] : undefined;
      if (id === undefined) throw new JiraError(400, ["Missing 'transition' identifier"]);
      const found = transitionsOf(call, issue).find((each) => each.id === textOfJson(id));
      if (found === undefined) {
        throw new JiraError(400, [
          'It seems that you have tried to perform an illegal workflow operation.',
        ]);
      }
      const asked = { fields: objectOr(fields), update: objectOr(update) };
      const filled = changedIssue(call, issue, asked);
      const extra = commentEntries(call, issue, asked.update['comment']);
      writeIssue(call, issue, { ...filled, statusId: found.status.id }, extra);
      return { status: 204 };
    },
  },
];

/** None for who may not transition: Jira then offers none. */
function transitionsOf(call: Call, issue: Issue): readonly { id: string; status: Status }[] {
  const state = call.store.state();
  const project = state.projects[issue.projectId];
  const { accountId } = call.identity;
  if (project === undefined || !holdsOn(state, accountId, issue, 'TRANSITION_ISSUES')) return [];
  return statusesOf(state, project).map((status, index) => ({
    id: String((index + 1) * 10 + 1),
    status,
  }));
}

function objectOr(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
