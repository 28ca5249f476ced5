import type { JsonObject } from '../../../src/domain/use-case/json';
import { personAnswer } from '../answers';
import {
  listParameter,
  ok,
  pageOf,
  seenIssue,
  seenProject,
  sliceOf,
  type Call,
  type Operation,
} from '../operation';
import { holds } from '../permissions';
import { JiraError, noSuchUser } from '../problem';
import type { Person, Project } from '../state';

/** The people of the site. */
export const peopleOperations: readonly Operation[] = [
  {
    operationId: 'getCurrentUser',
    method: 'GET',
    path: '/rest/api/3/myself',
    partial: 'no groups or application roles',
    handle: (call) => ok({ ...answerFor(call, call.identity.accountId), locale: 'en_GB' }),
  },
  {
    operationId: 'getUser',
    method: 'GET',
    path: '/rest/api/3/user',
    partial: 'by account id; no groups or application roles',
    handle: (call) => ok(answerFor(call, call.query.get('accountId') ?? '')),
  },
  {
    operationId: 'bulkGetUsers',
    method: 'GET',
    path: '/rest/api/3/user/bulk',
    handle: (call) => {
      const ids = new Set(listParameter(call.query, 'accountId'));
      if (ids.size === 0) throw new JiraError(400, ['The accountId query parameter is required.']);
      const people = call.store.state().people.filter(({ accountId }) => ids.has(accountId));
      const answers = people.map((person) => personAnswer(call.origin, person));
      const page = pageOf(call, answers, { fallback: 10, most: 200 });
      return ok({ self: `${call.origin}/rest/api/3/user/bulk`, ...page }, page.values.length * 2);
    },
  },
  {
    operationId: 'findUsers',
    method: 'GET',
    path: '/rest/api/3/user/search',
    partial: 'by display name, e-mail address or account id; no property query',
    handle: (call) => {
      const { query } = call;
      if (query.get('query') === null && query.get('accountId') === null) {
        throw new JiraError(400, ['At least one query parameter must be provided.']);
      }
      return found(call, call.store.state().people);
    },
  },
  {
    operationId: 'findAssignableUsers',
    method: 'GET',
    path: '/rest/api/3/user/assignable/search',
    partial: 'assignable is who may edit; no recommendation, no action descriptor',
    handle: (call) => {
      const project = projectAsked(call);
      const people = call.store
        .state()
        .people.filter(
          ({ accountId, role }) => role !== 'app' && holds(project, accountId, 'EDIT_ISSUES'),
        );
      return found(call, people);
    },
  },
];

function found(call: Call, people: readonly Person[]): ReturnType<typeof ok> {
  const asked = (call.query.get('query') ?? '').toLowerCase();
  const accountId = call.query.get('accountId');
  const matching = people.filter((person) =>
    accountId === null
      ? [person.displayName, person.email].some((text) => wordsStart(text, asked))
      : person.accountId === accountId,
  );
  const { page } = sliceOf(call, matching, { fallback: 50, most: 1_000 });
  return ok(
    page.map((person) => personAnswer(call.origin, person)),
    page.length * 2,
  );
}

/** Whether a word of a text starts with what was typed; an empty query finds everybody. */
function wordsStart(text: string, asked: string): boolean {
  const lower = text.toLowerCase();
  return lower.startsWith(asked) || lower.split(/[\s@.]+/u).some((word) => word.startsWith(asked));
}

function projectAsked(call: Call): Project {
  const issueKey = call.query.get('issueKey') ?? call.query.get('issueId');
  const asked =
    issueKey === null ? (call.query.get('project') ?? '') : seenIssue(call, issueKey).projectId;
  if (asked === '') throw new JiraError(400, ['Either a project or an issue key is required.']);
  return seenProject(call, asked);
}

function answerFor(call: Call, accountId: string): JsonObject {
  const person = call.store.state().people.find((each) => each.accountId === accountId);
  if (person === undefined) throw noSuchUser();
  return personAnswer(call.origin, person);
}
