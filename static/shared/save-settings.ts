import { jiraDocuments } from '#adapters/jira/documents';
import type { AppError, PayloadOf } from '#contract';
import type { SettingsChange } from '#domain/settings/settings';
import { settingsKey } from '#domain/settings/project-settings';
import type { Result } from '#domain/result';
import { settingsDocument } from '#domain/settings/settings-document';
import type { ProjectId } from '#domain/ids';
import { api } from './api';
import { requestAsViewer } from './bridge';
import { stayWithSave, type Saved } from './record/stay-with-save';
import { staying } from './staying';

/** What an admin wants of the settings of a project. */
export type SettingsEditing = {
  readonly changes: readonly SettingsChange[];
  /** The fingerprint of damaged settings to be written over; null where none are. */
  readonly replaces: string | null;
  /** Hears that it is not known yet whether they were saved. */
  readonly onChecking: () => void;
};

/** Saves settings of a project and stays with the save until its fate is known. */
export function saveSettings(
  project: ProjectId,
  { changes, replaces, onChecking }: SettingsEditing,
): Promise<Result<Saved<SettingsChange>, AppError>> {
  const opId = crypto.randomUUID();
  const payload: PayloadOf<'changeSettings'> = { opId, changes, replaces };
  const documents = jiraDocuments(requestAsViewer);
  return stayWithSave(staying, {
    kind: settingsDocument,
    changes,
    written: { issue: null, document: 'settings', opId },
    send: () => api.changeSettings(payload),
    read: () => documents.read({ entity: 'project', id: project, key: settingsKey }),
    onChecking,
  });
}
