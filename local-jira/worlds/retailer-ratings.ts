import type { Evidence } from '../../src/domain/scoring/evidence';
import { exactly, type Range } from '../../src/domain/scoring/range';
import type { Rating } from '../../src/domain/scoring/rating';
import type { Person } from '../jira/state';
import { ines, mira, priya, sanne } from './people';

/** What somebody answered about a use case: revenue, reach, fit and learning, each from 1 to 5. */
export type ToldRating = { readonly key: string; readonly rating: Rating; readonly by: Person };

const rated = (
  key: string,
  [revenue, reach, fit, learning]: readonly [number | Range, number, number, number],
  evidence: Evidence | null,
  by: Person,
): ToldRating => {
  const range = typeof revenue === 'number' ? exactly(revenue) : revenue;
  const answers = {
    revenue: range,
    reach: exactly(reach),
    fit: exactly(fit),
    learning: exactly(learning),
  };
  return { key, rating: { answers, evidence }, by };
};

/** How sure somebody was. */
const between = (low: number, likely: number, high: number): Range => ({ low, likely, high });

/** What the programme has scored so far: its use cases, and stories from before they were described. */
export const ratings: readonly ToldRating[] = [
  rated('CDP-14', [between(4, 5, 5), 4, 4, 2], 'data', ines),
  rated('CDP-15', [3, 4, 4, 3], 'estimate', priya),
  rated('CDP-16', [4, 3, 4, 2], 'test', mira),
  rated('CDP-17', [between(3, 5, 5), 5, 5, 4], 'anecdote', ines),
  rated('CDP-18', [2, 5, 5, 1], 'data', sanne),
  rated('CDP-19', [3, 2, 3, 4], 'study', mira),
  rated('CDP-20', [2, 3, 2, 1], 'result', ines),
  rated('CDP-60', [4, 4, 4, 3], 'estimate', ines),
  rated('CDP-67', [4, 3, 4, 5], 'opinion', priya),
  rated('CDP-73', [2, 3, 3, 2], 'anecdote', sanne),
  rated('CDP-79', [between(2, 4, 5), 5, 5, 5], 'estimate', mira),
  rated('CDP-85', [5, 4, 4, 4], 'study', ines),
  rated('CDP-22', [4, 2, 3, 3], 'agreed', mira),
  rated('CDP-23', [3, 3, 2, 4], 'opinion', priya),
  rated('CDP-24', [1, 4, 3, 2], 'data', sanne),
  rated('CDP-25', [2, 2, 2, 2], 'opinion', mira),
  rated('CDP-27', [1, 1, 2, 4], 'agreed', priya),
  rated('CDP-29', [4, 3, 3, 2], 'data', ines),
  rated('CDP-31', [1, 2, 4, 1], 'opinion', sanne),
  rated('CDP-33', [3, 2, 2, 2], 'opinion', priya),
  rated('CDP-92', [2, 1, 3, 2], 'opinion', mira),
  rated('CDP-100', [2, 2, 2, 3], 'agreed', sanne),
  rated('CDP-102', [3, 5, 4, 4], 'opinion', ines),
  rated('CDP-112', [3, 2, 2, 2], 'anecdote', priya),
];
