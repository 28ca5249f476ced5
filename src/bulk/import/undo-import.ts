import type { AppError } from '../../contract';
import { authoredKinds } from '../../domain/authored-kinds';
import { fingerprint } from '../../domain/document/seal';
import { workedOn, type MadeBefore, type WorkedOn } from '../../domain/import/worked-on';
import { takenBack, type FieldEdit } from '../../domain/use-case/field-edit';
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

/**
 * Takes an import back: deletes what it made and reverts what it merged. An issue that somebody has
 * worked on since stays as it is. It can be run again for what failed or was left to a rule.
 */
export async function undoImport(
  ports: ImportPorts,
  order: Pick<ImportOrder, 'project' | 'importId' | 'planned' | 'by'>,
  outcomes: ReadonlyMap<number, RowOutcome>,
  { before, withRules, onProgress }: UndoWish,
): Promise<UndoneImport> {
  const undone = new Map(before);
  const own = ownOf(order, outcomes, before);
  const around = await lookAround(ports, order, outcomes);
  for (const row of childrenFirst(order, outcomes)) {
    const outcome = outcomes.get(row);
    const earlier = before.get(row)?.end;
    if (outcome === undefined || !('issue' in outcome) || isOver(earlier, withRules)) continue;
    const mayDeleteRuled = withRules && isRuled(earlier);
    const looked = { order, row, own, around, mayDeleteRuled };
    const hidden = hiddenBelow(row, order, undone);
    undone.set(row, { issue: outcome.issue, end: await endOf(outcome, looked, hidden) });
    onProgress(new Map(undone));
  }
  return undone;

  function endOf(
    outcome: Extract<RowOutcome, { outcome: 'made' | 'merged' }>,
    looked: Looked,
    hidden: MadeIssue | undefined,
  ): UndoEnd | Promise<UndoEnd> {
    if (outcome.outcome === 'merged') return restore(ports, looked, outcome);
    return hidden === undefined
      ? takeBack(ports, looked, outcome)
      : { end: 'holds', below: hidden };
  }
}

/**
 * The other issues of the project, each with its parent as it is now: the search may not know yet that one
 * was made, or moved below an issue of the import.
 */
type Around = {
  readonly childrenOf: (issue: IssueId) => Promise<Result<readonly ProjectIssue[], JiraProblem>>;
};

async function lookAround(
  { issues }: ImportPorts,
  { project }: Pick<ImportOrder, 'project'>,
  outcomes: ReadonlyMap<number, RowOutcome>,
): Promise<Around> {
  const [listed, newest] = await Promise.all([
    issues.listIssues(project, { kinds: [] }),
    issues.readNewest(project, []),
  ]);
  const known = new Map<IssueId, ProjectIssue>();
  const learn = (found: readonly ProjectIssue[]): void => {
    for (const issue of found) known.set(issue.id, issue);
  };
  if (listed.ok && newest.ok) learn([...listed.value, ...newest.value]);
  const made = [...outcomes.values()].flatMap((each) => ('issue' in each ? [each.issue.key] : []));
  let last = highest([...made, ...keysOf(known.values())]);
  return {
    childrenOf: async (issue) => {
      if (!listed.ok) return listed;
      if (!newest.ok) return newest;
      // Others go on working while an undo runs.
      const later = await issues.readNewest(project, [], last);
      if (!later.ok) return later;
      learn(later.value);
      last = highest([last, ...keysOf(later.value)]);
      return success([...known.values()].filter(({ parentId }) => parentId === issue));
    },
  };
}

function keysOf(issues: Iterable<ProjectIssue>): readonly string[] {
  return [...issues].map(({ key }) => key);
}

function highest(keys: readonly string[]): string {
  const number = (key: string): number => Number(/\d+$/u.exec(key)?.[0] ?? 0);
  return keys.reduce((most, key) => (number(key) > number(most) ? key : most), keys[0] ?? '');
}

function isRuled(end: UndoEnd | undefined): boolean {
  return end?.end === 'kept' && end.by === 'rule';
}

/** What is not tried again. */
function isOver(end: UndoEnd | undefined, withRules: boolean): boolean {
  if (end === undefined || end.end === 'failed' || end.end === 'holds') return false;
  return !(withRules && isRuled(end));
}

/** The issues of the import, and the keys of those that it linked: such links are nobody's work. */
type Own = {
  readonly by: string;
  readonly issues: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  /** What was deleted by this undo: the search may still name it as a child. */
  readonly deleted: Set<string>;
};

function ownOf(
  { by }: Pick<ImportOrder, 'by'>,
  outcomes: ReadonlyMap<number, RowOutcome>,
  before: UndoneImport,
): Own {
  const made = [...outcomes.values()].flatMap((each) => (each.outcome === 'made' ? [each] : []));
  const linked = made.flatMap(({ linkedTo }) => linkedTo?.key ?? []);
  return {
    issues: new Set(made.map(({ issue }) => issue.id)),
    keys: new Set([...made.map(({ issue }) => issue.key), ...linked]),
    by,
    deleted: new Set(
      [...before.values()].flatMap(({ issue, end }) => (end.end === 'deleted' ? [issue.id] : [])),
    ),
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

/** An issue of the import below a row that may still be there, although the viewer does not see it. */
function hiddenBelow(
  row: number,
  { planned }: Pick<ImportOrder, 'planned'>,
  undone: UndoneImport,
): MadeIssue | undefined {
  const below = planned.filter(({ parentRow }) => parentRow === row);
  const ends = below.map(({ row: { number } }) => undone.get(number));
  return ends.find((each) => each?.end.end === 'gone')?.issue;
}

type Looked = {
  readonly order: Pick<ImportOrder, 'project' | 'importId'>;
  readonly row: number;
  readonly own: Own;
  readonly around: Around;
  /** Whether the person was told what a rule did here, and wants it deleted all the same. */
  readonly mayDeleteRuled: boolean;
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
  const { order, own, around, mayDeleteRuled } = looked;
  const [found, near] = await Promise.all([
    ports.issues.readWork(issue.id),
    around.childrenOf(issue.id),
  ]);
  if (!found.ok)
    return found.error.problem === 'gone' ? { end: 'gone' } : { end: 'failed', error: found.error };
  if (!near.ok) return { end: 'failed', error: near.error };
  const children = [...found.value.children, ...near.value];
  const below = children.find(({ id }) => own.issues.has(id) && !own.deleted.has(id));
  if (below !== undefined)
    return { end: 'holds', below: { id: below.id as IssueId, key: below.key } };
  const work = workedOn({ ...found.value, children }, { ...own, project: order.project, records });
  if (work !== undefined && !(mayDeleteRuled && work.by === 'rule'))
    return { end: 'kept', ...work };
  const end = await remove(ports, issue.id, found.value.raw);
  if (end.end === 'deleted') own.deleted.add(issue.id);
  return end;
}

async function remove(
  ports: ImportPorts,
  issue: IssueId,
  raw: MadeBefore['raw'],
): Promise<UndoEnd> {
  const deletion = await ports.issues.deleteIssue(issue);
  if (deletion.ok) return { end: 'deleted' };
  if (deletion.error.problem === 'gone') return { end: 'gone' };
  if (deletion.error.problem === 'forbidden') return clear(ports, issue, raw);
  return wasDeleted(ports, issue, deletion.error);
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
