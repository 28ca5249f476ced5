import { failure, success, type Result } from '../../domain/result';
import type { StoreProblem } from '../../ports/proposals';

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
