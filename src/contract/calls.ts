import type { ClashOf, FromTo } from '../domain/document/operation';
import type { Result } from '../domain/result';
import type {
  AppError,
  ProgrammeView,
  ProposalsView,
  RatingView,
  SavedViewsView,
  SaveView,
  Saving,
  SettleManyView,
  SettingsView,
  TakeManyView,
  WithdrawalView,
} from './app-api';
import {
  parseNothing,
  parseProgramme,
  parseProposal,
  parseRecordEdit,
  parseRecordEditOf,
  parseRecordRating,
  parseRemoveRecord,
  parseRemoveView,
  parseReplaceRecord,
  parseSaveView,
  parseSettle,
  parseSettleMany,
  parseSettings,
  parseTakeMany,
  parseWithdraw,
} from './parse-payload';

/**
 * What a call is about: the issue that the surface stands on, an issue of that project which the payload
 * names, or the project. Issue, project and person come from the platform; the operation checks the
 * viewer's rights on the very id.
 */
export type CallTarget = 'issue' | 'named-issue' | 'project';

type Call<Target, Payload, View> = {
  readonly about: Target;
  readonly parse: (payload: unknown) => Payload | undefined;
  /** Only a type: what the call answers. */
  readonly view?: View;
};

/** A row of the table. TypeScript infers the payload and is told the view. */
const answers =
  <View>() =>
  <Target extends CallTarget, Payload>(
    about: Target,
    parse: Call<Target, Payload, View>['parse'],
  ): Call<Target, Payload, View> => ({ about, parse });

/** Every call that crosses the bridge. The resolver, the client and the app's type follow from it. */
export const calls = {
  recordEdit: answers<SaveView>()('issue', parseRecordEdit),
  recordEditOf: answers<SaveView>()('named-issue', parseRecordEditOf),
  recordRating: answers<RatingView>()('named-issue', parseRecordRating),
  replaceRecord: answers<SaveView>()('named-issue', parseReplaceRecord),
  removeRecord: answers<Saving<ClashOf<FromTo>>>()('named-issue', parseRemoveRecord),
  withdrawEdit: answers<WithdrawalView>()('project', parseWithdraw),
  takeMany: answers<TakeManyView>()('project', parseTakeMany),
  settleMany: answers<SettleManyView>()('project', parseSettleMany),
  changeSettings: answers<SettingsView>()('project', parseSettings),
  changeProgramme: answers<ProgrammeView>()('project', parseProgramme),
  listProposals: answers<ProposalsView>()('project', parseNothing),
  propose: answers<ProposalsView>()('project', parseProposal),
  settleProposal: answers<ProposalsView>()('project', parseSettle),
  listViews: answers<SavedViewsView>()('project', parseNothing),
  saveView: answers<SavedViewsView>()('project', parseSaveView),
  removeView: answers<SavedViewsView>()('project', parseRemoveView),
};

type Calls = typeof calls;

/** The name of a call. */
export type CallName = keyof Calls;

/** What a call is about. */
export type TargetOf<Name extends CallName> = Calls[Name]['about'];

/** What a call takes. */
export type PayloadOf<Name extends CallName> = NonNullable<ReturnType<Calls[Name]['parse']>>;

/** What a call answers where nothing failed. */
export type ViewOf<Name extends CallName> = NonNullable<Calls[Name]['view']>;

/** The calls as Forge's helpers want them. A type, not an interface, because these need it so. */
export type AppApi = {
  [Name in CallName]: (payload: PayloadOf<Name>) => Result<ViewOf<Name>, AppError>;
};
