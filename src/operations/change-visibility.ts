import type { AppError, VisibilityPayload, VisibilityView } from '../contract';
import { readSettings, toStoredSettings } from '../domain/project-settings';
import { failure, success, type Result } from '../domain/result';
import type { ProjectId } from '../ports/ids';
import type { ProjectProperties } from '../ports/project-properties';
import { administerProject, seeProject, translateRefusal } from './open-project';

/**
 * Turns Northstar on or off in a project as the viewer, who must administer it. Jira has no
 * conditional write for project properties, so the value is read back: a lost race is told.
 */
export async function changeVisibility(
  projects: ProjectProperties,
  project: ProjectId,
  { visibility }: VisibilityPayload,
): Promise<Result<VisibilityView, AppError>> {
  const before = await administerProject(projects, project);
  if (!before.ok) return before;
  const { rev } = readSettings(before.value.rawSettings);
  const next = toStoredSettings(before.value.rawSettings, { rev: rev + 1, visibility });
  const written = await projects.writeSettings(project, next);
  if (!written.ok) return failure(translateRefusal(written.error));
  const after = await seeProject(projects, project);
  if (!after.ok) return after;
  const now = readSettings(after.value.rawSettings);
  return success({ visibility: now.visibility, lostRace: now.visibility !== visibility });
}
