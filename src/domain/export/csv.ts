import Papa from 'papaparse';
import { fields, type FieldName } from '../use-case/fields';
import { cellOf, guard } from './cell';
import { valuesOfIssue } from './document';
import type { ProjectExport } from './project-export';

const facts = ['key', 'summary', 'type', 'parent'] as const;
const names = Object.keys(fields) as readonly FieldName[];

/** The headings of an exported project. */
export const exportHeadings: readonly string[] = [...facts, ...names];

/** A project as one table: a row per issue, a column per field, named as in docs/record.md. */
export function csvOf({ issues }: ProjectExport): string {
  const rows = issues.map((issue) => {
    const values = valuesOfIssue(issue);
    return [
      ...facts.map((fact) => issue[fact] ?? ''),
      ...names.map((name) => cellOf(name, values[name])),
    ];
  });
  return csvText([exportHeadings, ...rows]);
}

/** Tells spreadsheets that the text is UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * Rows as comma-separated text that a spreadsheet opens as it is: every cell in quotes, so that its own
 * list separator parts nothing, and guarded against being calculated.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  const guardedRows = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell : guard(cell))),
  );
  return byteOrderMark + Papa.unparse(guardedRows, { quotes: true });
}
