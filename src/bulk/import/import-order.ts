import type { AppError } from '../../contract';
import type { PlannedRow } from '../../domain/import/plan-import';
import type { Signature } from '../../domain/import/row-edit';
import type { AuthoredKind } from '../../domain/property-keys';
import type { Result } from '../../domain/result';
import type { Clock } from '../../ports/clock';
import type { IssueId, ProjectId } from '../../domain/ids';
import type {
  DraftProblem,
  IssueTypeChoice,
  MadeIssue,
  ProjectIssue,
  ProjectIssues,
  StoredRecords,
} from '../../ports/project-issues';
import type { EditOutcome } from '../edit-many';
import type { SaveMany } from '../save-many';

/** What came of one row. */
export type RowOutcome =
  | {
      readonly outcome: 'made';
      readonly issue: MadeIssue;
      /** Where it stands in Jira's hierarchy: 1 for epics, 0 for stories and the like. */
      readonly level: number;
      /** What was written, so that undoing sees whether somebody has worked on it since. */
      readonly records: StoredRecords;
      /** The use case that it was linked to, where the hierarchy could not hold it. */
      readonly linkedTo?: MadeIssue;
      /** It could not be linked to its use case. */
      readonly unlinked?: true;
    }
  /** It was brought into an issue that was there, as far as the edit tells. */
  | { readonly outcome: 'merged'; readonly issue: MadeIssue; readonly edit: EditOutcome }
  /** It was sent, and nobody can tell yet whether its issue was made. */
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'left' }
  | { readonly outcome: 'failed'; readonly error: DraftProblem | AppError };

/** What an import needs from the world, as the viewer. */
export type ImportPorts = {
  readonly issues: ProjectIssues;
  readonly clock: Clock;
  readonly saveMany: SaveMany;
  /** Removes a document of an issue as it was seen; undoing clears what it may not delete. */
  readonly removeRecord: (
    issue: IssueId,
    document: AuthoredKind,
    seen: string,
  ) => Promise<Result<unknown, AppError>>;
};

/** One import, as a person started it. */
export type ImportOrder = {
  readonly project: ProjectId;
  /** Names the import: each row's operation is recognised by it, also when it is tried again. */
  readonly importId: string;
  readonly by: string;
  readonly source: string;
  readonly planned: readonly PlannedRow[];
  readonly useCaseType: IssueTypeChoice;
  readonly storyType: IssueTypeChoice;
  readonly existing: readonly ProjectIssue[];
  /** What came of the rows before; a second attempt takes what is still open. */
  readonly before: ReadonlyMap<number, RowOutcome>;
};

/** How a person holds an import in their hands. */
export type ImportControl = {
  readonly onProgress: (outcomes: ReadonlyMap<number, RowOutcome>) => void;
  /** Resolves when the import may go on; with "stop" when it shall end here. */
  readonly mayGoOn: () => Promise<'go' | 'stop'>;
};

/** The outcomes of an import by the number of the row, as they grow. */
export type Outcomes = Map<number, RowOutcome>;

/** Whether a row is still to be done: not reached, failed, or of an unknown fate. */
export function isOpen(outcome: RowOutcome | undefined): boolean {
  if (outcome === undefined) return true;
  if (outcome.outcome === 'merged') return outcome.edit.failed !== undefined;
  return outcome.outcome === 'failed' || outcome.outcome === 'unknown';
}

/** The name of a row's operation. */
export function opOf({ importId }: Pick<ImportOrder, 'importId'>, row: number): string {
  return `${importId}-${String(row)}`;
}

/** How a row's records are signed. */
export function signatureOf(order: ImportOrder, clock: Clock, row: number): Signature {
  const at = new Date(clock.now()).toISOString();
  return { op: opOf(order, row), by: order.by, at, source: order.source };
}
