export { calls } from './calls';
export type { AppApi, CallName, CallTarget, PayloadOf, TargetOf, ViewOf } from './calls';
export type { ManyEdit } from './payloads';
export type {
  AppError,
  ErrorCode,
  ProgrammeView,
  ProposalsView,
  RatingView,
  SavedViewsView,
  SaveView,
  Saving,
  SettingsView,
  SettleManyView,
  TakeManyView,
  WithdrawalView,
  WrittenDocument,
} from './views';
