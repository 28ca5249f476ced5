import type { FieldName, Values } from '../use-case/fields';
import type { JsonObject } from '../use-case/json';

/** Something about a row that a person should see before it is written. Nothing of it is lost. */
export type RowProblem =
  /** A cell that is no value of its field; its text is kept in the note. */
  | { readonly problem: 'unreadable'; readonly field: FieldName; readonly text: string }
  | { readonly problem: 'no-title' }
  /** Cells beyond the last column, or too few of them. */
  | { readonly problem: 'odd-length'; readonly cells: number; readonly columns: number };

/** The stored values of a row that comes from an export, written as they are. */
export type RawRecords = {
  readonly useCase?: JsonObject | undefined;
  readonly document?: JsonObject | undefined;
  readonly rating?: JsonObject | undefined;
};

/** One use case or story that a source offers. `blankRow` has what most of them leave out. */
export type ImportRow = {
  /** The row or the record of the source, counted from 1. */
  readonly number: number;
  /** The key of the issue that it means, `''` where it names none. */
  readonly key: string;
  readonly title: string;
  /** The key or the title of the use case above it, `''` where it stands alone. */
  readonly parent: string;
  /** The name of the issue type it had, `''` where the source does not say. */
  readonly type: string;
  readonly values: Values;
  /** Words of the source that have no field. */
  readonly note: readonly string[];
  readonly problems: readonly RowProblem[];
  readonly raw?: RawRecords;
};

/** A row that says no more than its title. */
export function blankRow(number: number, title: string): ImportRow {
  return { number, title, key: '', parent: '', type: '', values: {}, note: [], problems: [] };
}
