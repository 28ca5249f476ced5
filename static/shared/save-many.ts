import { jiraDocuments } from '#adapters/jira/documents';
import { jiraIssueRecords } from '#adapters/jira/issue-records';
import type { AppError, Saving } from '#contract';
import { authoredDocuments, documentKindOf } from '#domain/document-kinds';
import type { RatingClash } from '#domain/scoring/stored-rating';
import type { FieldClash } from '#domain/use-case/field-edit';
import type { AuthoredKind } from '#domain/property-keys';
import { success, type Result } from '#domain/result';
import type { AccountId, IssueId } from '#domain/ids';
import {
  savedIn,
  saveManyWith,
  type DocumentEdit,
  type SaveEnd,
  type SaveMany,
} from '#bulk/save-many';
import { api } from './api';
import { requestAsViewer } from './bridge';
import { pause } from './pause';
import { stayWithSave } from './record/stay-with-save';
import { staying } from './staying';

const records = jiraIssueRecords(requestAsViewer);

/** Saves many issues from this page, as the viewer. */
export function saveManyAs(viewer: AccountId): SaveMany {
  return saveManyWith({
    viewer,
    records,
    documents: jiraDocuments(requestAsViewer),
    takeMany: api.takeMany,
    settleMany: api.settleMany,
    saveOne,
    wait: pause,
    now: Date.now,
    kindOf: documentKindOf,
  });
}

async function saveOne(
  document: AuthoredKind,
  edit: DocumentEdit,
  isBegun: boolean,
): Promise<SaveEnd> {
  const { issue, opId, changes } = edit;
  const kind = authoredDocuments[document];
  const saved = await stayWithSave(staying, {
    kind,
    changes,
    written: { issue, document, opId },
    send: () => sendOne(document, edit),
    read: () => records.readRaw(issue, document),
    onChecking: () => undefined,
    isBegun,
  });
  if (!saved.ok) return { end: 'failed', error: saved.error };
  const names = saved.value.clashes.map(kind.fieldOf);
  return savedIn(saved.value.stored ?? undefined, opId, names);
}

/** The payload is parsed again where it arrives: changes that are not the document's are refused there. */
function sendOne(
  document: AuthoredKind,
  { issue, opId, changes }: DocumentEdit,
): Promise<Result<Saving<FieldClash | RatingClash>, AppError>> {
  if (document === 'rating') {
    const answers = changes.flatMap((each) => ('input' in each ? [each] : []));
    return api.recordRating({ issue, opId, changes: answers });
  }
  const fields = changes.flatMap((each) => ('field' in each ? [each] : []));
  return api.recordEditOf({ issue, kind: document, edit: { opId, changes: fields } });
}

/** Removes one document of an issue as it was seen, and stays with it until its fate is known. */
export async function removeRecord(
  issue: IssueId,
  document: AuthoredKind,
  seen: string,
): Promise<Result<null, AppError>> {
  const opId = crypto.randomUUID();
  const removed = await stayWithSave(staying, {
    kind: authoredDocuments[document],
    changes: [],
    written: { issue, document, opId },
    send: () => api.removeRecord({ issue, document, opId, seen }),
    read: () => records.readRaw(issue, document),
    isDone: (raw) => raw === undefined,
    onChecking: () => undefined,
  });
  return removed.ok ? success(null) : removed;
}
