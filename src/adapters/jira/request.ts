import { failure, success, type Result } from '../../domain/result';
import type { JiraProblem } from '../../ports/issue-records';
import { pause, type Wait } from './pause';

/** What Jira is asked. */
export type JiraRequestInit = {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The part of a `Response` that the adapters read. */
export type JiraResponse = {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly json: () => Promise<unknown>;
};

/**
 * The one gateway to Jira REST, handed in by its user: `asUser().requestJira` in functions, the
 * bridge's `requestJira` in the browser. Both act with the viewer's permissions.
 */
export type JiraRequest = (path: string, init?: JiraRequestInit) => Promise<JiraResponse>;

/** Builds a REST path; every inserted value is encoded, so that it cannot leave its place. */
export function jiraPath(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return parts.reduce(
    (path, part, index) => `${path}${encodeURIComponent(values[index - 1] ?? '')}${part}`,
  );
}

/** Sends a request; an answer that is no success becomes the problem that it stands for. */
export async function ask(
  request: JiraRequest,
  path: string,
  init?: JiraRequestInit,
): Promise<Result<JiraResponse, JiraProblem>> {
  let response: JiraResponse;
  try {
    response = await request(path, init);
  } catch {
    return failure({ problem: 'no-answer' });
  }
  return response.status < 400 ? success(response) : failure(problemOf(response));
}

/** Longer than this nobody waits for a reading without being told, in seconds. */
const longestSilentWait = 5;

/** Like `ask`, for reads: tried once more where Jira did not answer, or asked for a short wait. */
export async function read(
  request: JiraRequest,
  path: string,
  wait: Wait = pause,
): Promise<Result<unknown, JiraProblem>> {
  const first = await ask(request, path, jsonRequest);
  const seconds = first.ok ? undefined : secondsBeforeAnother(first.error);
  if (seconds !== undefined && seconds > 0) await wait(1_000 * seconds);
  const answer = seconds === undefined ? first : await ask(request, path, jsonRequest);
  if (!answer.ok) return answer;
  try {
    return success(await answer.value.json());
  } catch {
    // A page of a proxy instead of Jira's answer is no answer.
    return failure({ problem: 'no-answer' });
  }
}

/** Sends a body, and reads the JSON of the answer; `undefined` where the answer has none. */
export async function send(
  request: JiraRequest,
  method: 'PUT' | 'POST' | 'DELETE',
  path: string,
  body?: object,
): Promise<Result<unknown, JiraProblem>> {
  const answer = await ask(request, path, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) return answer;
  try {
    return success(await answer.value.json());
  } catch {
    return success(undefined);
  }
}

function secondsBeforeAnother(problem: JiraProblem): number | undefined {
  if (problem.problem === 'no-answer') return 0;
  const { seconds } = problem.problem === 'slow-down' ? problem : { seconds: null };
  return seconds !== null && seconds <= longestSilentWait ? seconds : undefined;
}

/** An answer of which only matters that it came. */
export function done(answer: Result<unknown, JiraProblem>): Result<null, JiraProblem> {
  return answer.ok ? success(null) : answer;
}

const jsonRequest: JiraRequestInit = { headers: { accept: 'application/json' } };

/** The problem that an answer which is no success stands for. */
export function problemOf(response: JiraResponse): JiraProblem {
  const { status } = response;
  if (status === 404) return { problem: 'gone' };
  if (status === 401 || status === 403) return { problem: 'forbidden' };
  if (status === 409) return { problem: 'busy' };
  if (status === 429) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return { problem: 'slow-down', seconds: Number.isFinite(seconds) ? seconds : null };
  }
  return status >= 500 ? { problem: 'no-answer' } : { problem: 'refused', status };
}
