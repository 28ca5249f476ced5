import type {
  AppError,
  ProgrammePayload,
  ProgrammeView,
  RecordEditPayload,
  ReplaceRecordPayload,
  SaveView,
  VisibilityPayload,
  VisibilityView,
} from './contract';
import type { Result } from './domain/result';
import { changeProgramme } from './operations/change-programme';
import { changeVisibility } from './operations/change-visibility';
import { recordEdit } from './operations/record-edit';
import { replaceRecord } from './operations/replace-record';
import type { Clock } from './ports/clock';
import type { AccountId, ProjectId } from './ports/ids';
import type { IssuePlace, IssueRecords } from './ports/issue-records';
import type { ProjectProperties } from './ports/project-properties';

/** What the app needs from the world. */
export type Ports = {
  readonly records: IssueRecords;
  readonly projects: ProjectProperties;
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
    changeProgramme: (project, { changes }) => changeProgramme(ports.projects, project, changes),
    changeVisibility: (project, payload) => changeVisibility(ports.projects, project, payload),
  };
}
