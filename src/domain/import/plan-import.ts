import { blankRow, type ImportRow } from './import-row';

/** An issue that is there already, as far as matching needs it. */
export type ExistingIssue = {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
};

/** How rows find the issues that they mean. */
export type MatchBy = 'key' | 'title' | 'nothing';

/** What a person decided about one row: make an issue, leave it out, or this issue's id. */
export type RowDecision = 'make' | 'leave' | { readonly issue: string };

/** Where new issues hang: each for itself, below an issue, or below the first row of this import. */
export type ImportRoot =
  | { readonly root: 'none' }
  | { readonly root: 'issue'; readonly id: string }
  | { readonly root: 'new'; readonly title: string };

/** What an import shall do, before it is looked at row by row. */
export type ImportChoices = {
  readonly matchBy: MatchBy;
  readonly under: ImportRoot;
  /** By the number of the row. */
  readonly decided: ReadonlyMap<number, RowDecision>;
};

/** What will happen to one row. */
export type PlannedRow = {
  readonly row: ImportRow;
  readonly action:
    | { readonly action: 'make' }
    | { readonly action: 'merge'; readonly issue: ExistingIssue }
    /** One title means several issues, or stands twice in the source: a person says which. */
    | { readonly action: 'ask'; readonly candidates: readonly ExistingIssue[] }
    | { readonly action: 'leave'; readonly why: 'decided' | 'no-title' };
  /** The row that it hangs below, by number; undefined where it hangs below no other row. */
  readonly parentRow: number | undefined;
  /** The issue that it hangs below, by id. */
  readonly parentIssue: string | undefined;
};

/** Says what an import would do with each row. Nothing is written while a row is still to be asked. */
export function planImport(
  rows: readonly ImportRow[],
  existing: readonly ExistingIssue[],
  choices: ImportChoices,
): readonly PlannedRow[] {
  const known: Known = {
    byKey: new Map(existing.map((issue) => [issue.key.toUpperCase(), issue])),
    byTitle: grouped(existing, ({ summary }) => summary),
    rowsByTitle: grouped(rows, ({ title }) => title),
  };
  const rowsByKey = new Map(rows.map((row) => [folded(row.key), row]));
  return rows.map((row) => ({
    row,
    action: actionFor(row, known, choices),
    ...parentFor(row, { known, rowsByKey, under: choices.under }),
  }));
}

type Known = {
  readonly byKey: ReadonlyMap<string, ExistingIssue>;
  readonly byTitle: ReadonlyMap<string, readonly ExistingIssue[]>;
  readonly rowsByTitle: ReadonlyMap<string, readonly ImportRow[]>;
};

function actionFor(
  row: ImportRow,
  known: Known,
  { matchBy, decided }: ImportChoices,
): PlannedRow['action'] {
  const decision = decided.get(row.number);
  if (decision === 'leave') return { action: 'leave', why: 'decided' };
  const meant = decision === 'make' ? undefined : meantIssue(row, known, { matchBy, decision });
  if (meant !== undefined) return { action: 'merge', issue: meant };
  if (row.title === '') return { action: 'leave', why: 'no-title' };
  return decision === undefined && matchBy === 'title'
    ? actionByTitle(row, known)
    : { action: 'make' };
}

/** The issue that a person chose for a row, or that its key names. */
function meantIssue(
  row: ImportRow,
  { byKey }: Known,
  {
    matchBy,
    decision,
  }: { readonly matchBy: MatchBy; readonly decision: Exclude<RowDecision, string> | undefined },
): ExistingIssue | undefined {
  if (decision !== undefined) return [...byKey.values()].find(({ id }) => id === decision.issue);
  return matchBy === 'key' ? byKey.get(row.key.toUpperCase()) : undefined;
}

function actionByTitle(row: ImportRow, { byTitle, rowsByTitle }: Known): PlannedRow['action'] {
  const candidates = byTitle.get(folded(row.title)) ?? [];
  const twice = (rowsByTitle.get(folded(row.title))?.length ?? 0) > 1;
  if (candidates.length > 1 || twice) return { action: 'ask', candidates };
  const [only] = candidates;
  return only === undefined ? { action: 'make' } : { action: 'merge', issue: only };
}

/** A parent is named by key or by title: in the source first, then among what is there. */
function parentFor(
  row: ImportRow,
  {
    known: { byKey, byTitle, rowsByTitle },
    rowsByKey,
    under,
  }: {
    readonly known: Known;
    readonly rowsByKey: ReadonlyMap<string, ImportRow>;
    readonly under: ImportRoot;
  },
): Pick<PlannedRow, 'parentRow' | 'parentIssue'> {
  if (row.parent === '') {
    return {
      parentRow: under.root === 'new' ? rootRow : undefined,
      parentIssue: under.root === 'issue' ? under.id : undefined,
    };
  }
  const named = folded(row.parent);
  const above = rowsByKey.get(named) ?? first(rowsByTitle, named);
  if (above !== undefined && above !== row)
    return { parentRow: above.number, parentIssue: undefined };
  const issue = byKey.get(row.parent.toUpperCase()) ?? first(byTitle, named);
  return { parentRow: undefined, parentIssue: issue?.id };
}

function first<Item>(
  groups: ReadonlyMap<string, readonly Item[]>,
  title: string,
): Item | undefined {
  return groups.get(title)?.[0];
}

/** The number of the row that stands for a new use case above the others; rows count from 1. */
export const rootRow = 0;

/** The row of a new use case that the others hang below. */
export function rowOfRoot(title: string): ImportRow {
  return blankRow(rootRow, title);
}

function grouped<Item>(
  items: readonly Item[],
  titleOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const title = folded(titleOf(item));
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [item]);
    else group.push(item);
  }
  return groups;
}

/** Two titles are the same whatever their case and spacing. */
function folded(title: string): string {
  return title.trim().replace(/\s+/gu, ' ').toLowerCase();
}
