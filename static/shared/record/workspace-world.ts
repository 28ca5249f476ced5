import type { AppError, SaveView, PayloadOf } from '#contract';
import type { Result } from '#domain/result';
import type { AccountId } from '#domain/ids';
import type { IssuePlace, IssueRecords } from '#ports/issue-records';
import type { People } from '#ports/people';
import type { DraftStore } from './drafts';
import type { LastSeen } from './last-seen';
import type { WorkspaceState } from './workspace-state';
import type { Derive } from '../derive';
import type { SaveWorld } from './stay-with-save';

/** What the panel needs from the world. */
export type WorkspaceWorld = SaveWorld & {
  readonly records: IssueRecords;
  readonly place: IssuePlace;
  readonly viewer: AccountId;
  readonly people: People;
  readonly drafts: DraftStore;
  readonly seen: LastSeen;
  readonly newOpId: () => string;
  readonly recordEdit: (payload: PayloadOf<'recordEdit'>) => Promise<Result<SaveView, AppError>>;
  readonly replaceRecord: (
    payload: PayloadOf<'replaceRecord'>,
  ) => Promise<Result<SaveView, AppError>>;
  readonly derive: Derive;
};

/** The panel's state, as its actions read and change it. */
export type WorkspaceStore = {
  readonly state: () => WorkspaceState;
  readonly update: (change: Partial<WorkspaceState>) => void;
};
