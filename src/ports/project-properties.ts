import type { Result } from '../domain/result';
import type { RawProgramme } from '../domain/programme/stored-programme';
import type { Json } from '../domain/use-case/json';
import type { ProjectId } from '../domain/ids';
import type { JiraProblem } from './issue-records';

/** A project's settings and programme, unread, and whether the viewer administers the project. */
export type ProjectSubject = {
  readonly key: string;
  readonly name: string;
  readonly mayAdminister: boolean;
  /** Whether the viewer may edit issues of the project; single issues may still refuse. */
  readonly mayEdit: boolean;
  readonly rawSettings: Json | undefined;
  readonly rawProgramme: RawProgramme;
};

/** Projects with their settings and programme, read as the viewer. */
export type ProjectProperties = {
  readonly loadProject: (project: ProjectId) => Promise<Result<ProjectSubject, JiraProblem>>;
};
