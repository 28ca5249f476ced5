import type { ProgrammeChange, ProgrammeClash } from '../domain/programme/merge-programme';
import type { ProgrammeListName } from '../domain/programme/programme';
import type { Proposal } from '../domain/programme/proposal';
import type { RawProgramme } from '../domain/programme/stored-programme';
import type { Placement } from '../domain/placement';
import type { SettingsChange, SettingsClash } from '../domain/merge-settings';
import type { Result } from '../domain/result';
import type { RatingChange, RatingClash } from '../domain/scoring/stored-rating';
import type { FieldName, RecordKind } from '../domain/use-case/fields';
import type { Json, JsonObject } from '../domain/use-case/json';
import type { Clash, Edit } from '../domain/use-case/merge-edit';
import type { SavedView } from '../domain/views/saved-view';

/** An edit of one record of the issue that the panel stands on. The issue comes from the platform. */
export type RecordEditPayload = { readonly kind: RecordKind; readonly edit: Edit };

/** An edit of one record of any issue, from a page where several issues are worked on. */
export type RecordEditOfPayload = RecordEditPayload & { readonly issue: string };

/** Changes of the programme of the project that the page stands on. */
export type ProgrammePayload = { readonly changes: readonly ProgrammeChange[] };

/** An entry that somebody proposes for the programme of the project that the page stands on. */
export type ProposalPayload = {
  readonly id: string;
  readonly list: ProgrammeListName;
  readonly name: string;
};

/** What an admin decided about a proposal. */
export type SettlePayload = { readonly id: string; readonly accept: boolean };

/** The proposals that are still open. */
export type ProposalsView = { readonly proposals: readonly Proposal[] };

/**
 * A programme after a change. Clashing changes were not written; a lost one was written and
 * overwritten by another admin at the same moment.
 */
export type ProgrammeView = {
  readonly stored: Partial<{ readonly [Part in keyof RawProgramme]: Json }>;
  readonly clashes: readonly ProgrammeClash[];
  readonly lost: readonly ProgrammeChange[];
};

/**
 * The viewer's decision to replace a value that Northstar cannot rewrite. `seen` is that value as
 * JSON text, so that nothing else is replaced in its stead.
 */
export type ReplaceRecordPayload = {
  readonly kind: RecordKind;
  readonly opId: string;
  readonly seen: string;
};

/** Changes of the settings of the project that the page stands on. */
export type SettingsPayload = {
  readonly changes: readonly SettingsChange[];
  /** Whether settings that cannot be read are written over. */
  readonly replaceDamaged: boolean;
};

/**
 * How a save ended, or that Jira is still writing. Clashing fields were not written. `stored` is what
 * is on the issue now; null where nothing had to be written and nothing is there.
 */
export type Saving<Clashing> =
  | {
      readonly state: 'saved';
      readonly stored: JsonObject | null;
      readonly clashes: readonly Clashing[];
    }
  | { readonly state: 'pending'; readonly taskId: string; readonly clashes: readonly Clashing[] };

/** How the save of a record ended. */
export type SaveView = Saving<Clash>;

/** How the save of a rating ended. */
export type RatingView = Saving<RatingClash>;

/** Answers about the value and effort of any issue; the rights are checked on that very id. */
export type RecordRatingPayload = {
  readonly issue: string;
  readonly opId: string;
  readonly changes: readonly RatingChange[];
};

/** The issue whose score is to be made anew. */
export type DeriveScorePayload = { readonly issue: string };

/** The score as it is stored now; null where the issue has none. */
export type ScoreView = { readonly score: JsonObject | null };

/**
 * A project's settings after a change. Clashing parts were not written; a lost one was written and
 * overwritten by another admin at the same moment.
 */
export type SettingsView = {
  readonly stored: Json;
  readonly clashes: readonly SettingsClash[];
  readonly lost: readonly SettingsChange[];
};

/**
 * A view to be saved. `seen` is when the one in its place was saved as far as the viewer knows; null
 * for a new one.
 */
export type SaveViewPayload = Omit<SavedView, 'by' | 'at'> & { readonly seen: string | null };

/** A view to be removed, as the viewer saw it. */
export type RemoveViewPayload = { readonly id: string; readonly seen: string };

/** The views of a project that the viewer may use. */
export type SavedViewsView = {
  readonly views: readonly (SavedView & { readonly mayChange: boolean })[];
};

/** Every expected failure that crosses the bridge. Texts for people live with the surfaces. */
export type AppError =
  | { readonly code: 'invalid-payload' }
  | { readonly code: 'gone' }
  | { readonly code: 'may-not-edit' }
  | { readonly code: 'may-not-administer' }
  | { readonly code: 'not-placed-here'; readonly placement: Exclude<Placement, 'here'> }
  | { readonly code: 'newer-record' }
  | { readonly code: 'damaged-record' }
  | { readonly code: 'foreign-record' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'too-many-proposals' }
  | { readonly code: 'too-many-views' }
  | { readonly code: 'too-long'; readonly over: number; readonly longest: readonly FieldName[] }
  | { readonly code: 'slow-down'; readonly seconds: number | null }
  | { readonly code: 'no-answer' }
  | { readonly code: 'busy' }
  | { readonly code: 'unexpected'; readonly reference: string };

/** The codes that a surface can be told. */
export type ErrorCode = AppError['code'];

/** Every call that crosses the bridge. A type, not an interface: Forge's helpers need it so. */
export type AppApi = {
  recordEdit: (payload: RecordEditPayload) => Result<SaveView, AppError>;
  recordEditOf: (payload: RecordEditOfPayload) => Result<SaveView, AppError>;
  replaceRecord: (payload: ReplaceRecordPayload) => Result<SaveView, AppError>;
  recordRating: (payload: RecordRatingPayload) => Result<RatingView, AppError>;
  deriveScore: (payload: DeriveScorePayload) => Result<ScoreView, AppError>;
  changeSettings: (payload: SettingsPayload) => Result<SettingsView, AppError>;
  changeProgramme: (payload: ProgrammePayload) => Result<ProgrammeView, AppError>;
  listProposals: (payload: Record<string, never>) => Result<ProposalsView, AppError>;
  propose: (payload: ProposalPayload) => Result<ProposalsView, AppError>;
  settleProposal: (payload: SettlePayload) => Result<ProposalsView, AppError>;
  listViews: (payload: Record<string, never>) => Result<SavedViewsView, AppError>;
  saveView: (payload: SaveViewPayload) => Result<SavedViewsView, AppError>;
  removeView: (payload: RemoveViewPayload) => Result<SavedViewsView, AppError>;
};
