import type { Result } from '../domain/result';
import type { ProgrammePart } from '../domain/programme/programme';
import type { RawProgramme } from '../domain/programme/stored-programme';
import type { Json, JsonObject } from '../domain/use-case/json';
import type { ProjectId } from './ids';
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

/** Settings on projects. Jira itself lets only a project's admins write them. */
export type ProjectProperties = {
  readonly loadProject: (project: ProjectId) => Promise<Result<ProjectSubject, JiraProblem>>;
  readonly writeSettings: (
    project: ProjectId,
    value: JsonObject,
  ) => Promise<Result<null, JiraProblem>>;
  readonly writeProgrammePart: (
    project: ProjectId,
    part: ProgrammePart,
    value: JsonObject,
  ) => Promise<Result<null, JiraProblem>>;
};
