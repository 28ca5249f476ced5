import type { DocumentKind } from './document/operation';
import { programmeKeys, programmeParts } from './programme/programme';
import { programmeDocument } from './programme/programme-document';
import { settingsKey } from './settings/project-settings';
import { propertyKeys } from './property-keys';
import { ratingDocument } from './scoring/rating-document';
import { settingsDocument } from './settings/settings-document';
import { recordDocument } from './use-case/record-document';

/** Every document that people write together, by the property that holds it. */
const kinds: Readonly<Record<string, unknown>> = {
  [propertyKeys.useCase]: recordDocument('useCase'),
  [propertyKeys.document]: recordDocument('document'),
  [propertyKeys.rating]: ratingDocument,
  [settingsKey]: settingsDocument,
  ...Object.fromEntries(
    programmeParts.map((part) => [programmeKeys[part], programmeDocument(part)]),
  ),
};

/** The kind of document that a property holds; undefined for a property that is none of ours. */
export function documentKindOf(key: string): DocumentKind<unknown, unknown> | undefined {
  // A document's changes are kept under its own key, so they are of its kind.
  return Object.hasOwn(kinds, key) ? (kinds[key] as DocumentKind<unknown, unknown>) : undefined;
}
