import type { SaveMany } from './save-many';
import type { AppError } from '../contract';
import { recordKinds, recordOf } from '../domain/use-case/fields';
import { inPortions } from '../domain/side-by-side';
import { locksAtOnce } from '../domain/documents';
import { takenBack, type FieldEdit } from '../domain/use-case/merge-edit';
import type { IssueId } from '../ports/ids';

/** Changes of one issue among many. */
export type IssueEdit = {
  readonly issue: IssueId;
  readonly key: string;
  readonly changes: readonly FieldEdit[];
};

/** What came of an edit: saved, or why not. `changed` is a field that somebody else had changed. */
export type EditOutcome =
  | { readonly outcome: 'saved' }
  | { readonly outcome: 'changed' }
  | { readonly outcome: 'failed'; readonly error: AppError };

/**
 * Saves the same kind of change on many issues, in portions. Each issue is its own save: one that fails
 * holds up no other. Stops before the next portion when told so.
 */
export async function editMany(
  saveMany: SaveMany,
  edits: readonly IssueEdit[],
  control: {
    readonly operation: string;
    readonly onProgress: (outcomes: ReadonlyMap<IssueId, EditOutcome>) => void;
    readonly stopped?: () => boolean;
  },
): Promise<ReadonlyMap<IssueId, EditOutcome>> {
  const outcomes = new Map<IssueId, EditOutcome>();
  for (const portion of inPortions(edits, locksAtOnce)) {
    if (control.stopped?.() === true) break;
    const named = portion.map(({ issue, changes }) => ({
      ...{ issue, changes, operation: `${control.operation}-${issue}` },
    }));
    const saved = await saveChanges(saveMany, named);
    for (const [issue, outcome] of saved) outcomes.set(issue, outcome);
    control.onProgress(outcomes);
  }
  return outcomes;
}

/** Saves changes of some issues, each issue once, and each record under a name of its operation's. */
export async function saveChanges(
  saveMany: SaveMany,
  edits: readonly (Omit<IssueEdit, 'key'> & { readonly operation: string })[],
): Promise<ReadonlyMap<IssueId, EditOutcome>> {
  const outcomes = new Map<IssueId, EditOutcome>(
    edits.map(({ issue }) => [issue, { outcome: 'saved' }]),
  );
  for (const kind of recordKinds) {
    const ofKind = edits
      .filter(({ issue }) => outcomes.get(issue)?.outcome === 'saved')
      .map(({ issue, changes, operation }) => ({
        issue,
        opId: `${operation}-${kind}`,
        changes: changes.filter(({ field }) => recordOf(field) === kind),
      }))
      .filter(({ changes }) => changes.length > 0);
    for (const [issue, end] of await saveMany(kind, ofKind)) {
      if (end.end === 'failed') outcomes.set(issue, { outcome: 'failed', error: end.error });
      else if (end.clashes.length > 0) outcomes.set(issue, { outcome: 'changed' });
    }
  }
  return outcomes;
}

/** The edits that take others back, for those that came through. */
export function reversed(
  edits: readonly IssueEdit[],
  outcomes: ReadonlyMap<IssueId, EditOutcome>,
): readonly IssueEdit[] {
  return edits
    .filter(({ issue }) => outcomes.get(issue)?.outcome === 'saved')
    .map((edit) => ({ ...edit, changes: takenBack(edit.changes) }));
}
