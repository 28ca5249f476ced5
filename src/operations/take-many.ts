import type { AppError, ManyEdit, TakeManyPayload, TakeManyView } from '../contract';
import type { Operation } from '../domain/document/operation';
import { isOpen, takenBy, type WriteLock } from '../domain/document/write-lock';
import { propertyKeys } from '../domain/property-keys';
import { failure, success, type Result } from '../domain/result';
import type { DocumentPlace } from '../ports/documents';
import type { AccountId, IssueId } from '../ports/ids';
import type { IssueEditPorts } from './edit-issue-document';
import { translateProblem } from './translate-problem';

type End = TakeManyView['issues'][number]['end'];

const attempts = 3;

/**
 * Takes the locks of one document of many issues, so that the browser may write them as the viewer. The
 * permission to edit is checked for all of them with one request; nothing that is stored is told. An
 * issue with another operation under way is contested: only a function can merge that in.
 */
export async function takeMany(
  ports: IssueEditPorts,
  viewer: AccountId,
  { document, edits }: TakeManyPayload,
): Promise<Result<TakeManyView, AppError>> {
  const { records, locks, followUps, clock } = ports;
  const mayEdit = await records.readEditable(edits.map(({ issue }) => issue as IssueId));
  if (!mayEdit.ok) return failure(translateProblem(mayEdit.error));
  const at = new Date(clock.now()).toISOString();
  const ends = new Map<string, End>();
  const unknown = new Set<string>();
  const alone = new Set<string>();
  for (const { issue } of edits)
    if (!mayEdit.value.has(issue as IssueId)) ends.set(issue, 'may-not-edit');
  const placeOf = ({ issue }: ManyEdit): DocumentPlace => ({
    ...{ entity: 'issue', id: issue, key: propertyKeys[document] },
  });
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const open = edits.filter(({ issue }) => !ends.has(issue));
    if (open.length === 0) break;
    const found = await locks.getSeveral(open.map(placeOf));
    if (!found.ok) return failure({ code: 'no-answer' });
    const planned = open.map((edit, index) => ({ edit, seen: found.value[index] }));
    const quiet = planned.filter(({ edit, seen }) => !isContested(seen, edit.opId));
    for (const { edit, seen } of planned)
      if (isContested(seen, edit.opId)) ends.set(edit.issue, 'contested');
    const now = clock.now();
    const changes = quiet.map(({ edit, seen }) => ({
      place: placeOf(edit),
      seen,
      next: takenBy(seen, operationOf(edit, viewer, at), { head: undefined, now }),
    }));
    const puts = await locks.put(changes);
    for (const [index, { edit }] of quiet.entries()) {
      if (puts[index] === 'put') ends.set(edit.issue, 'taken');
      if (isAloneIn(quiet[index]?.seen, edit.opId)) alone.add(edit.issue);
      if (puts[index] === 'unknown') unknown.add(edit.issue);
    }
  }
  const taken = edits.filter(({ issue }) => ends.get(issue) === 'taken');
  if (taken.length > 0) void followUps.askFor(taken.map(placeOf));
  return success({
    at,
    issues: edits.map(({ issue }) => ({
      issue,
      end: endOf(ends.get(issue), unknown.has(issue)),
      isAlone: alone.has(issue),
    })),
  });
}

function endOf(end: End | undefined, isUnknown: boolean): End {
  if (end === 'taken' || end === 'may-not-edit') return end;
  return isUnknown ? 'unknown' : 'contested';
}

function isAloneIn(lock: WriteLock | undefined, opId: string): boolean {
  return (lock?.operations ?? []).every(({ op, intent }) => op === opId || intent === undefined);
}

function isContested(lock: WriteLock | undefined, opId: string): boolean {
  return lock?.operations.some((each) => isOpen(each) && each.op !== opId) === true;
}

function operationOf(
  { opId, changes }: ManyEdit,
  viewer: AccountId,
  at: string,
): Operation<unknown> {
  return { op: opId, by: viewer, at, intent: { does: 'change', changes } };
}
