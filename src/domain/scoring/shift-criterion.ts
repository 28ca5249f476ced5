import { boundsOf, type Criterion } from './criterion';
import type { Model } from './models';
import { ownAnswer, type Estimate, type Rating } from './rating';
import type { Range } from './range';
import type { RatingChange } from './stored-rating';

/** What a shift of one criterion does to one use case, or why it does nothing. */
export type Shift =
  | { readonly outcome: 'shifted'; readonly change: RatingChange }
  /** Nobody answered the criterion: there is nothing to shift. */
  | { readonly outcome: 'unanswered' }
  /** The team's estimate answers it, and that is changed in Jira alone. */
  | { readonly outcome: 'estimated' }
  /** It is at the end of its scale already. */
  | { readonly outcome: 'at-the-end' };

/** Shifts the answer to one criterion by so much of its own scale; a range keeps its width as far as the scale goes. */
export function shiftCriterion(
  model: Model,
  criterion: Criterion,
  {
    rating,
    estimate,
    by,
  }: { readonly rating: Rating; readonly estimate: Estimate | undefined; readonly by: number },
): Shift {
  const followsEstimate =
    model.effort.combine === 'estimate' &&
    model.effort.criteria.some(({ id }) => id === criterion.id);
  if (followsEstimate && estimate !== undefined) return { outcome: 'estimated' };
  const base = ownAnswer(rating.answers, criterion.id);
  if (base === undefined) return { outcome: 'unanswered' };
  const next = shifted(criterion, base, by);
  if (next.likely === base.likely) return { outcome: 'at-the-end' };
  return { outcome: 'shifted', change: { input: criterion.id, base, next } };
}

/** A range moved along its scale; it keeps its width as far as the scale goes. */
export function shifted(criterion: Criterion, { low, likely, high }: Range, by: number): Range {
  const [least, most] = boundsOf(criterion);
  const moved = (figure: number): number =>
    // A tenth and two tenths are three tenths, whatever binary fractions make of it.
    Number(Math.min(most ?? Infinity, Math.max(least, figure + by)).toPrecision(12));
  return { low: moved(low), likely: moved(likely), high: moved(high) };
}
