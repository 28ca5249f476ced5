import type { AppError } from '../contract';
import type { DocumentKind, Intent, FromTo } from '../domain/document/operation';
import { failure, success } from '../domain/result';
import type { Json } from '../domain/use-case/json';
import type { AccountId, ProjectId } from '../domain/ids';
import type { ProjectProperties, ProjectSubject } from '../ports/project-properties';
import type { Answer, WritePorts } from './land-write';
import { administerProject } from './open-project';
import { editDocument } from './write-document';

/** What editing a document of a project needs from the world. */
export type ProjectEditPorts = WritePorts & { readonly projects: ProjectProperties };

/** One edit of one document of a project, as the viewer wants it. */
export type ProjectDocumentEdit<Change extends FromTo> = {
  /** The project property that holds it. */
  readonly key: string;
  readonly kind: DocumentKind<Change>;
  readonly opId: string;
  readonly intent: Intent<Change>;
  /** Finds the stored value in the project as it was loaded. */
  readonly rawIn: (subject: ProjectSubject) => Json | undefined;
  /** Why the project as it was loaded cannot be edited so; undefined where it can. */
  readonly refusalIn?: (subject: ProjectSubject) => AppError | undefined;
};

/** Edits one document of a project as the viewer, who must administer the project. */
export async function editProjectDocument<Change extends FromTo>(
  ports: ProjectEditPorts,
  project: ProjectId,
  viewer: AccountId,
  { key, kind, opId, intent, rawIn, refusalIn }: ProjectDocumentEdit<Change>,
): Promise<Answer<Change>> {
  const place = { entity: 'project', id: project, key } as const;
  const written = await editDocument(ports, { place, kind, viewer, opId, intent }, async () => {
    const subject = await administerProject(ports.projects, project);
    if (!subject.ok) return subject;
    const refusal = refusalIn?.(subject.value);
    return refusal === undefined ? success(rawIn(subject.value)) : failure(refusal);
  });
  // Only admins may write a project's properties.
  return !written.ok && written.error.code === 'may-not-edit'
    ? failure({ code: 'may-not-administer' })
    : written;
}
