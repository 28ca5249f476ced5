import type { AppError, CallName, PayloadOf, TargetOf, ViewOf, WrittenDocument } from './contract';
import { authoredDocuments } from './domain/document-kinds';
import { projectKeyOf } from './domain/documents';
import { propertyKeys } from './domain/property-keys';
import { failure, success, type Result } from './domain/result';
import { areKnown } from './domain/scoring/known-inputs';
import { ratingDocument } from './domain/scoring/rating-document';
import type { RatingChange } from './domain/scoring/stored-rating';
import { settingsKey } from './domain/settings/project-settings';
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
import { translateProblem } from './operations/translate-problem';
import { withdrawEdit } from './operations/withdraw-edit';
import type { DocumentPlace } from './ports/documents';
import type { AccountId, ProjectId } from './domain/ids';
import type { IssuePlace, IssueRecords } from './ports/issue-records';
import type { ProjectProperties } from './ports/project-properties';
import type { KeptLists } from './ports/kept-lists';

/** What the app needs from the world. */
export type Ports = WritePorts &
  CompletionPorts & {
    readonly records: IssueRecords;
    readonly projects: ProjectProperties;
    readonly lists: KeptLists;
    /** A new id, which nobody can choose. */
    readonly newId: () => string;
  };

/** What an operation takes: the issue is part of the place. */
type Taken<Name extends CallName> =
  TargetOf<Name> extends 'named-issue' ? Omit<PayloadOf<Name>, 'issue'> : PayloadOf<Name>;

/** The app's operations, bound to a world: one for each call, on one issue or one project, as a person. */
export type App = {
  readonly [Name in CallName]: (
    place: TargetOf<Name> extends 'project' ? ProjectId : IssuePlace,
    viewer: AccountId,
    payload: Taken<Name>,
  ) => Promise<Result<ViewOf<Name>, AppError>>;
};

/** Wires the operations to a world. */
export function createApp(ports: Ports): App {
  const recordEdit: App['recordEdit'] = (place, viewer, { kind, edit: { opId, changes } }) =>
    editIssueDocument(ports, place, viewer, {
      ...{ document: kind, kind: recordDocument(kind), opId },
      intent: { does: 'change', changes },
    });
  return {
    recordEdit,
    recordEditOf: recordEdit,
    recordRating: (place, viewer, { opId, changes }) =>
      editIssueDocument(ports, place, viewer, {
        ...{ document: 'rating', kind: ratingDocument, opId },
        intent: { does: 'change', changes },
        isKnownTo: ({ settings, raw: { rating } }) =>
          areKnown(inputsOf(changes), { settings, rating }),
      }),
    replaceRecord: (place, viewer, { kind, opId, seen }) =>
      editIssueDocument(ports, place, viewer, {
        ...{ document: kind, kind: recordDocument(kind), opId },
        intent: { does: 'replace', seen },
      }),
    removeRecord: (place, viewer, { document, opId, seen }) =>
      editIssueDocument(ports, place, viewer, {
        ...{ document, kind: authoredDocuments[document], opId },
        intent: { does: 'remove', seen },
      }),
    withdrawEdit: (project, viewer, { opId, ...written }) =>
      withdrawEdit(ports, placeOf(project, written), viewer, opId),
    takeMany: async (project, viewer, payload) => {
      const known = await knowsAnswersOf(ports, project, payload);
      return known.ok ? takeMany(ports, viewer, payload) : known;
    },
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

/** Whether a project knows the criteria that many answers are given to. */
async function knowsAnswersOf(
  { documents }: Ports,
  project: ProjectId,
  { document, edits }: PayloadOf<'takeMany'>,
): Promise<Result<null, AppError>> {
  if (document !== 'rating') return success(null);
  const settings = await documents.read({ entity: 'project', id: project, key: settingsKey });
  if (!settings.ok) return failure(translateProblem(settings.error));
  const inputs = edits.flatMap(({ changes }) =>
    changes.flatMap((each) => ('input' in each ? [each.input] : [])),
  );
  const isKnown = areKnown(inputs, { settings: settings.value, rating: undefined });
  return isKnown ? success(null) : failure({ code: 'invalid-payload' });
}

function inputsOf(changes: readonly RatingChange[]): readonly string[] {
  return changes.map(({ input }) => input);
}

function placeOf(project: ProjectId, written: WrittenDocument): DocumentPlace {
  return written.issue === null
    ? { entity: 'project', id: project, key: projectKeyOf(written.document) }
    : { entity: 'issue', id: written.issue, key: propertyKeys[written.document] };
}
