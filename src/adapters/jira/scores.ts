import { propertyKeys } from '../../domain/property-keys';
import { failure, success, type Result } from '../../domain/result';
import { inPortions } from '../../domain/side-by-side';
import type { JsonObject } from '../../domain/use-case/json';
import type { IssueId } from '../../ports/ids';
import type { JiraProblem } from '../../ports/issue-records';
import type { Scores } from '../../ports/scores';
import { jiraIssueRecords, taskOf } from './issue-records';
import { patiently, pause, type Wait } from './patient';
import { ask, jiraPath, type JiraRequest } from './request';

/** The most issues that Jira gives values of their own with one request. */
const writtenAtOnce = 100;

const pollPause = 300;
const pollsAtMost = 200;

/** Scores over Jira REST. Jira takes the portions one after the other. */
export function jiraScores(request: JiraRequest, wait: Wait = pause): Scores {
  return {
    writeScores: async (scores, onProgress) => {
      const written = [...scores].flatMap(([issue, score]) =>
        score === null ? [] : [{ issue, score }],
      );
      const cleared = [...scores].flatMap(([issue, score]) => (score === null ? [issue] : []));
      let done = 0;
      for (const portion of inPortions(written, writtenAtOnce)) {
        const end = await finish(request, wait, writeRequest(portion));
        if (!end.ok) return end;
        done += portion.length;
        onProgress(done);
      }
      if (cleared.length === 0) return success(null);
      return finish(request, wait, clearRequest(cleared));
    },
  };
}

type BulkRequest = {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly body: object;
};

function writeRequest(
  scores: readonly { readonly issue: IssueId; readonly score: JsonObject }[],
): BulkRequest {
  const issues = scores.map(({ issue, score }) => ({
    issueID: Number(issue),
    properties: { [propertyKeys.score]: score },
  }));
  return { method: 'POST', path: '/rest/api/3/issue/properties/multi', body: { issues } };
}

function clearRequest(issues: readonly IssueId[]): BulkRequest {
  const path = jiraPath`/rest/api/3/issue/properties/${propertyKeys.score}`;
  return { method: 'DELETE', path, body: { entityIds: issues.map(Number) } };
}

/** Sends a bulk request and follows its task to the end. */
async function finish(
  request: JiraRequest,
  wait: Wait,
  { method, path, body }: BulkRequest,
): Promise<Result<null, JiraProblem>> {
  // What Jira was too busy for was not done; writing the same scores twice does no harm either.
  const answer = await patiently(
    () =>
      ask(request, path, {
        method,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
      }),
    { wait },
  );
  const task = answer.ok ? await taskOf(answer.value) : answer;
  if (!task.ok) return task;
  const { readTask } = jiraIssueRecords(request);
  for (let poll = 0; poll < pollsAtMost; poll += 1) {
    const state = await readTask(task.value);
    if (!state.ok) return state.error.problem === 'gone' ? success(null) : state;
    if (state.value === 'finished') return success(null);
    if (state.value === 'failed') return failure({ problem: 'refused', status: 200 });
    await wait(pollPause);
  }
  return failure({ problem: 'no-answer' });
}
