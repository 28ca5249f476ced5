import { isJsonObject, type Json, type JsonObject } from '../use-case/json';
import type { Table } from './read-table';

/**
 * Reads JSON of somebody else's making as a table: its first list of objects that has two columns or
 * more. A list within a cell has a line per item.
 */
export function readJsonTable(value: unknown): Table | undefined {
  const list: readonly unknown[] | undefined = Array.isArray(value) ? value : firstListOf(value);
  const records = list?.filter(isJsonObject) ?? [];
  const headings = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (records.length === 0 || headings.length < 2) return undefined;
  return { headings, rows: records.map((record) => headings.map((name) => cellOf(record, name))) };
}

function firstListOf(value: unknown): readonly unknown[] | undefined {
  if (!isJsonObject(value)) return undefined;
  return Object.values(value).find(isListOfObjects);
}

function isListOfObjects(value: Json): value is readonly Json[] {
  return Array.isArray(value) && value.some((each: unknown) => isJsonObject(each));
}

function cellOf(record: JsonObject, name: string): string {
  return Object.hasOwn(record, name) ? textOf(record[name]) : '';
}

function textOf(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (isList(value)) return value.map(textOf).join('\n');
  if (!isJsonObject(value)) return String(value);
  return Object.entries(value)
    .map(([key, inner]) => {
      const text = textOf(inner).replaceAll('\n', ', ');
      return text === '' ? key : `${key}: ${text}`;
    })
    .join('\n');
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
