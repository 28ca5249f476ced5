import { exactly, type Range } from '../../src/domain/scoring/range';
import type { Rating } from '../../src/domain/scoring/rating';

/** A rating from figures and ranges, by the id of their criterion. */
export const ratedAs = (
  answers: Readonly<Record<string, number | Range>>,
  evidence: Rating['evidence'] = null,
): Rating => ({
  answers: Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      id,
      typeof answer === 'number' ? exactly(answer) : answer,
    ]),
  ),
  evidence,
});
