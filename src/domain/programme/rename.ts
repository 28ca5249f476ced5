import type { FieldName, FieldValue, Values } from '../use-case/fields';
import { emptyValue, fields } from '../use-case/fields';
import type { FieldEdit } from '../use-case/merge-edit';
import type { ProgrammeListName } from './programme';

/** The fields in which use cases say the name of an entry. */
export const fieldsNaming: Readonly<Partial<Record<ProgrammeListName, readonly FieldName[]>>> = {
  goals: ['why'],
  audiences: ['who'],
  channels: ['where'],
  northStarKpis: ['kpi.name'],
  data: ['how.data', 'dataObjects'],
  stakeholders: ['actors', 'approval'],
};

/**
 * The edits by which a use case says a new name where it said the old one: as the whole answer, or as
 * one of several parted by commas, semicolons or lines. A name inside of a sentence stays.
 */
export function renameEdits(
  list: ProgrammeListName,
  values: Values,
  { from, to }: { readonly from: string; readonly to: string },
): readonly FieldEdit[] {
  return (fieldsNaming[list] ?? []).flatMap((field) => {
    const base = values[field] ?? emptyValue(field);
    const next = renamed(field, base, { from, to });
    return next === base ? [] : [{ field, base, next }];
  });
}

function renamed(
  field: FieldName,
  value: FieldValue,
  { from, to }: { readonly from: string; readonly to: string },
): FieldValue {
  const isOld = (text: string): boolean => text.trim().toLowerCase() === from.trim().toLowerCase();
  if (fields[field] === 'list') {
    const items = (value ?? []) as readonly string[];
    return items.some(isOld) ? items.map((item) => (isOld(item) ? to : item)) : value;
  }
  if (typeof value !== 'string') return value;
  const parts = value.split(/([,;\n])/u);
  if (!parts.some(isOld)) return value;
  return parts.map((part) => (isOld(part) ? part.replace(part.trim(), () => to) : part)).join('');
}
