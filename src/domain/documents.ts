import { programmeKeys, programmeParts, type ProgrammePart } from './programme/programme';
import { settingsKey } from './settings/project-settings';

/** The most documents that one request names, to Forge's store and so to the app. */
export const locksAtOnce = 25;

/** What names a document of a project in a call. */
export const projectDocuments = ['settings', ...programmeParts] as const;

/** The property of one of a project's documents. */
export function projectKeyOf(document: 'settings' | ProgrammePart): string {
  return document === 'settings' ? settingsKey : programmeKeys[document];
}
