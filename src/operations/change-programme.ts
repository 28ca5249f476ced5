import type { AppError, ProgrammeView } from '../contract';
import {
  holdsChange,
  mergeProgramme,
  partOf,
  type ProgrammeChange,
} from '../domain/programme/merge-programme';
import type { ProgrammePart } from '../domain/programme/programme';
import {
  readProgramme,
  toStoredPart,
  type RawProgramme,
} from '../domain/programme/stored-programme';
import { failure, success, type Result } from '../domain/result';
import { propertyLimit } from '../domain/use-case/stored-record';
import type { ProjectId } from '../ports/ids';
import type { ProjectProperties, ProjectSubject } from '../ports/project-properties';
import { administerProject, translateRefusal } from './open-project';

const attempts = 3;

/**
 * Changes a project's programme as the viewer, who must administer the project. Jira has no
 * conditional write for project properties: each part is read, merged entry by entry, written and
 * read back. What another admin overwrote in between is merged anew, and told where that does not help.
 */
export async function changeProgramme(
  projects: ProjectProperties,
  project: ProjectId,
  changes: readonly ProgrammeChange[],
): Promise<Result<ProgrammeView, AppError>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await administerProject(projects, project);
    if (!before.ok) return before;
    const written = await writeParts(projects, project, { before: before.value, changes });
    if (!written.ok) return written;
    const after = await administerProject(projects, project);
    if (!after.ok) return after;
    const { programme } = readProgramme(after.value.rawProgramme);
    const { clashes } = written.value;
    const wanted = changes.filter((change) => clashes.every((clash) => clash.change !== change));
    const lost = wanted.filter((change) => !holdsChange(programme, change));
    if (lost.length === 0 || attempt === attempts - 1)
      return success({ stored: jsonOf(after.value.rawProgramme), clashes, lost });
  }
  return failure({ code: 'busy' });
}

async function writeParts(
  projects: ProjectProperties,
  project: ProjectId,
  {
    before,
    changes,
  }: { readonly before: ProjectSubject; readonly changes: readonly ProgrammeChange[] },
): Promise<Result<Pick<ProgrammeView, 'clashes'>, AppError>> {
  const read = readProgramme(before.rawProgramme);
  const merge = mergeProgramme(read.programme, changes);
  const parts = new Set<ProgrammePart>(merge.applied.map(partOf));
  for (const part of parts) {
    if (read.locked.includes(part)) return failure({ code: 'newer-record' });
    const next = toStoredPart(
      part,
      { programme: merge.programme, rev: read.rev },
      before.rawProgramme[part],
    );
    const over = JSON.stringify(next).length - propertyLimit;
    if (over > 0) return failure({ code: 'too-long', over, longest: [] });
    const written = await projects.writeProgrammePart(project, part, next);
    if (!written.ok) return failure(translateRefusal(written.error));
  }
  return success({ clashes: merge.clashes });
}

/** What crosses the bridge is JSON: a part that is not set is left out. */
function jsonOf(raw: RawProgramme): ProgrammeView['stored'] {
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined));
}
