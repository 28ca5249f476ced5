import type { Result } from '../../domain/result';
import type { JiraProblem } from '../../ports/issue-records';

const patienceSeconds = 20;
const tries = 5;

/**
 * Asks again what Jira was too busy for: as late as Jira says, or 20 seconds where it does not say,
 * and a moment later where it did not answer. For reads only.
 */
export async function patiently<Value>(
  ask: () => Promise<Result<Value, JiraProblem>>,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Result<Value, JiraProblem>> {
  let answer = await ask();
  for (let attempt = 1; attempt < tries && !answer.ok; attempt += 1) {
    const { error } = answer;
    if (error.problem === 'slow-down') await wait(1000 * (error.seconds ?? patienceSeconds));
    else if (error.problem === 'no-answer') await wait(300 * attempt);
    else return answer;
    answer = await ask();
  }
  return answer;
}

/** Runs a few tasks at a time, in the order in which they were handed in. */
export function createPool(atOnce: number): <Value>(task: () => Promise<Value>) => Promise<Value> {
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
