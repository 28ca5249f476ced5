import type { ProgrammeClash } from '../domain/programme/programme-change';
import type { ProgrammePart } from '../domain/programme/programme';
import type { Proposal } from '../domain/programme/proposal';
import type { AuthoredKind } from '../domain/property-keys';
import type { Placement } from '../domain/placement';
import type { SettingsClash } from '../domain/settings/settings';
import type { RatingClash } from '../domain/scoring/stored-rating';
import type { FieldName } from '../domain/use-case/fields';
import type { JsonObject } from '../domain/use-case/json';
import type { FieldClash } from '../domain/use-case/field-edit';
import type { SavedView } from '../domain/views/saved-view';

/** The proposals that are still open. */
export type ProposalsView = { readonly proposals: readonly Proposal[] };

/**
 * A programme after a change. Clashing changes were not written; of some parts it may not be known yet,
 * and some may have failed by themselves.
 */
export type ProgrammeView = {
  readonly stored: Partial<Readonly<Record<ProgrammePart, JsonObject>>>;
  readonly clashes: readonly ProgrammeClash[];
  readonly checking: readonly ProgrammePart[];
  readonly failed: readonly { readonly part: ProgrammePart; readonly error: AppError }[];
};

/** A document that people write: one of an issue's, or one of the project that the page stands on. */
export type WrittenDocument =
  | { readonly issue: string; readonly document: AuthoredKind }
  | { readonly issue: null; readonly document: 'settings' | ProgrammePart };

/** Whether an operation was taken back, is part of its document, or may still become so. */
export type WithdrawalView = { readonly end: 'withdrawn' | 'landed' | 'unknown' };

/**
 * Which issues may be written now. A contested one has another operation under way: it is saved by
 * itself, and so is one of which it is `unknown` whether it was taken. `at` is the moment that all of
 * them are signed with.
 */
export type TakeManyView = {
  readonly at: string;
  readonly issues: readonly {
    readonly issue: string;
    readonly end: 'taken' | 'contested' | 'unknown' | 'may-not-edit';
    /** Whether no other operation is kept beside the document, so that any value is a base. */
    readonly isAlone: boolean;
  }[];
};

/** Issues in which a late write had undone something, and which were repaired or could not be. */
export type SettleManyView = { readonly repaired: readonly string[] };

/**
 * How a save ended, or that it is not known yet whether it landed. Clashing fields were not written.
 * `stored` is what is on the issue now; null where nothing had to be written and nothing is there.
 */
export type Saving<Clashing> =
  | {
      readonly state: 'saved';
      readonly stored: JsonObject | null;
      readonly clashes: readonly Clashing[];
    }
  | { readonly state: 'checking' };

/** How the save of a record ended. */
export type SaveView = Saving<FieldClash>;

/** How the save of a rating ended. */
export type RatingView = Saving<RatingClash>;

/** A project's settings after a change. Clashing parts were not written. */
export type SettingsView = Saving<SettingsClash>;

/** The views of a project that the viewer may use. */
export type SavedViewsView = {
  readonly views: readonly (SavedView & {
    readonly mayChange: boolean;
    readonly mayRemove: boolean;
  })[];
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
  /** Another entry, proposal or view bears the name already. */
  | { readonly code: 'name-taken'; readonly name: string }
  | { readonly code: 'too-many-proposals' }
  | { readonly code: 'too-many-views' }
  | { readonly code: 'too-long'; readonly over: number; readonly longest: readonly FieldName[] }
  | { readonly code: 'slow-down'; readonly seconds: number | null }
  | { readonly code: 'no-answer' }
  /** The call broke off on its way: what it did is not known. */
  | { readonly code: 'cut-off' }
  /** Nobody could tell in time whether it landed, so it was taken back and is surely not saved. */
  | { readonly code: 'withdrawn' }
  | { readonly code: 'busy' }
  | { readonly code: 'unexpected'; readonly reference: string };

/** The codes that a surface can be told. */
export type ErrorCode = AppError['code'];
