import { fingerprint } from '../domain/document/seal';
import { authoredKinds } from '../domain/authored-kinds';
import type { AuthoredKind } from '../domain/property-keys';
import { readRating } from '../domain/scoring/stored-rating';
import type { Json } from '../domain/use-case/json';
import { takenBack } from '../domain/use-case/merge-edit';
import { readRecord } from '../domain/use-case/stored-record';
import type { MadeIssue } from '../ports/project-issues';
import { saveChanges } from './edit-many';
import type { ImportOrder, ImportPorts, RowOutcome } from './import-rows';

/** What the undoing of an import came to. */
export type UndoneImport = {
  readonly deleted: number;
  readonly restored: number;
  /** Issues that stay, and why: they may not be deleted (their records are gone), or were changed since. */
  readonly stay: readonly {
    readonly issue: MadeIssue;
    readonly why: 'not-allowed' | 'changed-since' | 'failed';
  }[];
};

/**
 * Takes an import back: deletes what it made and reverts what it merged. An issue that somebody has
 * worked on since stays as it is. Where the viewer may not delete, the records are cleared.
 */
export async function undoImport(
  ports: ImportPorts,
  order: Pick<ImportOrder, 'project' | 'importId'>,
  outcomes: ReadonlyMap<number, RowOutcome>,
): Promise<UndoneImport> {
  let deleted = 0;
  let restored = 0;
  const stay: UndoneImport['stay'][number][] = [];
  // Children before what they hang below: Jira would delete or orphan them otherwise.
  const backwards = [...outcomes].sort(([left], [right]) => right - left);
  for (const [row, outcome] of backwards) {
    if (outcome.outcome === 'made') {
      const end = await takeBack(ports, order, outcome);
      if (end === 'deleted') deleted += 1;
      else stay.push({ issue: outcome.issue, why: end });
    }
    if (outcome.outcome === 'merged') {
      const { issue } = outcome;
      const changes = takenBack(outcome.edits);
      const operation = `${order.importId}-${String(row)}-undo`;
      const ends = await saveChanges(ports.saveMany, [{ issue: issue.id, changes, operation }]);
      if (ends.get(issue.id)?.outcome === 'saved') restored += 1;
      else stay.push({ issue, why: 'changed-since' });
    }
  }
  return { deleted, restored, stay };
}

async function takeBack(
  { issues, removeRecord }: ImportPorts,
  { project }: Pick<ImportOrder, 'project'>,
  { issue, records }: Extract<RowOutcome, { outcome: 'made' }>,
): Promise<'deleted' | 'not-allowed' | 'changed-since' | 'failed'> {
  const listed = await issues.listIssues(project, {
    jql: `issue = ${issue.key}`,
    kinds: authoredKinds,
  });
  if (!listed.ok) return 'failed';
  const [found] = listed.value;
  if (found === undefined) return 'deleted';
  const same = (kind: AuthoredKind): boolean =>
    revOf(kind, found.raw[kind]) === revOf(kind, records[kind]);
  if (!authoredKinds.every(same)) return 'changed-since';
  const deletion = await issues.deleteIssue(issue.id);
  if (deletion.ok || deletion.error.problem === 'gone') return 'deleted';
  if (deletion.error.problem !== 'forbidden') return 'failed';
  for (const kind of authoredKinds) {
    const seen = found.raw[kind];
    if (seen === undefined) continue;
    const removed = await removeRecord(issue.id, kind, fingerprint(seen));
    if (!removed.ok) return 'failed';
  }
  return 'not-allowed';
}

/** Every edit counts one further; JSON may come back from Jira in another order. */
function revOf(kind: AuthoredKind, raw: Json | undefined): number | undefined {
  if (kind === 'rating') {
    const read = readRating(raw);
    return read.state === 'ready' ? read.rating.rev : undefined;
  }
  const read = readRecord(kind, raw);
  return read.state === 'ready' ? read.record.rev : undefined;
}
