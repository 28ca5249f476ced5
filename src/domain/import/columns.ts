import { fieldOfElement } from '../fill/element-fields';
import { findLabel } from '../fill/labels';
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

// Words of column headings that texts do not use as labels.
const fieldColumns: Readonly<Record<string, FieldName>> = {
  goal: 'why',
  businessgoal: 'why',
  outcome: 'what',
  action: 'what',
  destinations: 'where',
  destination: 'where',
  events: 'dataObjects',
  event: 'dataObjects',
  sources: 'how.data',
  source: 'how.data',
  segments: 'who',
  deadline: 'kpi.by',
  notes: 'note',
  comment: 'note',
};

/** Guesses what a column is by its heading. A heading that says nothing known is kept as a note. */
export function guessColumn(heading: string): ColumnTarget {
  const trimmed = heading.trim();
  if (isFieldName(trimmed)) return trimmed;
  const letters = trimmed.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (letters === '') return 'keep';
  if (Object.hasOwn(issueColumns, letters)) return issueColumns[letters] ?? 'keep';
  if (Object.hasOwn(fieldColumns, letters)) return fieldColumns[letters] ?? 'keep';
  const label = findLabel(trimmed);
  return (label && fieldOfElement(label.element)) ?? 'keep';
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
