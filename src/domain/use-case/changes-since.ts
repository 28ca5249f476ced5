import { isFieldName, type FieldName } from './fields';
import type { Change } from './stored-record';

/** What others changed in the meantime: by whom, when last, which fields. */
export type ChangesByPerson = {
  readonly by: string;
  readonly at: string;
  readonly fields: readonly FieldName[];
};

/**
 * Gathers the edits after `seenRev` that are not the viewer's own, person by person, latest first.
 * Edits older than the record remembers are not reported.
 */
export function changesSince(
  changes: readonly Change[],
  seenRev: number,
  viewer: string,
): readonly ChangesByPerson[] {
  const people = new Map<string, { at: string; fields: Set<FieldName> }>();
  for (const change of changes) {
    if (change.rev <= seenRev || change.by === viewer) continue;
    const person = people.get(change.by) ?? { at: change.at, fields: new Set<FieldName>() };
    person.at = change.at;
    for (const field of change.fields) if (isFieldName(field)) person.fields.add(field);
    people.set(change.by, person);
  }
  return [...people]
    .map(([by, { at, fields }]) => ({ by, at, fields: [...fields] }))
    .sort((left, right) => right.at.localeCompare(left.at));
}
