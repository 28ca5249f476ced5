import { fieldGroups, type FieldGroup } from '#domain/fields/columns/groups';
import type { FieldName } from '#domain/use-case/fields';

/** The group that a field is edited in. */
export function groupOf(field: FieldName): FieldGroup {
  const all: readonly FieldGroup[] = Object.values(fieldGroups).flat();
  return all.find(({ fields }) => fields.includes(field)) ?? fieldGroups.stage[0];
}
