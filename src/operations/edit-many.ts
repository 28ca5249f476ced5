import type { AppError, SaveView } from '../contract';
import type { Result } from '../domain/result';
import { recordKinds, recordOf, type RecordKind } from '../domain/use-case/fields';
import { sideBySide } from '../domain/side-by-side';
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

/** Saves an edit of one record of one issue, with compare-and-set, and stays with it to the end. */
export type SaveEdit = (
  issue: IssueId,
  kind: RecordKind,
  edit: { readonly opId: string; readonly changes: readonly FieldEdit[] },
) => Promise<Result<SaveView, AppError>>;

const savesAtOnce = 4;

/**
 * Saves the same kind of change on many issues, a few at a time. Each issue is its own save: one that
 * fails holds up no other. Stops before the next issue when told so.
 */
export async function editMany(
  saveEdit: SaveEdit,
  edits: readonly IssueEdit[],
  control: {
    readonly operation: string;
    readonly onProgress: (outcomes: ReadonlyMap<IssueId, EditOutcome>) => void;
    readonly stopped?: () => boolean;
  },
): Promise<ReadonlyMap<IssueId, EditOutcome>> {
  const outcomes = new Map<IssueId, EditOutcome>();
  const work = async ({ issue, changes }: IssueEdit): Promise<void> => {
    const operation = `${control.operation}-${issue}`;
    outcomes.set(issue, await saveChanges(saveEdit, issue, { operation, changes }));
    control.onProgress(outcomes);
  };
  await sideBySide(edits, work, { atOnce: savesAtOnce, stopped: control.stopped });
  return outcomes;
}

/** Saves changes of one issue, each record under a name of the operation's. */
export async function saveChanges(
  saveEdit: SaveEdit,
  issue: IssueId,
  { operation, changes }: { readonly operation: string; readonly changes: readonly FieldEdit[] },
): Promise<EditOutcome> {
  for (const kind of recordKinds) {
    const ofKind = changes.filter(({ field }) => recordOf(field) === kind);
    if (ofKind.length === 0) continue;
    const opId = `${operation}-${kind}`;
    const saved = await saveEdit(issue, kind, { opId, changes: ofKind });
    if (!saved.ok) return { outcome: 'failed', error: saved.error };
    if (saved.value.clashes.length > 0) return { outcome: 'changed' };
  }
  return { outcome: 'saved' };
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
