import type { AppError, ManyEdit, TakeManyView, PayloadOf } from '../contract';
import type { FromTo, Operation } from '../domain/document/operation';
import { isOpen, takenBy, type WriteLock } from '../domain/document/write-lock';
import { propertyKeys } from '../domain/property-keys';
import { failure, success, type Result } from '../domain/result';
import type { DocumentPlace } from '../ports/documents';
import type { AccountId, IssueId } from '../domain/ids';
import type { IssueEditPorts } from './edit-issue-document';
import { translateProblem } from './translate-problem';

const attempts = 3;

/**
 * Takes the locks of one document of many issues, so that the browser may write them as the viewer. The
 * permission to edit is checked for all of them with one request; nothing that is stored is told. An
 * issue with another operation under way is contested: only a function can merge that in.
 */
export async function takeMany(
  ports: IssueEditPorts,
  viewer: AccountId,
  { document, edits }: PayloadOf<'takeMany'>,
): Promise<Result<TakeManyView, AppError>> {
  const { records, followUps, clock } = ports;
  const mayEdit = await records.readEditable(edits.map(({ issue }) => issue as IssueId));
  if (!mayEdit.ok) return failure(translateProblem(mayEdit.error));
  const at = new Date(clock.now()).toISOString();
  const ends = new Map<string, Attempt>();
  const begun = new Set<string>();
  for (const { issue } of edits)
    if (!mayEdit.value.has(issue as IssueId)) ends.set(issue, { issue, ...refused });
  const isOpenYet = ({ issue }: ManyEdit): boolean => !settled.has(ends.get(issue)?.end);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const open = edits.filter(isOpenYet);
    if (open.length === 0) break;
    const round = await takeOnce(ports, { viewer, at, document }, open);
    if (!round.ok) return round;
    for (const each of round.value) {
      ends.set(each.issue, each);
      if (each.end === 'unknown') begun.add(each.issue);
    }
  }
  const issues = edits.map(({ issue }) =>
    told(ends.get(issue) ?? { issue, ...contested }, begun.has(issue)),
  );
  const taken = issues.filter(({ end }) => end === 'taken');
  // Waited for: a function may be put to sleep once it has answered.
  if (taken.length > 0) await followUps.askFor(taken.map(({ issue }) => placeOf(document, issue)));
  return success({ at, issues });
}

type Issue = TakeManyView['issues'][number];

const refused = { end: 'may-not-edit', isAlone: false } as const;
const contested = { end: 'contested', isAlone: false } as const;

/** What one attempt at a lock came to; `lost` where somebody else took it first. */
type Attempt = Omit<Issue, 'end'> & { readonly end: Issue['end'] | 'lost' };

/** Once an answer was lost, the operation may be in the lock, whatever a later attempt came to. */
function told({ issue, end, isAlone }: Attempt, mayBeBegun: boolean): Issue {
  if (end === 'taken' || end === 'may-not-edit') return { issue, end, isAlone };
  return { issue, end: mayBeBegun ? 'unknown' : 'contested', isAlone };
}

/** Ends that another attempt does not change. */
const settled: ReadonlySet<Attempt['end'] | undefined> = new Set([
  'taken',
  'may-not-edit',
  'contested',
]);

/** One attempt at the locks of all that are open. */
async function takeOnce(
  { locks, clock }: IssueEditPorts,
  {
    viewer,
    at,
    document,
  }: {
    readonly viewer: AccountId;
    readonly at: string;
    readonly document: PayloadOf<'takeMany'>['document'];
  },
  open: readonly ManyEdit[],
): Promise<Result<readonly Attempt[], AppError>> {
  const found = await locks.getSeveral(open.map(({ issue }) => placeOf(document, issue)));
  if (!found.ok) return failure({ code: 'no-answer' });
  const now = clock.now();
  const planned = open.map((edit, index) => ({ edit, seen: found.value[index] }));
  const quiet = planned.filter(({ edit, seen }) => !isContested(seen, edit.opId));
  const puts = await locks.put(
    quiet.map(({ edit, seen }) => ({
      place: placeOf(document, edit.issue),
      seen,
      next: takenBy(seen, operationOf(edit, viewer, at), { head: undefined, now }),
    })),
  );
  const ends = new Map(quiet.map(({ edit }, index) => [edit, puts[index]]));
  return success(
    planned.map(({ edit, seen }) => {
      const { issue, opId } = edit;
      const put = ends.get(edit);
      if (put === undefined) return { issue, ...contested };
      return { issue, end: put === 'put' ? 'taken' : put, isAlone: isAloneIn(seen, opId) };
    }),
  );
}

function placeOf(document: PayloadOf<'takeMany'>['document'], issue: string): DocumentPlace {
  return { entity: 'issue', id: issue, key: propertyKeys[document] };
}

function isAloneIn(lock: WriteLock | undefined, opId: string): boolean {
  return (lock?.operations ?? []).every(({ op, intent }) => op === opId || intent === undefined);
}

function isContested(lock: WriteLock | undefined, opId: string): boolean {
  return lock?.operations.some((each) => isOpen(each) && each.op !== opId) === true;
}

function operationOf(
  { opId, changes }: ManyEdit,
  viewer: AccountId,
  at: string,
): Operation<FromTo> {
  return { op: opId, by: viewer, at, intent: { does: 'change', changes } };
}
