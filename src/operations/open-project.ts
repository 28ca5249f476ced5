import type { AppError } from '../contract';
import { failure, type Result } from '../domain/result';
import type { ProjectId } from '../domain/ids';
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
