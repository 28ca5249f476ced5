import { jiraDocuments } from '#adapters/jira/documents';
import type { AppError, ProgrammeView, Saving } from '#contract';
import {
  partOf,
  type ProgrammeChange,
  type ProgrammeClash,
} from '#domain/programme/programme-change';
import { programmeDocument } from '#domain/programme/programme-document';
import { programmeKeys, type ProgrammePart } from '#domain/programme/programme';
import { failure, success, type Result } from '#domain/result';
import type { ProjectId } from '#domain/ids';
import { api } from './api';
import { requestAsViewer } from './bridge';
import { stayWithSave, type Saved } from './record/stay-with-save';
import { staying } from './staying';

/** How the save of one part of a programme ended. */
type PartEnd = Result<Saved<ProgrammeChange>, AppError>;

/** Saves changes of a programme, each of its parts for itself, and stays with them to the end. */
export async function saveProgramme(
  project: ProjectId,
  changes: readonly ProgrammeChange[],
  onChecking: () => void,
): Promise<readonly PartEnd[]> {
  const opId = crypto.randomUUID();
  const parts = [...new Set(changes.map(partOf))];
  const first = await api.changeProgramme({ opId, changes });
  return Promise.all(
    parts.map((part) => {
      const own = changes.filter((each) => partOf(each) === part);
      return stayWithSave(staying, {
        kind: programmeDocument(part),
        changes: own,
        written: { issue: null, document: part, opId },
        // One call changes all parts; each is stayed with by itself.
        send: () => Promise.resolve(endOf(part, first)),
        read: () =>
          jiraDocuments(requestAsViewer).read({
            ...{ entity: 'project', id: project, key: programmeKeys[part] },
          }),
        onChecking,
      });
    }),
  );
}

/** What an answer says of one part. */
function endOf(
  part: ProgrammePart,
  answer: Result<ProgrammeView, AppError>,
): Result<Saving<ProgrammeClash>, AppError> {
  if (!answer.ok) return answer;
  const { stored, clashes, checking, failed } = answer.value;
  const problem = failed.find((each) => each.part === part);
  if (problem !== undefined) return failure(problem.error);
  if (checking.includes(part)) return success({ state: 'checking' });
  const own = clashes.filter((clash) => partOf(clash) === part);
  return success({ state: 'saved', stored: stored[part] ?? null, clashes: own });
}
