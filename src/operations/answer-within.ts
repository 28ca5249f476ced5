import type { Clock } from '../ports/clock';

/** The answer of some work, or another one where it takes longer than so many ms. */
export function answerWithin<Value>(
  clock: Clock,
  milliseconds: number,
  work: Promise<Value>,
  otherwise: Value,
): Promise<Value> {
  return Promise.race([work, clock.wait(milliseconds).then(() => otherwise)]);
}
