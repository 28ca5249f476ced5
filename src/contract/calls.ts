import type * as v from 'valibot';
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
} from './views';
import * as payloads from './payloads';

/**
 * What a call is about: the issue that the surface stands on, an issue of that project which the payload
 * names, or the project. Issue, project and person come from the platform; the operation checks the
 * viewer's rights on the very id.
 */
export type CallTarget = 'issue' | 'named-issue' | 'project';

type Call<Target, Schema, View> = {
  readonly about: Target;
  /** What the call takes. An untrusted payload is read by it before anything else happens. */
  readonly payload: Schema;
  /** Only a type: what the call answers. */
  readonly view?: View;
};

/** A row of the table. TypeScript infers the payload and is told the view. */
const answers =
  <View>() =>
  <Target extends CallTarget, Schema extends v.GenericSchema<unknown, object>>(
    about: Target,
    payload: Schema,
  ): Call<Target, Schema, View> => ({ about, payload });

/** Every call that crosses the bridge. The resolver, the client and the app's type follow from it. */
export const calls = {
  recordEdit: answers<SaveView>()('issue', payloads.recordEdit),
  recordEditOf: answers<SaveView>()('named-issue', payloads.recordEditOf),
  recordRating: answers<RatingView>()('named-issue', payloads.recordRating),
  replaceRecord: answers<SaveView>()('named-issue', payloads.replaceRecord),
  removeRecord: answers<Saving<ClashOf<FromTo>>>()('named-issue', payloads.removeRecord),
  withdrawEdit: answers<WithdrawalView>()('project', payloads.withdraw),
  takeMany: answers<TakeManyView>()('project', payloads.takeMany),
  settleMany: answers<SettleManyView>()('project', payloads.settleMany),
  changeSettings: answers<SettingsView>()('project', payloads.settings),
  changeProgramme: answers<ProgrammeView>()('project', payloads.programme),
  listProposals: answers<ProposalsView>()('project', payloads.nothing),
  propose: answers<ProposalsView>()('project', payloads.proposal),
  settleProposal: answers<ProposalsView>()('project', payloads.settlement),
  listViews: answers<SavedViewsView>()('project', payloads.nothing),
  saveView: answers<SavedViewsView>()('project', payloads.saveView),
  removeView: answers<SavedViewsView>()('project', payloads.removeView),
};

type Calls = typeof calls;

/** The name of a call. */
export type CallName = keyof Calls;

/** What a call is about. */
export type TargetOf<Name extends CallName> = Calls[Name]['about'];

/** What a call takes. */
export type PayloadOf<Name extends CallName> = v.InferOutput<Calls[Name]['payload']>;

/** What a call answers where nothing failed. */
export type ViewOf<Name extends CallName> = NonNullable<Calls[Name]['view']>;

/** The calls as Forge's helpers want them. A type, not an interface, because these need it so. */
export type AppApi = {
  [Name in CallName]: (payload: PayloadOf<Name>) => Result<ViewOf<Name>, AppError>;
};
