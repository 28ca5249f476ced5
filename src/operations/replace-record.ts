import type { AppError, ReplaceRecordPayload, SaveView } from '../contract';
import type { Result } from '../domain/result';
import { fieldNames, isEmpty } from '../domain/use-case/fields';
import type { Json } from '../domain/use-case/json';
import { remembers, remembersIn, withMerge, type Clash } from '../domain/use-case/merge-edit';
import {
  newRecord,
  readRecord,
  toStored,
  type StoredRecord,
} from '../domain/use-case/stored-record';
import type { AccountId } from '../ports/ids';
import type { IssuePlace } from '../ports/issue-records';
import { openForEditing } from './open-for-editing';
import { writeRecord, type WritePlan, type WritePorts } from './write-record';

/**
 * Replaces a damaged or foreign value because the viewer said so, and only the value that the
 * viewer saw. What could be read of a damaged record stays; a record of a newer Northstar is
 * never replaced.
 */
export async function replaceRecord(
  ports: WritePorts,
  place: IssuePlace,
  viewer: AccountId,
  { kind, opId, seen }: ReplaceRecordPayload,
): Promise<Result<SaveView, AppError>> {
  const subject = await openForEditing(ports.records, place);
  if (!subject.ok) return subject;
  const plan = (raw: Json | undefined): WritePlan<Clash> => {
    const found = readRecord(kind, raw);
    if (found.state === 'newer') return { plan: 'refuse', error: { code: 'newer-record' } };
    if (found.state === 'ready' && remembers(found.record, opId))
      return { plan: 'done', clashes: [] };
    if (JSON.stringify(raw) !== seen)
      return { plan: 'refuse', error: { code: 'changed-meanwhile' } };
    const base = found.state === 'damaged' ? readablePart(found.record) : newRecord(kind);
    const applied = fieldNames[kind].filter((field) => !isEmpty(base.values[field] ?? ''));
    const at = new Date(ports.clock.now()).toISOString();
    const merge = { values: base.values, applied, clashes: [] };
    const next = withMerge(base, merge, { op: opId, by: viewer, at });
    return { plan: 'write', next: toStored(kind, next), clashes: [] };
  };
  const bears = (raw: Json | undefined): boolean => remembersIn(kind, raw, opId);
  const target = { issue: place.issue, kind, bears };
  return writeRecord(ports, target, subject.value.raw[kind], plan);
}

function readablePart(record: StoredRecord): StoredRecord {
  return { ...record, source: {} };
}
