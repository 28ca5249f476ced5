import type { AppError } from '../contract';
import type { DocumentKind, Intent } from '../domain/document/operation';
import { failure } from '../domain/result';
import type { Json } from '../domain/use-case/json';
import type { AccountId, ProjectId } from '../ports/ids';
import type { ProjectProperties, ProjectSubject } from '../ports/project-properties';
import type { Answer, WritePorts } from './land-write';
import { administerProject } from './open-project';
import { patience, writeDocument } from './write-document';

/** What editing a document of a project needs from the world. */
export type ProjectEditPorts = WritePorts & { readonly projects: ProjectProperties };

/** One edit of one document of a project, as the viewer wants it. */
export type ProjectDocumentEdit<Change, Clash> = {
  /** The project property that holds it. */
  readonly key: string;
  readonly kind: DocumentKind<Change, Clash>;
  readonly opId: string;
  readonly intent: Intent<Change>;
  /** Finds the stored value in the project as it was loaded. */
  readonly rawIn: (subject: ProjectSubject) => Json | undefined;
};

/** Edits one document of a project as the viewer, who must administer the project. */
export async function editProjectDocument<Change, Clash>(
  ports: ProjectEditPorts,
  project: ProjectId,
  viewer: AccountId,
  { key, kind, opId, intent, rawIn }: ProjectDocumentEdit<Change, Clash>,
): Promise<Answer<Clash>> {
  const now = ports.clock.now();
  const place = { entity: 'project', id: project, key } as const;
  const [subject, lock] = await Promise.all([
    administerProject(ports.projects, project),
    ports.locks.get(place),
  ]);
  if (!subject.ok) return subject;
  if (!lock.ok) return failure<AppError>({ code: 'no-answer' });
  const operation = { op: opId, by: viewer, at: new Date(now).toISOString(), intent };
  const write = { place, kind, operation, deadline: now + patience };
  const written = await writeDocument(ports, write, {
    raw: rawIn(subject.value),
    lock: lock.value,
  });
  // Only admins may write a project's properties.
  return !written.ok && written.error.code === 'may-not-edit'
    ? failure({ code: 'may-not-administer' })
    : written;
}
