import { findColumn } from '../fill/labels';
import { isFieldName, type FieldName } from '../use-case/fields';

/** What a column of a table becomes: a field, a fact about the issue, a line of the note, or nothing. */
export type ColumnTarget = FieldName | 'key' | 'summary' | 'parent' | 'type' | 'keep' | 'skip';

const issueColumns: Readonly<Record<string, ColumnTarget>> = {
  key: 'key',
  issuekey: 'key',
  summary: 'summary',
  title: 'summary',
  name: 'summary',
  usecase: 'summary',
  usecasename: 'summary',
  usecasetitle: 'summary',
  userstory: 'summary',
  story: 'summary',
  parent: 'parent',
  parentkey: 'parent',
  epic: 'parent',
  epiclink: 'parent',
  type: 'type',
  issuetype: 'type',
  status: 'skip',
};

/** Guesses what a column is by its heading. A heading that says nothing known is kept as a note. */
export function guessColumn(heading: string): ColumnTarget {
  const trimmed = heading.trim();
  if (isFieldName(trimmed)) return trimmed;
  const letters = trimmed.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (letters === '') return 'keep';
  if (Object.hasOwn(issueColumns, letters)) return issueColumns[letters] ?? 'keep';
  return findColumn(trimmed) ?? 'keep';
}

/** Guesses all columns; of several that would fill one place the first does, the others are kept. */
export function guessColumns(headings: readonly string[]): readonly ColumnTarget[] {
  const taken = new Set<ColumnTarget>();
  return headings.map((heading) => {
    const target = guessColumn(heading);
    const again = taken.has(target) && target !== 'keep' && target !== 'skip';
    taken.add(target);
    return again ? 'keep' : target;
  });
}
