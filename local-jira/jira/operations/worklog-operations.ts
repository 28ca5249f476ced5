import * as v from 'valibot';
import { worklogAnswer } from '../answers';
import { touched } from '../issue-write';
import {
  actorOf,
  demand,
  issueOf,
  momentOf,
  nextId,
  ok,
  readBody,
  sliceOf,
  type Operation,
} from '../operation';
import type { Worklog } from '../state';

const path = '/rest/api/3/issue/:issueIdOrKey/worklog';

/** Time that people say they spent on an issue. */
export const worklogOperations: readonly Operation[] = [
  {
    operationId: 'getIssueWorklog',
    method: 'GET',
    path,
    handle: (call) => {
      const state = call.store.state();
      const worklogs = state.worklogs?.[issueOf(call).id] ?? [];
      const { startAt, maxResults, page } = sliceOf(call, worklogs, {
        fallback: 5_000,
        most: 5_000,
      });
      const answers = page.map((each) => worklogAnswer(call.origin, state, each));
      return ok({ startAt, maxResults, total: worklogs.length, worklogs: answers }, page.length);
    },
  },
  {
    operationId: 'addWorklog',
    method: 'POST',
    path,
    partial: 'seconds only; who may edit an issue may log work on it',
    handle: (call) => {
      const issue = issueOf(call);
      const { timeSpentSeconds } = readBody(
        call,
        v.object({ timeSpentSeconds: v.pipe(v.number(), v.minValue(60)) }),
      );
      demand(call, issue, 'EDIT_ISSUES');
      const worklog: Worklog = {
        id: nextId(call),
        issueId: issue.id,
        authorId: call.identity.accountId,
        seconds: timeSpentSeconds,
        created: momentOf(call),
      };
      call.store.commit([{ op: 'add-worklog', worklog }, touched(call, issue)], actorOf(call));
      return { status: 201, body: worklogAnswer(call.origin, call.store.state(), worklog) };
    },
  },
];
