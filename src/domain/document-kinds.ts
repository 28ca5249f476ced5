import type { DocumentKind, FromTo } from './document/operation';
import { programmeKeys, programmeParts } from './programme/programme';
import { programmeDocument } from './programme/programme-document';
import { settingsKey } from './settings/project-settings';
import { propertyKeys, type AuthoredKind } from './property-keys';
import { ratingDocument } from './scoring/rating-document';
import { settingsDocument } from './settings/settings-document';
import { recordDocument } from './use-case/record-document';

/** A document's changes are kept under its own key, and so they are of its kind whoever hands them over. */
function ofAny<Change extends FromTo>(kind: DocumentKind<Change>): DocumentKind<FromTo> {
  return kind as unknown as DocumentKind<FromTo>;
}

/** The kinds of what people write about an issue. */
export const authoredDocuments: Readonly<Record<AuthoredKind, DocumentKind<FromTo>>> = {
  useCase: ofAny(recordDocument('useCase')),
  document: ofAny(recordDocument('document')),
  rating: ofAny(ratingDocument),
};

/** Every document that people write together, by the property that holds it. */
const byKey: ReadonlyMap<string, DocumentKind<FromTo>> = new Map([
  ...Object.entries(authoredDocuments).map(
    ([name, kind]) => [propertyKeys[name as AuthoredKind], kind] as const,
  ),
  [settingsKey, ofAny(settingsDocument)],
  ...programmeParts.map((part) => [programmeKeys[part], ofAny(programmeDocument(part))] as const),
]);

/** The kind of document that a property holds; undefined for a property that is none of ours. */
export function documentKindOf(key: string): DocumentKind<FromTo> | undefined {
  return byKey.get(key);
}
