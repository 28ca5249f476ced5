import type {
  AppError,
  ProgrammePayload,
  ProgrammeView,
  ProposalPayload,
  ProposalsView,
  RecordEditPayload,
  ReplaceRecordPayload,
  SaveView,
  SettlePayload,
  VisibilityPayload,
  VisibilityView,
} from './contract';
import type { Result } from './domain/result';
import { changeProgramme } from './operations/change-programme';
import { changeVisibility } from './operations/change-visibility';
import { listProposals, propose, settleProposal } from './operations/proposals';
import { recordEdit } from './operations/record-edit';
import { replaceRecord } from './operations/replace-record';
import type { Clock } from './ports/clock';
import type { AccountId, ProjectId } from './ports/ids';
import type { IssuePlace, IssueRecords } from './ports/issue-records';
import type { Proposals } from './ports/proposals';
import type { ProjectProperties } from './ports/project-properties';

/** What the app needs from the world. */
export type Ports = {
  readonly records: IssueRecords;
  readonly projects: ProjectProperties;
  readonly proposals: Proposals;
  readonly clock: Clock;
};

/** The app's operations, bound to a world. */
export type App = {
  readonly recordEdit: (
    place: IssuePlace,
    viewer: AccountId,
    payload: RecordEditPayload,
  ) => Promise<Result<SaveView, AppError>>;
  readonly replaceRecord: (
    place: IssuePlace,
    viewer: AccountId,
    payload: ReplaceRecordPayload,
  ) => Promise<Result<SaveView, AppError>>;
  readonly changeVisibility: (
    project: ProjectId,
    payload: VisibilityPayload,
  ) => Promise<Result<VisibilityView, AppError>>;
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
  readonly changeProgramme: (
    project: ProjectId,
    payload: ProgrammePayload,
  ) => Promise<Result<ProgrammeView, AppError>>;
};

/** Wires the operations to a world. */
export function createApp(ports: Ports): App {
  return {
    recordEdit: (place, viewer, payload) => recordEdit(ports, place, viewer, payload),
    replaceRecord: (place, viewer, payload) => replaceRecord(ports, place, viewer, payload),
    listProposals: (project) => listProposals(ports, project),
    propose: (project, viewer, payload) => propose(ports, project, viewer, payload),
    settleProposal: (project, payload) => settleProposal(ports, project, payload),
    changeProgramme: (project, { changes }) => changeProgramme(ports.projects, project, changes),
    changeVisibility: (project, payload) => changeVisibility(ports.projects, project, payload),
  };
}
