import { documentKind } from '../document/document-kind';
import type { DocumentKind } from '../document/operation';
import {
  answerOf,
  newRating,
  ratingLimit,
  readRating,
  sameAnswer,
  toStoredRating,
  withAnswer,
  type RatingChange,
  type ReadRating,
  type StoredRating,
} from './stored-rating';
import type { Rating } from './rating';

type Read = { readonly state: ReadRating['state']; readonly rating: StoredRating };

/** The rating of an issue, as the document that people write together. */
export const ratingDocument: DocumentKind<RatingChange> = documentKind<RatingChange, Read>({
  read: (raw) => {
    const read = readRating(raw);
    return read.state === 'absent' ? { ...read, rating: newRating() } : read;
  },
  fieldOf: ({ input }) => input,
  current: ({ rating }, { input }) => answerOf(rating, input),
  isSame: sameAnswer,
  fieldsKey: 'inputs',
  write: ({ rating }, { applied, ...history }) => {
    const answered = applied.reduce<Rating>(
      (all, { input, next }) => withAnswer(all, input, next),
      rating,
    );
    return toStoredRating(rating, answered, history);
  },
  limit: ratingLimit,
  // The panel alone reads a rating, and it is short: the oldest edits make room for an answer.
  forget: () => undefined,
});
