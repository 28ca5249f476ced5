import type { DocumentKind, Intent, FromTo } from '../domain/document/operation';
import { propertyKeys, type AuthoredKind } from '../domain/property-keys';
import { failure, success } from '../domain/result';
import type { AccountId } from '../domain/ids';
import type { IssuePlace, IssueRecords, Subject } from '../ports/issue-records';
import type { Answer, WritePorts } from './land-write';
import { openForEditing } from './open-for-editing';
import { editDocument } from './write-document';

/** What editing a document of an issue needs from the world. */
export type IssueEditPorts = WritePorts & { readonly records: IssueRecords };

/** One edit of one document of an issue, as the viewer wants it. */
export type IssueDocumentEdit<Change extends FromTo> = {
  readonly document: AuthoredKind;
  readonly kind: DocumentKind<Change>;
  readonly opId: string;
  readonly intent: Intent<Change>;
  /** Whether the issue and its project know what the edit speaks of; left out, they do. */
  readonly isKnownTo?: (subject: Subject) => boolean;
};

/**
 * Edits one document of an issue as the viewer, after checking on that very issue that they may. Fields
 * that others changed in the meantime come back as clashes, unwritten; the other fields are saved.
 */
export async function editIssueDocument<Change extends FromTo>(
  ports: IssueEditPorts,
  of: IssuePlace,
  viewer: AccountId,
  { document, kind, opId, intent, isKnownTo }: IssueDocumentEdit<Change>,
): Promise<Answer<Change>> {
  const place = { entity: 'issue', id: of.issue, key: propertyKeys[document] } as const;
  return editDocument(ports, { place, kind, viewer, opId, intent }, async () => {
    const subject = await openForEditing(ports.records, of);
    if (!subject.ok) return subject;
    if (isKnownTo?.(subject.value) === false) return failure({ code: 'invalid-payload' });
    return success(subject.value.raw[document]);
  });
}
