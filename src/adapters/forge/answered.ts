import { ForgeKvsAPIError } from '@forge/kvs';
import { failure, success, type Result } from '../../domain/result';
import type { StoreProblem } from '../../ports/kept-lists';

/** The answer of Forge's store; whatever it throws means that it did not answer. */
export async function answered<Value>(
  work: () => Promise<Value>,
): Promise<Result<Value, StoreProblem>> {
  try {
    return success(await work());
  } catch {
    return failure({ problem: 'no-answer' });
  }
}

/**
 * Whether somebody else was first: a key that exists already, or a condition that does not hold. Told by
 * the status, because Forge's tables of codes do not name these.
 */
export function isLost(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && error.responseDetails.status === 409;
}
