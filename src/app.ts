import type {
  AppError,
  ProgrammePayload,
  ProgrammeView,
  ProposalPayload,
  ProposalsView,
  RatingView,
  RecordEditPayload,
  RecordRatingPayload,
  RemoveRecordPayload,
  RemoveViewPayload,
  ReplaceRecordPayload,
  SavedViewsView,
  SaveView,
  SaveViewPayload,
  Saving,
  SettleManyPayload,
  SettleManyView,
  SettlePayload,
  SettingsPayload,
  SettingsView,
  TakeManyPayload,
  TakeManyView,
  WithdrawalView,
  WithdrawPayload,
  WrittenDocument,
} from './contract';
import type { DocumentKind } from './domain/document/operation';
import { projectKeyOf } from './domain/documents';
import { propertyKeys, type AuthoredKind } from './domain/property-keys';
import type { Result } from './domain/result';
import { ratingDocument } from './domain/scoring/rating-document';
import { recordDocument } from './domain/use-case/record-document';
import { changeProgramme } from './operations/change-programme';
import { changeSettings } from './operations/change-settings';
import type { CompletionPorts } from './operations/complete-write';
import { editIssueDocument } from './operations/edit-issue-document';
import type { WritePorts } from './operations/land-write';
import { listProposals, propose, settleProposal } from './operations/proposals';
import { listViews, removeView, saveView } from './operations/saved-views';
import { settleMany } from './operations/settle-many';
import { takeMany } from './operations/take-many';
import { withdrawEdit } from './operations/withdraw-edit';
import type { DocumentPlace } from './ports/documents';
import type { AccountId, ProjectId } from './ports/ids';
import type { IssuePlace, IssueRecords } from './ports/issue-records';
import type { ProjectProperties } from './ports/project-properties';
import type { Proposals } from './ports/proposals';
import type { SavedViews } from './ports/saved-views';

/** What the app needs from the world. */
export type Ports = WritePorts &
  CompletionPorts & {
    readonly records: IssueRecords;
    readonly projects: ProjectProperties;
    readonly proposals: Proposals;
    readonly views: SavedViews;
  };

/** What an operation answers. */
type Answer<View> = Promise<Result<View, AppError>>;

/** An operation on one issue or one project, as a person. */
type OnIssue<Payload, View> = (
  place: IssuePlace,
  viewer: AccountId,
  payload: Payload,
) => Answer<View>;
type OnProject<Payload, View> = (
  project: ProjectId,
  viewer: AccountId,
  payload: Payload,
) => Answer<View>;

/** The app's operations, bound to a world. */
export type App = {
  readonly recordEdit: OnIssue<RecordEditPayload, SaveView>;
  readonly recordRating: OnIssue<Omit<RecordRatingPayload, 'issue'>, RatingView>;
  readonly replaceRecord: OnIssue<Omit<ReplaceRecordPayload, 'issue'>, SaveView>;
  readonly removeRecord: OnIssue<Omit<RemoveRecordPayload, 'issue'>, Saving<unknown>>;
  readonly withdrawEdit: OnProject<WithdrawPayload, WithdrawalView>;
  readonly takeMany: OnProject<TakeManyPayload, TakeManyView>;
  readonly settleMany: OnProject<SettleManyPayload, SettleManyView>;
  readonly changeSettings: OnProject<SettingsPayload, SettingsView>;
  readonly changeProgramme: OnProject<ProgrammePayload, ProgrammeView>;
  readonly listProposals: (project: ProjectId) => Answer<ProposalsView>;
  readonly propose: OnProject<ProposalPayload, ProposalsView>;
  readonly settleProposal: OnProject<SettlePayload, ProposalsView>;
  readonly listViews: (project: ProjectId, viewer: AccountId) => Answer<SavedViewsView>;
  readonly saveView: OnProject<SaveViewPayload, SavedViewsView>;
  readonly removeView: OnProject<RemoveViewPayload, SavedViewsView>;
};

/** Wires the operations to a world. */
export function createApp(ports: Ports): App {
  return {
    recordEdit: (place, viewer, { kind, edit: { opId, changes } }) =>
      editIssueDocument(ports, place, viewer, {
        ...{ document: kind, kind: recordDocument(kind), opId },
        intent: { does: 'change', changes },
      }),
    recordRating: (place, viewer, { opId, changes }) =>
      editIssueDocument(ports, place, viewer, {
        ...{ document: 'rating', kind: ratingDocument, opId },
        intent: { does: 'change', changes },
      }),
    replaceRecord: (place, viewer, { kind, opId, seen }) =>
      editIssueDocument(ports, place, viewer, {
        ...{ document: kind, kind: recordDocument(kind), opId },
        intent: { does: 'replace', seen },
      }),
    removeRecord: (place, viewer, { document, opId, seen }) =>
      editIssueDocument(ports, place, viewer, {
        ...{ document, kind: kindFor(ports, document), opId },
        intent: { does: 'remove', seen },
      }),
    withdrawEdit: (project, viewer, { opId, ...written }) =>
      withdrawEdit(ports, placeOf(project, written), viewer, opId),
    takeMany: (_project, viewer, payload) => takeMany(ports, viewer, payload),
    settleMany: (_project, viewer, payload) => settleMany(ports, viewer, payload),
    listProposals: (project) => listProposals(ports, project),
    propose: (project, viewer, payload) => propose(ports, project, viewer, payload),
    settleProposal: (project, viewer, payload) => settleProposal(ports, project, viewer, payload),
    listViews: (project, viewer) => listViews(ports, project, viewer),
    saveView: (project, viewer, payload) => saveView(ports, project, viewer, payload),
    removeView: (project, viewer, payload) => removeView(ports, project, viewer, payload),
    changeProgramme: (project, viewer, payload) => changeProgramme(ports, project, viewer, payload),
    changeSettings: (project, viewer, payload) => changeSettings(ports, project, viewer, payload),
  };
}

function kindFor(ports: Ports, document: AuthoredKind): DocumentKind<unknown, unknown> {
  const kind = ports.kindOf(propertyKeys[document]);
  if (kind === undefined) throw new Error(`No kind of document for ${document}.`);
  return kind;
}

function placeOf(project: ProjectId, written: WrittenDocument): DocumentPlace {
  return written.issue === null
    ? { entity: 'project', id: project, key: projectKeyOf(written.document) }
    : { entity: 'issue', id: written.issue, key: propertyKeys[written.document] };
}
