import type { AppError } from '../contract';
import { failure, type Result } from '../domain/result';
import type { ProjectId } from '../ports/ids';
import type { JiraProblem } from '../ports/issue-records';
import type { ProjectProperties, ProjectSubject } from '../ports/project-properties';
import { translateProblem } from './translate-problem';

/** A project that the viewer may see. */
export async function seeProject(
  projects: ProjectProperties,
  project: ProjectId,
): Promise<Result<ProjectSubject, AppError>> {
  const found = await projects.loadProject(project);
  return found.ok ? found : failure(translateProblem(found.error));
}

/** A project that the viewer administers. */
export async function administerProject(
  projects: ProjectProperties,
  project: ProjectId,
): Promise<Result<ProjectSubject, AppError>> {
  const seen = await seeProject(projects, project);
  if (!seen.ok || seen.value.mayAdminister) return seen;
  return failure({ code: 'may-not-administer' });
}

/** Why a project property was not written. Only its admins may write one. */
export function translateRefusal(error: JiraProblem): AppError {
  return error.problem === 'forbidden' ? { code: 'may-not-administer' } : translateProblem(error);
}
