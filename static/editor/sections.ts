import { sections, type Section } from '#domain/fields/columns/sections';
import { isEmpty, type AllValues, type FieldName } from '#domain/use-case/fields';

/** How many of a section's questions are answered. */
export function answeredIn({ fields }: Section, values: AllValues): number {
  return fields.filter((field) => !isEmpty(values[field])).length;
}

/** The section that a field is edited in. */
export function sectionOf(field: FieldName): Section {
  const found = sections.find(({ fields }) => fields.includes(field));
  if (found === undefined) throw new Error(`${field} is in no section.`);
  return found;
}
