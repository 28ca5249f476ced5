import Papa from 'papaparse';
import { guessColumn } from './columns';
import type { Table } from './read-table';

/** Why a text is no table: what is wrong and in which row, counted from 1 with the headings. */
export type CsvProblem = {
  readonly problem: 'open-quote' | 'no-rows' | 'no-columns';
  readonly row: number;
};

/** Reads comma, semicolon or tab separated text, whatever its quotes and line ends. */
export function readCsv(
  text: string,
): { readonly ok: true; readonly table: Table } | ({ readonly ok: false } & CsvProblem) {
  const { data, errors } = Papa.parse<readonly string[]>(text.replace(/^\uFEFF/u, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined) return { ok: false, problem: 'open-quote', row: (broken.row ?? 0) + 1 };
  const [headings, ...rows] = data;
  if (headings === undefined || rows.length === 0) return { ok: false, problem: 'no-rows', row: 1 };
  if (headings.length < 2) return { ok: false, problem: 'no-columns', row: 1 };
  return { ok: true, table: { headings, rows } };
}

/** Whether a pasted text is a table: its first line names two things that a column can be. */
export function looksLikeTable(text: string): boolean {
  const [first = ''] = text.split(/\r?\n/u, 1);
  const cells = first.split(/[,;\t]/u);
  const known = cells.filter((cell) => guessColumn(cell.replace(/^"|"$/gu, '')) !== 'keep');
  return cells.length > 1 && cells.length < 120 && known.length >= 2 && !/[.!?:]\s*$/u.test(first);
}
