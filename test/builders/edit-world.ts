import { idleClock } from './idle-clock';
import {
  aMemoryIssue,
  memoryIssueRecords,
  rawOf,
  type MemoryIssue,
} from '../../src/adapters/memory/issue-records';
import { memoryWriteLocks } from '../../src/adapters/memory/write-locks';
import type { SaveView } from '../../src/contract';
import type { Intent } from '../../src/domain/document/operation';
import type { Result } from '../../src/domain/result';
import { recordDocument } from '../../src/domain/use-case/record-document';
import type { Json } from '../../src/domain/use-case/json';
import type { FieldEdit } from '../../src/domain/use-case/field-edit';
import { readRecord } from '../../src/domain/use-case/stored-record';
import type { AccountId, IssueId, ProjectId } from '../../src/domain/ids';
import { editIssueDocument } from '../../src/operations/edit-issue-document';

/** Where the issue is. */
export const place = { issue: '1' as IssueId, project: '1' as ProjectId };
/** Where its use case is kept. */
export const stored = { entity: 'issue', id: '1', key: 'northstarUseCase' } as const;
/** Who edits. */
export const mira = 'mira' as AccountId;

/** An issue in memory with everything that an edit of its use case needs. */
export const aWorld = (change: Parameters<typeof aMemoryIssue>[0] = {}) => {
  const clock = idleClock();
  const issue = aMemoryIssue(change);
  const { documents } = issue;
  const locks = memoryWriteLocks();
  const asked: unknown[] = [];
  const ports = {
    ...{ documents, locks, clock, records: memoryIssueRecords(issue) },
    followUps: {
      askFor: (places: unknown) => {
        asked.push(places);
        return Promise.resolve();
      },
    },
    kindOf: () => recordDocument('useCase') as never,
  };
  const does = (intent: Intent<FieldEdit>, opId = 'operation-1') =>
    editIssueDocument(ports, place, mira, {
      ...{ document: 'useCase', kind: recordDocument('useCase'), opId, intent },
    });
  const edit = (changes: FieldEdit[], opId?: string) => does({ does: 'change', changes }, opId);
  return { issue, documents, locks, clock, ports, asked, does, edit };
};

/** An edit of who it is for. */
export const who = (next: string, base = ''): FieldEdit => ({ field: 'who', base, next });

/** What is stored, read. */
export const valuesOf = (issue: MemoryIssue) => {
  const read = readRecord('useCase', rawOf(issue, 'useCase'));
  if (read.state !== 'ready') throw new Error(read.state);
  return read.record;
};

/** How an edit ended. */
export const stateOf = (result: Result<SaveView, unknown>) =>
  result.ok ? result.value.state : result.error;

/** An issue that holds a value as its use case. */
export const raw = (useCase: Json) => ({ raw: { useCase } });
