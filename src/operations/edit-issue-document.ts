import type { AppError } from '../contract';
import type { DocumentKind, Intent } from '../domain/document/operation';
import { propertyKeys, type AuthoredKind } from '../domain/property-keys';
import { failure } from '../domain/result';
import type { AccountId } from '../ports/ids';
import type { IssuePlace, IssueRecords } from '../ports/issue-records';
import type { Answer, WritePorts } from './land-write';
import { openForEditing } from './open-for-editing';
import { patience, writeDocument } from './write-document';

/** What editing a document of an issue needs from the world. */
export type IssueEditPorts = WritePorts & { readonly records: IssueRecords };

/** One edit of one document of an issue, as the viewer wants it. */
export type IssueDocumentEdit<Change, Clash> = {
  readonly document: AuthoredKind;
  readonly kind: DocumentKind<Change, Clash>;
  readonly opId: string;
  readonly intent: Intent<Change>;
};

/**
 * Edits one document of an issue as the viewer, after checking on that very issue that they may. Fields
 * that others changed in the meantime come back as clashes, unwritten; the other fields are saved.
 */
export async function editIssueDocument<Change, Clash>(
  ports: IssueEditPorts,
  place: IssuePlace,
  viewer: AccountId,
  { document, kind, opId, intent }: IssueDocumentEdit<Change, Clash>,
): Promise<Answer<Clash>> {
  const now = ports.clock.now();
  const stored = { entity: 'issue', id: place.issue, key: propertyKeys[document] } as const;
  const [subject, lock] = await Promise.all([
    openForEditing(ports.records, place),
    ports.locks.get(stored),
  ]);
  if (!subject.ok) return subject;
  if (!lock.ok) return failure<AppError>({ code: 'no-answer' });
  const operation = { op: opId, by: viewer, at: new Date(now).toISOString(), intent };
  const write = { place: stored, kind, operation, deadline: now + patience };
  return writeDocument(ports, write, { raw: subject.value.raw[document], lock: lock.value });
}
