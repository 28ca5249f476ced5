import type { AppError, RecordEditPayload, SaveView } from '../contract';
import type { Result } from '../domain/result';
import type { Json } from '../domain/use-case/json';
import { mergeEdit, remembersIn, withMerge, type Clash } from '../domain/use-case/merge-edit';
import { findOversize, withRoom } from '../domain/use-case/record-size';
import {
  newRecord,
  readRecord,
  toStored,
  type ReadRecord,
  type StoredRecord,
} from '../domain/use-case/stored-record';
import type { AccountId } from '../ports/ids';
import type { IssuePlace } from '../ports/issue-records';
import { deriveScore, type ScorePorts } from './derive-score';
import { openForEditing } from './open-for-editing';
import { writeRecord, type WritePlan } from './write-record';

/**
 * Records an edit of one record of an issue as the viewer. Fields that others changed in the
 * meantime come back as clashes, unwritten; the other fields are saved. A score bears the stage of its
 * use case: where that was changed, the score is made anew.
 */
export async function recordEdit(
  ports: ScorePorts,
  place: IssuePlace,
  viewer: AccountId,
  { kind, edit }: RecordEditPayload,
): Promise<Result<SaveView, AppError>> {
  const subject = await openForEditing(ports.records, place);
  if (!subject.ok) return subject;
  const plan = (raw: Json | undefined): WritePlan<Clash> => {
    const found = rewritable(readRecord(kind, raw), newRecord(kind));
    if ('code' in found) return { plan: 'refuse', error: found };
    const merge = mergeEdit(found, edit);
    if (merge.applied.length === 0) return { plan: 'done', clashes: merge.clashes };
    const at = new Date(ports.clock.now()).toISOString();
    const next = withRoom(kind, withMerge(found, merge, { op: edit.opId, by: viewer, at }));
    const oversize = findOversize(kind, next);
    if (oversize !== undefined) return { plan: 'refuse', error: { code: 'too-long', ...oversize } };
    return { plan: 'write', next: toStored(kind, next), clashes: merge.clashes };
  };
  const bears = (raw: Json | undefined): boolean => remembersIn(kind, raw, edit.opId);
  const target = { issue: place.issue, kind, bears };
  const { raw } = subject.value;
  const written = await writeRecord(ports, target, raw[kind], plan);
  const staged = kind === 'useCase' && edit.changes.some(({ field }) => field === 'stage');
  if (staged && raw.rating !== undefined && written.ok && written.value.state === 'saved')
    await deriveScore(ports, place);
  return written;
}

function rewritable(found: ReadRecord, fresh: StoredRecord): StoredRecord | AppError {
  switch (found.state) {
    case 'ready':
      return found.record;
    case 'absent':
      return fresh;
    case 'newer':
      return { code: 'newer-record' };
    case 'damaged':
      return { code: 'damaged-record' };
    case 'foreign':
      return { code: 'foreign-record' };
  }
}
