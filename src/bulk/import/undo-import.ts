import type { AppError } from '../../contract';
import { authoredKinds } from '../../domain/authored-kinds';
import { fingerprint } from '../../domain/document/seal';
import { workedOn, type MadeBefore, type WorkedOn } from '../../domain/import/worked-on';
import { takenBack, type FieldEdit } from '../../domain/use-case/merge-edit';
import { success, type Result } from '../../domain/result';
import type { IssueId } from '../../domain/ids';
import type { JiraProblem } from '../../ports/issue-records';
import type { MadeIssue, ProjectIssue } from '../../ports/project-issues';
import { saveChanges } from '../edit-many';
import { opOf, type ImportOrder, type ImportPorts, type RowOutcome } from './import-order';

/** What became of one row's issue when the import was taken back. */
export type UndoEnd =
  | { readonly end: 'deleted' }
  /** It was not there any more, or the viewer may not see it: Jira tells the two apart to nobody. */
  | { readonly end: 'gone' }
  /** The viewer may not delete it; its records are gone. */
  | { readonly end: 'cleared' }
  /** Its fields say what they said before, but for those that somebody changed since. */
  | { readonly end: 'restored'; readonly kept: readonly FieldEdit[] }
  | ({ readonly end: 'kept' } & WorkedOn)
  /** An issue of the import that hangs below it stays, and so it stays, too. */
  | { readonly end: 'holds'; readonly below: MadeIssue }
  | { readonly end: 'failed'; readonly error: AppError | JiraProblem };

/** What came of an undo, by the number of the row. */
export type UndoneImport = ReadonlyMap<
  number,
  { readonly issue: MadeIssue; readonly end: UndoEnd }
>;

/** How an undo is to go: which issues go although a rule changed them, and what ended before. */
export type UndoWish = {
  readonly before: UndoneImport;
  readonly withRules: boolean;
  readonly onProgress: (undone: UndoneImport) => void;
};

/** An undo is looked at again after so many issues: others go on working meanwhile. */
const issuesPerLook = 25;

/**
 * Takes an import back: deletes what it made and reverts what it merged. An issue that somebody has
 * worked on since stays as it is. It can be run again for what failed or was left to a rule.
 */
export async function undoImport(
  ports: ImportPorts,
  order: Pick<ImportOrder, 'project' | 'importId' | 'planned'>,
  outcomes: ReadonlyMap<number, RowOutcome>,
  { before, withRules, onProgress }: UndoWish,
): Promise<UndoneImport> {
  const undone = new Map(before);
  const own = ownOf(outcomes);
  let newest: Newest = success([]);
  let looks = 0;
  for (const row of childrenFirst(order, outcomes)) {
    const outcome = outcomes.get(row);
    if (outcome?.outcome !== 'made' && outcome?.outcome !== 'merged') continue;
    if (isOver(before.get(row)?.end, withRules)) continue;
    if (looks % issuesPerLook === 0) newest = await ports.issues.readNewest(order.project, []);
    looks += 1;
    const below = staysBelow(row, order, undone);
    const looked = { order, row, own, newest, withRules };
    undone.set(row, { issue: outcome.issue, end: await endOf(outcome, looked, below) });
    onProgress(new Map(undone));
  }
  return undone;

  function endOf(
    outcome: Extract<RowOutcome, { outcome: 'made' | 'merged' }>,
    looked: Looked,
    below: MadeIssue | undefined,
  ): UndoEnd | Promise<UndoEnd> {
    if (outcome.outcome === 'merged') return restore(ports, looked, outcome);
    return below === undefined ? takeBack(ports, looked, outcome) : { end: 'holds', below };
  }
}

/** The issues that no search knows yet: without them nobody can tell what hangs below an issue. */
type Newest = Result<readonly ProjectIssue[], JiraProblem>;

/** What is not tried again. */
function isOver(end: UndoEnd | undefined, withRules: boolean): boolean {
  if (end === undefined || end.end === 'failed' || end.end === 'holds') return false;
  return !(withRules && end.end === 'kept' && end.by === 'rule');
}

/** The issues of the import, and the keys of those that it linked: such links are nobody's work. */
type Own = { readonly issues: ReadonlySet<string>; readonly keys: ReadonlySet<string> };

function ownOf(outcomes: ReadonlyMap<number, RowOutcome>): Own {
  const made = [...outcomes.values()].flatMap((each) => (each.outcome === 'made' ? [each] : []));
  const linked = made.flatMap(({ linkedTo }) => linkedTo?.key ?? []);
  return {
    issues: new Set(made.map(({ issue }) => issue.id)),
    keys: new Set([...made.map(({ issue }) => issue.key), ...linked]),
  };
}

/** Children before what they hang below: Jira would orphan them otherwise. */
function childrenFirst(
  { planned }: Pick<ImportOrder, 'planned'>,
  outcomes: ReadonlyMap<number, RowOutcome>,
): readonly number[] {
  const above = new Map(planned.map(({ row, parentRow }) => [row.number, parentRow]));
  const depth = (row: number, seen: readonly number[] = []): number => {
    const parent = above.get(row);
    return parent === undefined || seen.includes(row) ? 0 : 1 + depth(parent, [...seen, row]);
  };
  return [...outcomes.keys()]
    .map((row) => ({ row, depth: depth(row) }))
    .sort((left, right) => right.depth - left.depth || right.row - left.row)
    .map(({ row }) => row);
}

/** An issue of the import that hangs below a row and is still there. */
function staysBelow(
  row: number,
  { planned }: Pick<ImportOrder, 'planned'>,
  undone: UndoneImport,
): MadeIssue | undefined {
  const below = planned.filter(({ parentRow }) => parentRow === row);
  const stays = below.map(({ row: { number } }) => undone.get(number));
  return stays.find((each) => each !== undefined && !isAway(each.end))?.issue;
}

function isAway({ end }: UndoEnd): boolean {
  return end === 'deleted' || end === 'gone';
}

type Looked = {
  readonly order: Pick<ImportOrder, 'project' | 'importId'>;
  readonly row: number;
  readonly own: Own;
  readonly newest: Newest;
  readonly withRules: boolean;
};

async function restore(
  { saveMany }: ImportPorts,
  { order, row }: Looked,
  { issue, edit }: Extract<RowOutcome, { outcome: 'merged' }>,
): Promise<UndoEnd> {
  const changes = takenBack(edit.saved);
  if (changes.length === 0) return { end: 'restored', kept: [] };
  const operation = `${opOf(order, row)}-undo`;
  const end = (await saveChanges(saveMany, [{ issue: issue.id, changes, operation }])).get(
    issue.id,
  );
  if (end === undefined) return { end: 'failed', error: { code: 'no-answer' } };
  return end.failed === undefined
    ? { end: 'restored', kept: end.clashed }
    : { end: 'failed', error: end.failed.error };
}

async function takeBack(
  ports: ImportPorts,
  looked: Looked,
  { issue, records }: Extract<RowOutcome, { outcome: 'made' }>,
): Promise<UndoEnd> {
  const { order, own, newest, withRules } = looked;
  const found = await ports.issues.readWork(issue.id);
  if (!found.ok)
    return found.error.problem === 'gone' ? { end: 'gone' } : { end: 'failed', error: found.error };
  if (!newest.ok) return { end: 'failed', error: newest.error };
  const unknownToSearch = newest.value.filter(({ parentId }) => parentId === issue.id);
  const children = [...found.value.children, ...unknownToSearch];
  const work = workedOn({ ...found.value, children }, { ...own, project: order.project, records });
  if (work !== undefined && !(withRules && work.by === 'rule')) return { end: 'kept', ...work };
  const deletion = await ports.issues.deleteIssue(issue.id);
  if (deletion.ok) return { end: 'deleted' };
  if (deletion.error.problem === 'forbidden') return clear(ports, issue.id, found.value.raw);
  return wasDeleted(ports, issue.id, deletion.error);
}

/** Whatever the answer was, reading tells whether the issue is still there. */
async function wasDeleted(
  { issues }: ImportPorts,
  issue: IssueId,
  error: JiraProblem,
): Promise<UndoEnd> {
  const after = await issues.readWork(issue);
  const isAway = !after.ok && after.error.problem === 'gone';
  return isAway ? { end: 'deleted' } : { end: 'failed', error };
}

async function clear(
  { removeRecord }: ImportPorts,
  issue: IssueId,
  raw: MadeBefore['raw'],
): Promise<UndoEnd> {
  for (const kind of authoredKinds) {
    const seen = raw[kind];
    if (seen === undefined) continue;
    const removed = await removeRecord(issue, kind, fingerprint(seen));
    if (!removed.ok) return { end: 'failed', error: removed.error };
  }
  return { end: 'cleared' };
}
