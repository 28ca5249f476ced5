import type { AppError } from '../contract';
import { locksAtOnce } from '../domain/documents';
import { inPortions } from '../domain/side-by-side';
import { recordKinds, recordOf } from '../domain/use-case/fields';
import { takenBack, type FieldEdit } from '../domain/use-case/field-edit';
import type { IssueId } from '../domain/ids';
import type { SaveEnd, SaveMany } from './save-many';

/** Changes of one issue among many. */
export type IssueEdit = {
  readonly issue: IssueId;
  readonly key: string;
  readonly changes: readonly FieldEdit[];
};

/** What came of one issue's changes, field by field. A field that held the wanted value is in no list. */
export type EditOutcome = {
  /** What this edit changed, and so what its undo takes back. */
  readonly saved: readonly FieldEdit[];
  /** What somebody else had changed meanwhile. It stays as they left it. */
  readonly clashed: readonly FieldEdit[];
  readonly failed: { readonly changes: readonly FieldEdit[]; readonly error: AppError } | undefined;
};

/** Whether everything that was wanted is on the issue. */
export function isWhole({ clashed, failed }: EditOutcome): boolean {
  return clashed.length === 0 && failed === undefined;
}

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

type NamedEdit = Omit<IssueEdit, 'key'> & { readonly operation: string };

const untouched: EditOutcome = { saved: [], clashed: [], failed: undefined };

/** Saves changes of some issues, each issue once, and each record under a name of its operation's. */
export async function saveChanges(
  saveMany: SaveMany,
  edits: readonly NamedEdit[],
): Promise<ReadonlyMap<IssueId, EditOutcome>> {
  const outcomes = new Map(edits.map(({ issue }) => [issue, untouched]));
  for (const kind of recordKinds) {
    const ofKind = edits
      .map(({ issue, changes, operation }) => ({
        issue,
        opId: `${operation}-${kind}`,
        changes: changes.filter(({ field }) => recordOf(field) === kind),
      }))
      .filter(({ changes }) => changes.length > 0);
    // Where the first record failed, the second is not tried: it would fail likewise.
    const open = ofKind.filter(({ issue }) => outcomes.get(issue)?.failed === undefined);
    const ends = await saveMany(kind, open);
    for (const { issue, changes } of ofKind) {
      const before = outcomes.get(issue) ?? untouched;
      outcomes.set(issue, withEnd(before, changes, ends.get(issue)));
    }
  }
  return outcomes;
}

function withEnd(
  { saved, clashed, failed }: EditOutcome,
  changes: readonly FieldEdit[],
  end: SaveEnd | undefined,
): EditOutcome {
  if (end?.end !== 'saved') {
    const error = end?.error ?? failed?.error ?? { code: 'no-answer' };
    return { saved, clashed, failed: { changes: [...(failed?.changes ?? []), ...changes], error } };
  }
  const among = (names: readonly string[]): readonly FieldEdit[] =>
    changes.filter(({ field }) => names.includes(field));
  return {
    saved: [...saved, ...among(end.written)],
    clashed: [...clashed, ...among(end.clashes)],
    failed,
  };
}

/** The edits that take others back, as far as these changed anything. */
export function reversed(
  edits: readonly IssueEdit[],
  outcomes: ReadonlyMap<IssueId, EditOutcome>,
): readonly IssueEdit[] {
  return edits.flatMap((edit) => {
    const saved = outcomes.get(edit.issue)?.saved ?? [];
    return saved.length === 0 ? [] : [{ ...edit, changes: takenBack(saved) }];
  });
}

/** The outcomes of an attempt and of the one that went on with what it left. */
export function withLater(
  before: ReadonlyMap<IssueId, EditOutcome>,
  later: ReadonlyMap<IssueId, EditOutcome>,
): ReadonlyMap<IssueId, EditOutcome> {
  const both = new Map(before);
  for (const [issue, { saved, clashed, failed }] of later) {
    const first = before.get(issue) ?? untouched;
    both.set(issue, {
      saved: [...first.saved, ...saved],
      clashed: [...first.clashed, ...clashed],
      failed,
    });
  }
  return both;
}

/** The edits that are still to be done: those that were not reached, and what failed of the others. */
export function leftOf(
  edits: readonly IssueEdit[],
  outcomes: ReadonlyMap<IssueId, EditOutcome>,
): readonly IssueEdit[] {
  return edits.flatMap((edit) => {
    const outcome = outcomes.get(edit.issue);
    if (outcome === undefined) return [edit];
    return outcome.failed === undefined ? [] : [{ ...edit, changes: outcome.failed.changes }];
  });
}
