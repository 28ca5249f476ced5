import { documentKind, withoutKey } from '../document/document-kind';
import type { DocumentKind } from '../document/operation';
import { sameJson } from '../document/seal';
import { propertyLimit } from '../use-case/stored-record';
import {
  parseSettings,
  readSettings,
  toStoredSettings,
  type ProjectSettings,
  type ReadSettings,
  type SettingsChange,
} from './settings';
import { tellSteps } from './tell-settings';

/** A project's settings, as the document that its admins write together. */
export const settingsDocument: DocumentKind<SettingsChange> = documentKind<
  SettingsChange,
  ReadSettings
>({
  read: readSettings,
  fieldOf: ({ part }) => part,
  current: ({ settings }, { part }) => settings[part],
  isSame: sameJson,
  // Parts depend on each other: what they are to hold is judged together.
  fitting: ({ settings }, changes) => {
    const wanted = parseSettings(decided(settings, changes));
    return wanted && changes.map((change) => ({ ...change, next: wanted[change.part] }));
  },
  fieldsKey: 'parts',
  entry: ({ settings }, applied) => ({
    steps: tellSteps(
      applied.map(({ part }) => part),
      settings,
      decided(settings, applied),
    ),
  }),
  write: ({ rev, settings, source }, { applied, changes }) =>
    toStoredSettings(source, decided(settings, applied), { rev: rev + 1, changes }),
  limit: propertyLimit,
  forget: (entry) => withoutKey(entry, 'steps'),
  salvaged: (read) => ({ read, applied: [], history: read.changes }),
});

/** The settings with changes made. What they are to hold has been judged by then. */
function decided(settings: ProjectSettings, changes: readonly SettingsChange[]): ProjectSettings {
  return { ...settings, ...Object.fromEntries(changes.map(({ part, next }) => [part, next])) };
}
