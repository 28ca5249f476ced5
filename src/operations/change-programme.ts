import type { AppError, ProgrammeView, PayloadOf } from '../contract';
import { partOf } from '../domain/programme/programme-change';
import { programmeKeys, type Programme, type ProgrammePart } from '../domain/programme/programme';
import { readProgramme } from '../domain/programme/stored-programme';
import { programmeDocument } from '../domain/programme/programme-document';
import { sameName } from '../domain/same-name';
import { failure, success, type Result } from '../domain/result';
import type { AccountId, ProjectId } from '../domain/ids';
import { editProjectDocument, type ProjectEditPorts } from './edit-project-document';

/**
 * Changes a project's programme as the viewer, who must administer the project. Each part is a document
 * of its own; the answer says of each what came of it, and fails as a whole only where every part did.
 */
export async function changeProgramme(
  ports: ProjectEditPorts,
  project: ProjectId,
  viewer: AccountId,
  { opId, changes }: PayloadOf<'changeProgramme'>,
): Promise<Result<ProgrammeView, AppError>> {
  const parts = [...new Set(changes.map(partOf))];
  const ends = await Promise.all(
    parts.map(async (part) => ({ part, end: await changePart(part) })),
  );
  const failed = ends.flatMap(({ part, end }) => (end.ok ? [] : [{ part, error: end.error }]));
  const [first] = failed;
  if (first !== undefined && failed.length === ends.length) return failure(first.error);
  const settled = ends.flatMap(({ part, end }) =>
    end.ok && end.value.state === 'saved' ? [{ part, ...end.value }] : [],
  );
  return success({
    stored: Object.fromEntries(
      settled.flatMap(({ part, stored }) => (stored === null ? [] : [[part, stored] as const])),
    ),
    clashes: settled.flatMap(({ clashes }) => clashes),
    checking: ends.flatMap(({ part, end }) =>
      end.ok && end.value.state === 'checking' ? [part] : [],
    ),
    failed,
  });

  function changePart(part: ProgrammePart) {
    return editProjectDocument(ports, project, viewer, {
      key: programmeKeys[part],
      kind: programmeDocument(part),
      opId,
      intent: { does: 'change', changes: changes.filter((each) => partOf(each) === part) },
      rawIn: ({ rawProgramme }) => rawProgramme[part],
      refusalIn: ({ rawProgramme }) => takenName(readProgramme(rawProgramme).programme, changes),
    });
  }
}

/** The refusal of a new name that another entry of its list bears; undefined where there is none. */
function takenName(
  { lists }: Programme,
  changes: PayloadOf<'changeProgramme'>['changes'],
): AppError | undefined {
  const named = changes.flatMap((change) => {
    if (!('list' in change) || change.next === null) return [];
    const { list, id, base, next } = change;
    return base?.name === next.name ? [] : [{ list, id, name: next.name }];
  });
  const taken = named.find(
    ({ list, id, name }, index) =>
      lists[list].some((entry) => entry.id !== id && sameName(entry.name, name)) ||
      named.slice(0, index).some((each) => each.list === list && sameName(each.name, name)),
  );
  return taken && { code: 'name-taken', name: taken.name };
}
