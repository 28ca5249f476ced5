import { withinLimit, type DocumentKind } from '../document/operation';
import type { Json, JsonObject } from '../use-case/json';
import {
  answerOf,
  mergeRating,
  newRating,
  ratingLimit,
  sameAnswer,
  readRating,
  toStoredRating,
  type RatingAnswer,
  type RatingChange,
  type RatingClash,
  type StoredRating,
} from './stored-rating';

/** The rating of an issue, as the document that people write together. */
export const ratingDocument: DocumentKind<RatingChange, RatingClash> = {
  fieldOf: ({ input }) => input,
  clashOf: ({ input }) => input,
  clashWith: (raw, change) => {
    const theirs = currentIn(raw, change);
    return sameAnswer(theirs, change.next) ? undefined : { ...change, theirs };
  },
  rebased: (raw, change) => ({ ...change, base: currentIn(raw, change) }),
  change: (raw, signature, changes) => {
    const read = readRating(raw);
    if (read.state === 'newer') return { end: 'refused', refusal: { code: 'newer-record' } };
    if (read.state === 'damaged') return { end: 'refused', refusal: { code: 'damaged-record' } };
    const stored = read.state === 'ready' ? read.rating : newRating();
    const merge = mergeRating(stored, signature.op, changes);
    if (merge.applied.length === 0) return { end: 'same', clashes: merge.clashes };
    const value = withRoom(stored, (room) => toStoredRating(room, merge, signature));
    return withinLimit(value, ratingLimit, merge.clashes);
  },
  replace: () => ({ end: 'refused', refusal: { code: 'damaged-record' } }),
};

function currentIn(raw: Json | undefined, { input }: RatingChange): RatingAnswer {
  const read = readRating(raw);
  return read.state === 'absent' ? null : answerOf(read.rating, input);
}

/** A history must not keep anybody from answering: where room runs out, the oldest edits are forgotten. */
function withRoom(stored: StoredRating, store: (rating: StoredRating) => JsonObject): JsonObject {
  let { changes } = stored;
  const lengthOf = (): number => JSON.stringify(store({ ...stored, changes })).length;
  while (changes.length > 0 && lengthOf() > ratingLimit) {
    changes = changes.slice(1);
  }
  return store({ ...stored, changes });
}
