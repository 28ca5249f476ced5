import type { RecordKind } from './use-case/fields';

/**
 * What an issue can bear of Northstar's: the two records, the rating, the score that follows from it, and
 * the name of the row that an import made it of.
 */
export type PropertyKind = AuthoredKind | 'score' | 'import';

/** What people wrote; the score follows from it and can be made again. */
export type AuthoredKind = RecordKind | 'rating';

/** The issue property of each. No dots: Automation reads them as smart values. */
export const propertyKeys: Readonly<Record<PropertyKind, string>> = {
  useCase: 'northstarUseCase',
  document: 'northstarDocument',
  rating: 'northstarRating',
  score: 'northstarScore',
  import: 'northstarImport',
};
