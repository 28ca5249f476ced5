import type { AppError, RatingView, RecordRatingPayload } from '../contract';
import type { Result } from '../domain/result';
import {
  mergeRating,
  newRating,
  ratingLimit,
  readRating,
  remembersRating,
  toStoredRating,
  type RatingClash,
} from '../domain/scoring/stored-rating';
import type { Json } from '../domain/use-case/json';
import type { AccountId } from '../ports/ids';
import type { IssuePlace } from '../ports/issue-records';
import { deriveScore, type ScorePorts } from './derive-score';
import { openForEditing } from './open-for-editing';
import { writeRecord, type WritePlan } from './write-record';

/**
 * Records answers about a use case as the viewer, with compare-and-set, and makes its score anew.
 * Answers that others changed in the meantime come back as clashes, unwritten. A score that could not
 * be written is made again by whoever looks next; the answers are safe by then.
 */
export async function recordRating(
  ports: ScorePorts,
  place: IssuePlace,
  viewer: AccountId,
  { opId, changes }: Omit<RecordRatingPayload, 'issue'>,
): Promise<Result<RatingView, AppError>> {
  const subject = await openForEditing(ports.records, place);
  if (!subject.ok) return subject;
  const plan = (raw: Json | undefined): WritePlan<RatingClash> => {
    const read = readRating(raw);
    if (read.state === 'newer') return { plan: 'refuse', error: { code: 'newer-record' } };
    if (read.state === 'damaged') return { plan: 'refuse', error: { code: 'damaged-record' } };
    const stored = read.state === 'ready' ? read.rating : newRating();
    const merge = mergeRating(stored, opId, changes);
    if (merge.applied.length === 0) return { plan: 'done', clashes: merge.clashes };
    const at = new Date(ports.clock.now()).toISOString();
    const next = toStoredRating(stored, merge, { op: opId, by: viewer, at });
    const over = JSON.stringify(next).length - ratingLimit;
    if (over > 0) return { plan: 'refuse', error: { code: 'too-long', over, longest: [] } };
    return { plan: 'write', next, clashes: merge.clashes };
  };
  const written = await writeRecord<RatingClash>(
    ports,
    {
      issue: place.issue,
      kind: 'rating',
      bears: (raw) => remembersRating(raw, opId),
    },
    subject.value.raw.rating,
    plan,
  );
  if (written.ok && written.value.state === 'saved') await deriveScore(ports, place);
  return written;
}
