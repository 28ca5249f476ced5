import type { AppError, VisibilityPayload, VisibilityView } from '../contract';
import { readSettings, toStoredSettings } from '../domain/project-settings';
import { failure, success, type Result } from '../domain/result';
import type { ProjectId } from '../ports/ids';
import type { ProjectProperties } from '../ports/project-properties';
import { translateProblem } from './translate-problem';

/**
 * Turns Northstar on or off in a project as the viewer, who must administer it. Jira has no
 * conditional write for project properties, so the value is read back: a lost race is told.
 */
export async function changeVisibility(
  projects: ProjectProperties,
  project: ProjectId,
  { visibility }: VisibilityPayload,
): Promise<Result<VisibilityView, AppError>> {
  const before = await projects.loadProject(project);
  if (!before.ok) return failure(translateProblem(before.error));
  if (!before.value.mayAdminister) return failure({ code: 'may-not-administer' });
  const { rev } = readSettings(before.value.rawSettings);
  const next = toStoredSettings(before.value.rawSettings, { rev: rev + 1, visibility });
  const written = await projects.writeSettings(project, next);
  if (!written.ok) {
    const { problem } = written.error;
    return failure(
      problem === 'forbidden' ? { code: 'may-not-administer' } : translateProblem(written.error),
    );
  }
  const after = await projects.loadProject(project);
  if (!after.ok) return failure(translateProblem(after.error));
  const now = readSettings(after.value.rawSettings);
  return success({ visibility: now.visibility, lostRace: now.visibility !== visibility });
}
