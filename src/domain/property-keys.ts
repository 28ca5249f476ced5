import type { RecordKind } from './use-case/fields';

/** What an issue can bear of Northstar's: the two records, the rating, and the score that follows from it. */
export type PropertyKind = RecordKind | 'rating' | 'score';

/** The issue property of each. No dots: Automation reads them as smart values. */
export const propertyKeys: Readonly<Record<PropertyKind, string>> = {
  useCase: 'northstarUseCase',
  document: 'northstarDocument',
  rating: 'northstarRating',
  score: 'northstarScore',
};
