import type { FieldName, FieldValue, Values } from '../use-case/fields';
import { emptyValue, fields } from '../use-case/fields';
import type { FieldEdit } from '../use-case/field-edit';
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
  const pattern = patternOf(from);
  const said = (text: string): string =>
    text.normalize('NFC').replace(pattern, (_match, before: string) => before + to);
  if (fields[field] === 'list') {
    const items = (value ?? []) as readonly string[];
    const next = items.map((item) => (isWhole(item, from) ? to : item));
    return next.every((item, index) => item === items[index]) ? value : next;
  }
  if (typeof value !== 'string') return value;
  if (isWhole(value, from)) return to;
  pattern.lastIndex = 0;
  return pattern.test(value.normalize('NFC')) ? said(value) : value;
}

/** One of several names parted by commas, semicolons or lines, with a bullet or without. */
function patternOf(name: string): RegExp {
  const words = name.normalize('NFC').trim().split(/\s+/u).map(escapedForPattern);
  return new RegExp(
    `((?:^|[,;\\n])\\s*(?:[-•*]\\s+)?)${words.join('\\s+')}(?=\\s*(?:$|[,;\\n]))`,
    'giu',
  );
}

function escapedForPattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
}

function isWhole(text: string, name: string): boolean {
  const folded = (each: string): string =>
    each.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
  return folded(text) === folded(name);
}
