import { jiraDocuments } from '#adapters/jira/documents';
import { jiraIssueRecords } from '#adapters/jira/issue-records';
import type { AppError, Saving } from '#contract';
import { documentKindOf } from '#domain/document-kinds';
import { outcomeIn } from '#domain/document/replay';
import { propertyKeys, type AuthoredKind } from '#domain/property-keys';
import type { Result } from '#domain/result';
import type { AccountId, IssueId } from '#ports/ids';
import {
  saveManyWith,
  type DocumentEdit,
  type SaveEnd,
  type SaveMany,
} from '../../src/operations/save-many';
import { api } from './api';
import { requestAsViewer } from './bridge';
import { pause } from './pause';
import { stayWithSave } from './record/stay-with-save';

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

type Named = { readonly field: string } | { readonly input: string };

async function saveOne(
  document: AuthoredKind,
  edit: DocumentEdit,
  isBegun: boolean,
): Promise<SaveEnd> {
  const { issue, opId, changes } = edit;
  const kind = documentKindOf(propertyKeys[document]);
  const saved = await stayWithSave<Named>(
    { withdrawEdit: api.withdrawEdit, wait: pause },
    {
      written: { issue, document, opId },
      send: () => sendOne(document, edit),
      read: () => records.readRaw(issue, document),
      clashesIn: (raw) =>
        kind === undefined
          ? []
          : (outcomeIn(kind, raw, {
              op: opId,
              intent: { does: 'change', changes },
            }).clashes as readonly Named[]),
      onChecking: () => undefined,
      isBegun,
    },
  );
  if (!saved.ok) return { end: 'failed', error: saved.error };
  const names = saved.value.clashes.map((clash) => ('field' in clash ? clash.field : clash.input));
  return { end: 'saved', clashes: names };
}

/** The payload is parsed again where it arrives: changes that are not the document's are refused there. */
function sendOne(
  document: AuthoredKind,
  { issue, opId, changes }: DocumentEdit,
): Promise<Result<Saving<Named>, AppError>> {
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
  const answer = await api.removeRecord({ issue, document, opId, seen });
  return answer.ok ? { ok: true, value: null } : answer;
}
