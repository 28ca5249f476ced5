import { valueOfCell, unguard } from '../export/cell';
import { exportHeadings } from '../export/csv';
import { valueOfText } from '../fill/value-text';
import { parseValue } from '../use-case/parse-value';
import { fields, isEmpty, type FieldName, type FieldValue } from '../use-case/fields';
import type { ColumnTarget } from './columns';
import type { ImportRow, RowProblem } from './import-row';

/** A table as it was read: headings, and rows of cells as text. */
export type Table = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Turns the rows of a table into what they offer, each cell to where its column goes. */
export function rowsOfTable(
  { headings, rows }: Table,
  columns: readonly ColumnTarget[],
): readonly ImportRow[] {
  const isOwn = exportHeadings.every((heading) => headings.includes(heading));
  return rows.map((cells, index) => rowOf(cells, { headings, columns, isOwn, number: index + 1 }));
}

type Reading = {
  readonly headings: readonly string[];
  readonly columns: readonly ColumnTarget[];
  /** Whether Northstar exported it: then its cells are read to the letter. */
  readonly isOwn: boolean;
  readonly number: number;
};

type Draft = {
  readonly issue: Record<'key' | 'summary' | 'parent' | 'type', string>;
  readonly values: Partial<Record<FieldName, FieldValue>>;
  readonly note: string[];
  readonly problems: RowProblem[];
};

function rowOf(cells: readonly string[], reading: Reading): ImportRow {
  const draft: Draft = {
    issue: { key: '', summary: '', parent: '', type: '' },
    values: {},
    note: [],
    problems: [],
  };
  if (cells.length !== reading.headings.length) {
    const columns = reading.headings.length;
    draft.problems.push({ problem: 'odd-length', cells: cells.length, columns });
  }
  cells.forEach((cell, index) => {
    const text = unguard(cell);
    placeCell(draft, reading.isOwn ? text : text.trim(), reading, index);
  });
  const { key, summary: title, parent, type } = draft.issue;
  if (title === '' && key === '') draft.problems.push({ problem: 'no-title' });
  const { values, note, problems } = draft;
  return { number: reading.number, key, title, parent, type, values, note, problems };
}

function placeCell(
  draft: Draft,
  text: string,
  { headings, columns, isOwn }: Reading,
  index: number,
): void {
  const target = columns[index] ?? 'keep';
  if (text === '' || target === 'skip') return;
  const kept = `${headings[index] ?? `Column ${String(index + 1)}`}: ${text}`;
  switch (target) {
    case 'keep':
      draft.note.push(kept);
      return;
    case 'key':
    case 'summary':
    case 'parent':
    case 'type':
      draft.issue[target] = text.replace(/\s+/gu, ' ');
      return;
    default: {
      const value = isOwn ? ownValue(target, text) : cellValue(target, text);
      if (value === undefined) {
        draft.problems.push({ problem: 'unreadable', field: target, text });
        draft.note.push(kept);
      } else if (!isEmpty(value)) draft.values[target] = value;
    }
  }
}

/** A cell lists its items by lines or by semicolons, as spreadsheets do. */
function cellValue(field: FieldName, text: string): FieldValue | undefined {
  const listed = fields[field] === 'list' && !text.includes('\n') ? text.split(/\s*;\s*/u) : [text];
  const value =
    fields[field] === 'stage' || fields[field] === 'direction' ? text.toLowerCase() : '';
  return valueOfText(field, value === '' ? listed.join('\n') : value);
}

/** A cell of our own export says what it says, spaces and all; what was typed into it is read as ever. */
function ownValue(field: FieldName, text: string): FieldValue | undefined {
  const marked = valueOfCell(field, text);
  if (marked !== undefined) return marked;
  const isText = fields[field] === 'text' || fields[field] === 'line';
  const exact = fields[field] === 'number' ? Number(text) : text;
  const parsed = isText || fields[field] === 'number' ? parseValue(field, exact) : undefined;
  return parsed?.ok === true ? parsed.value : cellValue(field, text.trim());
}
