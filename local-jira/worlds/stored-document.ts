import type { DocumentKind, FromTo, Signature } from '../../src/domain/document/operation';
import type { Rating } from '../../src/domain/scoring/rating';
import { ratingDocument } from '../../src/domain/scoring/rating-document';
import { answerOf } from '../../src/domain/scoring/stored-rating';
import type { JsonObject } from '../../src/domain/use-case/json';

/** A document as the app stores it after its first save. */
export function firstSave<Change extends FromTo>(
  kind: DocumentKind<Change>,
  signature: Signature,
  changes: readonly Change[],
): JsonObject {
  const saved = kind.change(undefined, signature, changes);
  if (saved.end !== 'changed') throw new Error('A world holds a document that cannot be saved.');
  return saved.value;
}

/** A rating as the app stores it after its first save. */
export function firstRating(rating: Rating, signature: Signature): JsonObject {
  const inputs = [...Object.keys(rating.answers), 'evidence'];
  const changes = inputs.map((input) => ({ input, base: null, next: answerOf(rating, input) }));
  return firstSave(ratingDocument, signature, changes);
}
