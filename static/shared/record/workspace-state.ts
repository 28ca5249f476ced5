import type { AppError } from '#contract';
import { changesSince, type ChangesByPerson } from '#domain/use-case/changes-since';
import {
  noValues,
  withValues,
  type AllValues,
  type FieldName,
  type FieldValue,
  type RecordKind,
  type Values,
} from '#domain/use-case/fields';
import type { FieldClash, FieldEdit } from '#domain/use-case/field-edit';
import {
  readableValues,
  readRecord,
  type Change,
  type ReadRecord,
} from '#domain/use-case/stored-record';
import type { RelatedIssue, Subject } from '#ports/issue-records';
import type { Save } from './document-session';
import type { Drafts } from './drafts';

/** The use case above a story: which issue, and what it says. */
export type UseCaseAbove = { readonly issue: RelatedIssue; readonly values: Values };

/** Everything that the panel shows. */
export type WorkspaceState = {
  readonly phase: 'loading' | 'failed' | 'ready';
  readonly error: AppError | undefined;
  readonly subject: Subject | undefined;
  readonly records: Readonly<Record<RecordKind, ReadRecord>>;
  readonly saves: readonly Save<FieldEdit>[];
  readonly clashes: readonly FieldClash[];
  readonly drafts: Drafts;
  /** Ids of the field groups that are open for editing. */
  readonly open: readonly string[];
  /** The field that asked to be opened, where a gap pointed at it. */
  readonly focus: FieldName | undefined;
  readonly names: ReadonlyMap<string, string>;
  /** The use case that this story belongs to; undefined before it is known or where there is none. */
  readonly above: UseCaseAbove | undefined;
  readonly news: readonly ChangesByPerson[];
};

export const emptyWorkspace: WorkspaceState = {
  phase: 'loading',
  error: undefined,
  subject: undefined,
  records: { useCase: { state: 'absent' }, document: { state: 'absent' } },
  saves: [],
  clashes: [],
  drafts: {},
  open: [],
  focus: undefined,
  names: new Map(),
  above: undefined,
  news: [],
};

/** The state with a freshly loaded issue. Saves, drafts and open editors stay as they are. */
export function withSubject(state: WorkspaceState, subject: Subject): WorkspaceState {
  const records = {
    useCase: readRecord('useCase', subject.raw.useCase),
    document: readRecord('document', subject.raw.document),
  };
  return { ...state, phase: 'ready', error: undefined, subject, records };
}

/** What is on the record: the readable values of both records, unanswered fields empty. */
export function storedValues({ records }: WorkspaceState): AllValues {
  return withValues(
    withValues(noValues(), readableValues(records.useCase)),
    readableValues(records.document),
  );
}

/** What the panel shows: the record, with the edits that are on their way laid over it. */
export function shownValues(state: WorkspaceState): AllValues {
  const underway: Partial<Record<FieldName, FieldValue>> = {};
  for (const save of state.saves) {
    if (save.phase === 'failed') continue;
    for (const { field, next } of save.changes) underway[field] = next;
  }
  return withValues(storedValues(state), underway);
}

/** The remembered edits of both records, the latest last. */
export function changesOf({ records }: WorkspaceState): readonly Change[] {
  return [records.useCase, records.document]
    .flatMap((read) => (read.state === 'ready' ? read.record.changes : []))
    .sort((left, right) => left.at.localeCompare(right.at));
}

/** What others changed in one record after the `rev` that the viewer saw last. */
export function newsOf(
  read: ReadRecord,
  seenRev: number | undefined,
  viewer: string,
): readonly ChangesByPerson[] {
  if (read.state !== 'ready' || seenRev === undefined) return [];
  return changesSince(read.record.changes, seenRev, viewer);
}

/** Whether the issue bears no record yet and none is on its way. */
export function isBlank({ records, saves }: WorkspaceState): boolean {
  const absent = records.useCase.state === 'absent' && records.document.state === 'absent';
  return absent && saves.length === 0;
}

/** Whether a newer Northstar wrote one of the records, which makes all of it read-only here. */
export function isNewer({ records }: WorkspaceState): boolean {
  return Object.values(records).some(({ state }) => state === 'newer');
}
