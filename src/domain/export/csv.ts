import Papa from 'papaparse';
import { textOfValue } from '../fill/value-text';
import { fields, type FieldName } from '../use-case/fields';
import { valuesOfIssue } from './document';
import type { ProjectExport } from './project-export';

const facts = ['key', 'summary', 'type', 'parent'] as const;
const names = Object.keys(fields) as readonly FieldName[];

/** A project as one table: a row per issue, a column per field, named as in docs/record.md. */
export function csvOf({ issues }: ProjectExport): string {
  const rows = issues.map((issue) => {
    const values = valuesOfIssue(issue);
    return [
      ...facts.map((fact) => issue[fact] ?? ''),
      ...names.map((name) => textOfValue(name, values[name])),
    ];
  });
  return csvText([[...facts, ...names], ...rows]);
}

/**
 * Rows as comma-separated text. A cell that a spreadsheet would calculate is marked as text with a
 * leading quote, as OWASP advises.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return Papa.unparse(rows as (string | number)[][], { escapeFormulae: calculated });
}

/** What a spreadsheet takes for a formula. The library's own pattern overlooks cells of several lines. */
const calculated = /^[=+\-@\t\r]/u;
