import { fields, type FieldName, type FieldValue, type Risk } from '../use-case/fields';
import { parseValue } from '../use-case/parse-value';
import { readNumber } from './read-kpi';
import { readRisks, writeRisks } from './read-risks';

/** A field's value as the text that a person edits: a list has a line per item. */
export function textOfValue(field: FieldName, value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return fields[field] === 'risks'
    ? writeRisks(value as readonly Risk[])
    : (value as readonly string[]).join('\n');
}

/** Reads what a person typed; `undefined` where it is no value of the field. */
export function valueOfText(field: FieldName, text: string): FieldValue | undefined {
  const trimmed = text.trim();
  const parsed = parseValue(field, typedValue(field, trimmed));
  return parsed.ok && (trimmed === '' || parsed.value !== null) ? parsed.value : undefined;
}

function typedValue(field: FieldName, text: string): FieldValue {
  switch (fields[field]) {
    case 'number':
      return readNumber(text.replace(/\s*%$/u, ''));
    case 'list':
      return lines(text);
    case 'risks':
      return readRisks(lines(text));
    default:
      return text;
  }
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-•*]\s+/u, '').trim())
    .filter((line) => line !== '');
}
