import type { ProjectId } from '../../domain/ids';
import { propertyKeys, type PropertyKind } from '../../domain/property-keys';
import { failure, success, type Result } from '../../domain/result';
import type { Json } from '../../domain/use-case/json';
import type { DocumentPlace } from '../../ports/documents';
import type { IssueId } from '../../domain/ids';
import type { IssueRecords, JiraProblem, Subject } from '../../ports/issue-records';
import { documentName, memoryDocuments, type MemoryDocuments } from './documents';

/** An issue in memory, with switches for what can go wrong. */
export type MemoryIssue = {
  subject: Omit<Subject, 'raw'>;
  readonly id: IssueId;
  readonly documents: MemoryDocuments;
  /** Problems to answer the next loads with. */
  nextLoads: JiraProblem[];
};

export function aMemoryIssue(
  change: Partial<Omit<MemoryIssue, 'documents'>> & {
    readonly raw?: Partial<Record<PropertyKind, Json | undefined>>;
  } = {},
): MemoryIssue {
  const { raw = {}, ...others } = change;
  const issue: MemoryIssue = {
    id: '1' as IssueId,
    documents: memoryDocuments(),
    subject: {
      key: 'CDP-1',
      summary: 'A use case',
      description: '',
      projectName: 'Customer data',
      placement: 'here',
      mayEdit: true,
      mayAdminister: false,
      related: [],
      settings: undefined,
      programme: { plan: undefined, reach: undefined, data: undefined, people: undefined },
    },
    nextLoads: [],
    ...others,
  };
  for (const [kind, value] of Object.entries(raw)) putRaw(issue, kind as PropertyKind, value);
  return issue;
}

function placeOf({ id }: MemoryIssue, kind: PropertyKind): DocumentPlace {
  return { entity: 'issue', id, key: propertyKeys[kind] };
}

/** What is stored on an issue in memory. */
export function rawOf(issue: MemoryIssue, kind: PropertyKind): Json | undefined {
  return issue.documents.stored.get(documentName(placeOf(issue, kind)));
}

/** Puts a value on an issue behind the app's back; undefined takes it away. */
export function putRaw(issue: MemoryIssue, kind: PropertyKind, value: Json | undefined): void {
  const name = documentName(placeOf(issue, kind));
  if (value === undefined) issue.documents.stored.delete(name);
  else issue.documents.stored.set(name, value);
}

/** The in-memory twin of the Jira adapter, for one issue. */
export function memoryIssueRecords(issue: MemoryIssue): IssueRecords {
  const visible = <Value>(read: () => Value): Promise<Result<Value, JiraProblem>> =>
    Promise.resolve(issue.documents.isGone ? failure({ problem: 'gone' }) : success(read()));
  const kinds = Object.keys(propertyKeys) as readonly PropertyKind[];
  return {
    loadSubject: () => {
      const problem = issue.nextLoads.shift();
      if (problem) return Promise.resolve(failure(problem));
      return visible(() => ({
        ...issue.subject,
        raw: Object.fromEntries(kinds.map((kind) => [kind, rawOf(issue, kind)])) as Subject['raw'],
      }));
    },
    readRaw: (_issue, kind) => visible(() => rawOf(issue, kind)),
    readSeveral: (issues, kind) =>
      visible(() => {
        const value = rawOf(issue, kind);
        return new Map(issues.map((each) => [each, value]));
      }),
    readWithProjects: (issues, kind) =>
      visible(() => {
        const found = { raw: rawOf(issue, kind), project: '1' as ProjectId };
        return new Map(issues.map((each) => [each, found]));
      }),
    readEditable: (issues) => visible(() => new Set(issue.subject.mayEdit ? issues : [])),
    writeScore: (_issue, score) => {
      if (!issue.subject.mayEdit) return Promise.resolve(failure({ problem: 'forbidden' }));
      return visible(() => {
        putRaw(issue, 'score', score ?? undefined);
        return null;
      });
    },
  };
}
