import { asRecord, readExport, type ProjectExport } from '../export/project-export';
import { findInText, type FoundRecord } from '../fill/read-text';
import { toValues } from '../fill/to-values';
import type { Values } from '../use-case/fields';
import type { Json } from '../use-case/json';
import { readRecord } from '../use-case/stored-record';
import { guessColumns, type ColumnTarget } from './columns';
import type { BlankForm, FoundProgramme } from './found-programme';
import { capitalised } from './capitalised';
import { blankRow, type ImportRow } from './import-row';
import { looksLikeTable, readCsv, type CsvProblem } from './read-csv';
import { isDiscoveryPage, readDiscoveryPage } from './read-discovery-page';
import { isFrameworkPage, readFrameworkPage } from './read-framework-page';
import { readJsonTable } from './read-json-table';
import { isRefinementPage, readRefinementPage } from './read-refinement-page';
import type { Table } from './read-table';

/** The longest text that is read, in characters. Longer ones are for a spreadsheet to split. */
export const sourceLimit = 4 * 1024 * 1024;

/** Why a source could not be read. */
export type SourceProblem =
  | CsvProblem
  | { readonly problem: 'empty' | 'nothing-found' | 'broken-json' | 'unknown-json' }
  | { readonly problem: 'too-long'; readonly length: number }
  | { readonly problem: 'newer-export'; readonly schema: number };

/** What a source turned out to be. */
export type ReadSource =
  | {
      readonly kind: 'text';
      readonly rows: readonly ImportRow[];
      readonly records: readonly FoundRecord[];
      /** Lines that fit no field, with their numbers. */
      readonly unknown: readonly { readonly number: number; readonly source: string }[];
    }
  | { readonly kind: 'table'; readonly table: Table; readonly columns: readonly ColumnTarget[] }
  | {
      readonly kind: 'export';
      readonly rows: readonly ImportRow[];
      readonly export: ProjectExport;
    }
  | { readonly kind: 'programme'; readonly found: FoundProgramme }
  | { readonly kind: 'form'; readonly form: BlankForm }
  | { readonly kind: 'problem'; readonly problem: SourceProblem };

/** Reads a text as whatever it is; its file name, where it has one, tells tables from texts. */
export function readSource(text: string, fileName = ''): ReadSource {
  if (text.trim() === '') return unread({ problem: 'empty' });
  if (text.length > sourceLimit) return unread({ problem: 'too-long', length: text.length });
  if (/\.json$/iu.test(fileName) || /^\s*[[{]\s*["{[\]}]/u.test(text)) return readJson(text);
  if (/\.(?:csv|tsv)$/iu.test(fileName) || looksLikeTable(text)) return readTable(text);
  return readPage(text) ?? readRecords(text);
}

/** The pages that the method comes from are told by what they show, not by their names. */
function readPage(text: string): ReadSource | undefined {
  if (isFrameworkPage(text)) return { kind: 'form', form: readFrameworkPage(text) };
  if (isDiscoveryPage(text)) return { kind: 'programme', found: readDiscoveryPage(text) };
  if (isRefinementPage(text)) return { kind: 'programme', found: readRefinementPage(text) };
  return undefined;
}

function unread(problem: SourceProblem): ReadSource {
  return { kind: 'problem', problem };
}

function readTable(text: string): ReadSource {
  const read = readCsv(text);
  if (!read.ok) return unread({ problem: read.problem, row: read.row });
  const { table } = read;
  return { kind: 'table', table, columns: guessColumns(table.headings) };
}

function readJson(text: string): ReadSource {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return unread({ problem: 'broken-json' });
  }
  const found = readExport(value);
  if (found.state === 'newer') return unread({ problem: 'newer-export', schema: found.schema });
  if (found.state === 'export') {
    return { kind: 'export', export: found.export, rows: found.export.issues.map(rowOfExport) };
  }
  const table = readJsonTable(value);
  return table === undefined
    ? unread({ problem: 'unknown-json' })
    : { kind: 'table', table, columns: guessColumns(table.headings) };
}

function rowOfExport(issue: ProjectExport['issues'][number], index: number): ImportRow {
  const { key, summary, parent, type, useCase, document, rating } = issue;
  return {
    ...blankRow(index + 1, summary),
    key,
    parent: parent ?? '',
    type,
    values: { ...valuesIn('useCase', useCase), ...valuesIn('document', document) },
    raw: {
      useCase: asRecord(useCase),
      document: asRecord(document),
      rating: asRecord(rating),
    },
  };
}

function valuesIn(kind: 'useCase' | 'document', raw: Json | undefined): Values {
  const read = readRecord(kind, raw);
  return read.state === 'ready' || read.state === 'damaged' ? read.record.values : {};
}

function readRecords(text: string): ReadSource {
  const { records, lines } = findInText(text);
  if (records.length === 0) return unread({ problem: 'nothing-found' });
  return {
    kind: 'text',
    records,
    rows: records.map(rowOfRecord),
    unknown: lines
      .filter(({ fate }) => fate === 'unknown')
      .map(({ number, source }) => ({ number, source })),
  };
}

function rowOfRecord(record: FoundRecord, index: number): ImportRow {
  const { title, values, note } = toValues(record);
  const spoken = title === '' ? spokenTitle(values) : title;
  const problems: ImportRow['problems'] = spoken === '' ? [{ problem: 'no-title' }] : [];
  return { ...blankRow(index + 1, spoken), values, note, problems };
}

/** A record without a title is called by what it wants. */
function spokenTitle(values: Values): string {
  const said = [values['story.goal'], values.what, values.why].find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  const [line = ''] = (said ?? '').split('\n');
  return capitalised(line.slice(0, 120));
}
