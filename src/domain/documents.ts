import { programmeKeys, programmeParts, type ProgrammePart } from './programme/programme';
import { settingsKey } from './project-settings';
import type { AuthoredKind } from './property-keys';

/** The most documents that one request names, to Forge's store and so to the app. */
export const locksAtOnce = 25;

/** What names a document in a call: one of an issue's, or one of its project's. */
export const issueDocuments = ['useCase', 'document', 'rating'] as const satisfies AuthoredKind[];
export const projectDocuments = ['settings', ...programmeParts] as const;

/** The property of one of a project's documents. */
export function projectKeyOf(document: 'settings' | ProgrammePart): string {
  return document === 'settings' ? settingsKey : programmeKeys[document];
}
