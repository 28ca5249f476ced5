import type { FieldName } from '#domain/use-case/fields';
import type { Programme, ProgrammeListName } from '#domain/programme/programme';

const listOfField: Readonly<Partial<Record<FieldName, ProgrammeListName>>> = {
  why: 'goals',
  who: 'audiences',
  where: 'channels',
  'kpi.name': 'northStarKpis',
  'how.data': 'data',
  dataObjects: 'data',
  actors: 'stakeholders',
  approval: 'stakeholders',
};

/** What the programme offers for a field. Fields without a list take free text only. */
export function picksFor(
  field: FieldName,
  { lists }: Programme,
): { readonly list: ProgrammeListName; readonly names: readonly string[] } | undefined {
  const list = listOfField[field];
  return list === undefined ? undefined : { list, names: lists[list].map(({ name }) => name) };
}
