import * as v from 'valibot';
import { propertyKeys } from '../../domain/property-keys';
import { failure, success, type Result } from '../../domain/result';
import { inPortions } from '../../domain/side-by-side';
import type { JsonObject } from '../../domain/use-case/json';
import type { IssueId } from '../../domain/ids';
import type { JiraProblem } from '../../ports/issue-records';
import type { Scores } from '../../ports/scores';
import { patiently } from './patient';
import { pause, type Wait } from './pause';
import { ask, jiraPath, read, type JiraRequest, type JiraResponse } from './request';

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

/**
 * Sends a bulk request and follows its task to the end. What a live site answers to it is not documented
 * well enough to judge by: only that it was refused as such, or that nobody answered, ends it. Whoever
 * writes scores reads them back.
 */
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
  if (!answer.ok && endsIt.has(answer.error.problem)) return answer;
  const task = answer.ok ? await taskOf(answer.value) : undefined;
  return waitFor(request, wait, task);
}

/** Nothing was begun, or nobody can tell. */
const endsIt: ReadonlySet<JiraProblem['problem']> = new Set(['refused', 'no-answer', 'slow-down']);

async function waitFor(
  request: JiraRequest,
  wait: Wait,
  task: string | undefined,
): Promise<Result<null, JiraProblem>> {
  for (let poll = 0; poll < pollsAtMost; poll += 1) {
    const state = task === undefined ? 'unknown' : await readTask(request, task);
    if (state === 'finished') return success(null);
    if (state === 'failed') return failure({ problem: 'refused', status: 200 });
    await wait(pollPause);
    if (state === 'unknown') return success(null);
  }
  return failure({ problem: 'no-answer' });
}

const taskAnswer = v.object({ id: v.optional(v.string()), status: v.string() });

/** Jira names the task in the Location of a 303, or, where that was followed, in the task itself. */
async function taskOf(response: JiraResponse): Promise<string | undefined> {
  const location = /\/task\/(?<id>[^/?#]+)/u.exec(response.headers.get('location') ?? '');
  const id = location?.groups?.['id'];
  if (id !== undefined) return decodeURIComponent(id);
  try {
    const followed = v.safeParse(taskAnswer, await response.json());
    return followed.success ? followed.output.id : undefined;
  } catch {
    // A page or nothing at all instead of a task.
    return undefined;
  }
}

async function readTask(
  request: JiraRequest,
  task: string,
): Promise<'running' | 'finished' | 'failed' | 'unknown'> {
  const answer = await read(request, jiraPath`/rest/api/3/task/${task}`);
  if (!answer.ok) return answer.error.problem === 'slow-down' ? 'running' : 'unknown';
  const parsed = v.safeParse(taskAnswer, answer.value);
  if (!parsed.success) return 'unknown';
  if (parsed.output.status === 'COMPLETE') return 'finished';
  return ['FAILED', 'CANCELLED', 'DEAD'].includes(parsed.output.status) ? 'failed' : 'running';
}
