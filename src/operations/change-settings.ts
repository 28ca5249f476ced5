import type { AppError, SettingsView, PayloadOf } from '../contract';
import { settingsKey } from '../domain/settings/project-settings';
import type { Result } from '../domain/result';
import { settingsDocument } from '../domain/settings/settings-document';
import type { AccountId, ProjectId } from '../domain/ids';
import { editProjectDocument, type ProjectEditPorts } from './edit-project-document';

/**
 * Changes a project's settings as the viewer, who must administer it. What a newer Northstar wrote is
 * left alone, and what is damaged is replaced only where the viewer says so, as they saw it.
 */
export function changeSettings(
  ports: ProjectEditPorts,
  project: ProjectId,
  viewer: AccountId,
  { opId, changes, replaces }: PayloadOf<'changeSettings'>,
): Promise<Result<SettingsView, AppError>> {
  return editProjectDocument(ports, project, viewer, {
    key: settingsKey,
    kind: settingsDocument,
    opId,
    intent: replaces === null ? { does: 'change', changes } : { does: 'replace', seen: replaces },
    rawIn: ({ rawSettings }) => rawSettings,
  });
}
