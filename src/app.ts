import type {
  AppError,
  ProgrammePayload,
  ProgrammeView,
  ProposalPayload,
  ProposalsView,
  RatingView,
  RecordEditPayload,
  RecordRatingPayload,
  RemoveViewPayload,
  ReplaceRecordPayload,
  SavedViewsView,
  SaveViewPayload,
  SaveView,
  ScoreView,
  SettlePayload,
  SettingsPayload,
  SettingsView,
} from './contract';
import type { Result } from './domain/result';
import { changeProgramme } from './operations/change-programme';
import { changeSettings } from './operations/change-settings';
import { listProposals, propose, settleProposal } from './operations/proposals';
import { deriveScore } from './operations/derive-score';
import { recordRating } from './operations/record-rating';
import { recordEdit } from './operations/record-edit';
import { replaceRecord } from './operations/replace-record';
import { listViews, removeView, saveView } from './operations/saved-views';
import type { Estimates } from './ports/estimates';
import type { Clock } from './ports/clock';
import type { AccountId, ProjectId } from './ports/ids';
import type { IssuePlace, IssueRecords } from './ports/issue-records';
import type { Proposals } from './ports/proposals';
import type { ProjectProperties } from './ports/project-properties';
import type { SavedViews } from './ports/saved-views';

/** What the app needs from the world. */
export type Ports = {
  readonly records: IssueRecords;
  readonly projects: ProjectProperties;
  readonly proposals: Proposals;
  readonly views: SavedViews;
  readonly estimates: Estimates;
  readonly clock: Clock;
};

/** The app's operations, bound to a world. */
export type App = {
  readonly recordEdit: (
    place: IssuePlace,
    viewer: AccountId,
    payload: RecordEditPayload,
  ) => Promise<Result<SaveView, AppError>>;
  readonly recordRating: (
    place: IssuePlace,
    viewer: AccountId,
    payload: Omit<RecordRatingPayload, 'issue'>,
  ) => Promise<Result<RatingView, AppError>>;
  readonly deriveScore: (place: IssuePlace) => Promise<Result<ScoreView, AppError>>;
  readonly replaceRecord: (
    place: IssuePlace,
    viewer: AccountId,
    payload: ReplaceRecordPayload,
  ) => Promise<Result<SaveView, AppError>>;
  readonly changeSettings: (
    project: ProjectId,
    viewer: AccountId,
    payload: SettingsPayload,
  ) => Promise<Result<SettingsView, AppError>>;
  readonly listProposals: (project: ProjectId) => Promise<Result<ProposalsView, AppError>>;
  readonly propose: (
    project: ProjectId,
    viewer: AccountId,
    payload: ProposalPayload,
  ) => Promise<Result<ProposalsView, AppError>>;
  readonly settleProposal: (
    project: ProjectId,
    payload: SettlePayload,
  ) => Promise<Result<ProposalsView, AppError>>;
  readonly listViews: (
    project: ProjectId,
    viewer: AccountId,
  ) => Promise<Result<SavedViewsView, AppError>>;
  readonly saveView: (
    project: ProjectId,
    viewer: AccountId,
    payload: SaveViewPayload,
  ) => Promise<Result<SavedViewsView, AppError>>;
  readonly removeView: (
    project: ProjectId,
    viewer: AccountId,
    payload: RemoveViewPayload,
  ) => Promise<Result<SavedViewsView, AppError>>;
  readonly changeProgramme: (
    project: ProjectId,
    payload: ProgrammePayload,
  ) => Promise<Result<ProgrammeView, AppError>>;
};

/** Wires the operations to a world. */
export function createApp(ports: Ports): App {
  return {
    recordEdit: (place, viewer, payload) => recordEdit(ports, place, viewer, payload),
    recordRating: (place, viewer, payload) => recordRating(ports, place, viewer, payload),
    deriveScore: (place) => deriveScore(ports, place),
    replaceRecord: (place, viewer, payload) => replaceRecord(ports, place, viewer, payload),
    listProposals: (project) => listProposals(ports, project),
    propose: (project, viewer, payload) => propose(ports, project, viewer, payload),
    settleProposal: (project, payload) => settleProposal(ports, project, payload),
    listViews: (project, viewer) => listViews(ports, project, viewer),
    saveView: (project, viewer, payload) => saveView(ports, project, viewer, payload),
    removeView: (project, viewer, payload) => removeView(ports, project, viewer, payload),
    changeProgramme: (project, { changes }) => changeProgramme(ports.projects, project, changes),
    changeSettings: (project, viewer, payload) => changeSettings(ports, project, viewer, payload),
  };
}
