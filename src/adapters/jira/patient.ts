import type { Result } from '../../domain/result';
import type { JiraProblem } from '../../ports/issue-records';
import type { Wait } from './pause';
import { send, type JiraRequest } from './request';

const patienceSeconds = 20;
const tries = 5;

/** One reading of Jira by POST: a few requests at a time, each asked again until it is answered. */
export type Reading = (path: string, body: object) => Promise<Result<unknown, JiraProblem>>;

/** A reading whose requests share their places, so that Jira is never asked too much at once. */
export function patientReading(
  request: JiraRequest,
  of: {
    readonly atOnce: number;
    readonly wait: Wait;
    /** Is told for how many seconds Jira asked to be left alone. */
    readonly onSlowDown?: ((seconds: number) => void) | undefined;
  },
): Reading {
  const pool = createPool(of.atOnce);
  // Whoever is told to wait makes the others wait as well: they would only be told the same.
  let paused = Promise.resolve();
  const wait: Wait = (milliseconds) => {
    paused = Promise.all([paused, of.wait(milliseconds)]).then(() => undefined);
    return paused;
  };
  return (path, body) =>
    patiently(
      () =>
        pool(async () => {
          await paused;
          return send(request, 'POST', path, body);
        }),
      { wait, onSlowDown: of.onSlowDown },
    );
}

/**
 * Asks again what Jira was too busy for: as late as Jira says, or 20 seconds where it does not say,
 * and a moment later where it did not answer. For reads only.
 */
export async function patiently<Value>(
  ask: () => Promise<Result<Value, JiraProblem>>,
  {
    wait,
    onSlowDown,
  }: { readonly wait: Wait; readonly onSlowDown?: ((seconds: number) => void) | undefined },
): Promise<Result<Value, JiraProblem>> {
  let answer = await ask();
  for (let attempt = 1; attempt < tries && !answer.ok; attempt += 1) {
    const { error } = answer;
    if (error.problem === 'slow-down') {
      const seconds = error.seconds ?? patienceSeconds;
      onSlowDown?.(seconds);
      await wait(1000 * seconds);
    } else if (error.problem === 'no-answer') await wait(300 * attempt);
    else return answer;
    answer = await ask();
  }
  return answer;
}

/** Runs a few tasks at a time, in the order in which they were handed in. */
function createPool(atOnce: number): <Value>(task: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = [];
  let running = 0;
  const next = (): void => {
    running -= 1;
    waiting.shift()?.();
  };
  return async (task) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await task();
    } finally {
      next();
    }
  };
}
