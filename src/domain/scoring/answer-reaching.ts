import { combineExactly, onAxis } from './combine';
import type { Side } from './models';

/** Where an axis comes to a figure by one answer, and whether it rises or falls with that answer. */
export type Reaching = { readonly answer: number; readonly rises: boolean };

/**
 * The answer to one criterion that brings an axis to a figure while the other answers stay, whether or
 * not its scale goes that far; undefined where no answer does. In each single answer every combination
 * is a straight line, and a minimum one with a bend.
 */
export function answerReaching(
  side: Side,
  answers: readonly number[],
  { index, figure }: { readonly index: number; readonly figure: number },
): Reaching | undefined {
  const criterion = side.criteria[index];
  if (criterion === undefined) return undefined;
  const at = (answer: number): number =>
    side.combine === 'minimum'
      ? onAxis(side, criterion, answer)
      : combineExactly(
          side,
          answers.map((each, other) => (other === index ? answer : each)),
        );
  const slope = at(1) - at(0);
  // A half is a half, whatever binary fractions make of it.
  const answer = Number(((figure - at(0)) / slope).toPrecision(12));
  if (!Number.isFinite(answer)) return undefined;
  const reached = combineExactly(
    side,
    answers.map((each, other) => (other === index ? answer : each)),
  );
  // Of a minimum, another answer may be the lesser one and decide.
  const isReached = Math.abs(reached - figure) <= 1e-6 * Math.max(1, Math.abs(figure));
  return isReached ? { answer, rises: slope > 0 } : undefined;
}
