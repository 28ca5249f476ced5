import type { AppError, Saving } from '../contract';
import {
  remembers,
  type DocumentKind,
  type Intent,
  type Operation,
  type FromTo,
  type ClashOf,
} from '../domain/document/operation';
import { outcomeIn, replay, type Outcome, type Replay } from '../domain/document/replay';
import type { WriteLock } from '../domain/document/write-lock';
import { failure, success, type Result } from '../domain/result';
import { isJsonObject, type Json } from '../domain/use-case/json';
import type { Clock } from '../ports/clock';
import type { DocumentPlace, Documents } from '../ports/documents';
import type { FollowUps } from '../ports/follow-ups';
import type { JiraProblem } from '../ports/issue-records';
import type { WriteLocks } from '../ports/write-locks';
import { markLanded, withdraw } from './change-lock';
import { translateProblem } from './translate-problem';

/** What a write needs from the world. */
export type WritePorts = {
  readonly documents: Documents;
  readonly locks: WriteLocks;
  readonly followUps: FollowUps;
  readonly clock: Clock;
};

/** What is written: which document, of which kind, by which operation. */
export type Write<Change extends FromTo> = {
  readonly place: DocumentPlace;
  readonly kind: DocumentKind<Change>;
  readonly operation: Operation<Change>;
  /** When the function must have answered, in ms since 1970. */
  readonly deadline: number;
};

/** How a write ended, or that its fate is not known yet. */
export type Answer<Change extends FromTo> = Result<Saving<ClashOf<Change>>, AppError>;

/** What is on the issue or project now. */
export function saved<Change extends FromTo>(
  raw: Json | undefined,
  clashes: readonly ClashOf<Change>[],
): Saving<ClashOf<Change>> {
  return { state: 'saved', stored: isJsonObject(raw) ? raw : null, clashes };
}

/** Pauses before the looks at a write that is not there yet, in ms: after 0.2, 1, 3 and 8 s in all. */
const pauses = [200, 800, 2_000, 5_000];

/** A write whose answer was lost is sent once more, after so many looks in vain. */
const looksBeforeSecondWrite = 3;
const writesAtMost = 6;

/** Where Jira asks for patience and does not say how long, in ms. */
const usualSlowDown = 2_000;

/** How the write went so far. */
type Course<Change extends FromTo> = {
  readonly lock: WriteLock<Change>;
  /** How often it was sent, and what Jira answered last. */
  readonly sent: number;
  readonly answer: Result<null, JiraProblem> | undefined;
  /** How often it was looked for in vain since it was sent. */
  readonly looks: number;
  /** What the last merge made of the operation. */
  readonly outcome: Outcome<Change> | undefined;
};

/** What to do next. */
type Verdict =
  | { readonly next: 'saved'; readonly raw: Json | undefined }
  | { readonly next: 'send'; readonly value: Json | undefined }
  | { readonly next: 'wait' }
  | { readonly next: 'give-up' | 'fail'; readonly error: AppError };

/**
 * Brings an operation that holds the lock into the record, and stays with it until its fate is known or
 * patience runs out. What a late write undid is merged in again on the way.
 */
export async function land<Change extends FromTo>(
  ports: WritePorts,
  write: Write<Change>,
  held: WriteLock<Change>,
): Promise<Answer<Change>> {
  const { clock } = ports;
  let course: Course<Change> = startWith(held);
  while (clock.now() < write.deadline) {
    const seen = await look(ports, write, course);
    ({ course } = seen);
    const { verdict } = seen;
    const isEnd = verdict.next !== 'send' && verdict.next !== 'wait';
    if (isEnd) return end(ports, write, { held, course, verdict });
    if (verdict.next === 'send') {
      course = await send(ports, write, { course, value: verdict.value });
      const { answer, sent } = course;
      if (answer?.ok === true) continue;
      if (sent === 1 && provesNothingWritten(answer))
        return giveUp(ports, write, problemOf(answer));
    }
    const pause = pauseIn(course);
    if (pause === undefined) break;
    await clock.wait(pause);
    course = { ...course, looks: course.looks + 1 };
  }
  return success({ state: 'checking' });
}

async function end<Change extends FromTo>(
  ports: WritePorts,
  write: Write<Change>,
  {
    held,
    course,
    verdict,
  }: {
    readonly held: WriteLock<Change>;
    readonly course: Course<Change>;
    readonly verdict: Exclude<Verdict, { readonly next: 'send' | 'wait' }>;
  },
): Promise<Answer<Change>> {
  if (verdict.next === 'saved') return finish(ports, write, { held, course, raw: verdict.raw });
  return verdict.next === 'fail' ? failure(verdict.error) : giveUp(ports, write, verdict.error);
}

async function send<Change extends FromTo>(
  { documents }: WritePorts,
  { place }: Write<Change>,
  { course, value }: { readonly course: Course<Change>; readonly value: Json | undefined },
): Promise<Course<Change>> {
  const answer = await documents.write(place, isJsonObject(value) ? value : null);
  return { ...course, sent: course.sent + 1, answer, looks: answer.ok ? 0 : course.looks };
}

function startWith<Change extends FromTo>(lock: WriteLock<Change>): Course<Change> {
  return { lock, sent: 0, answer: undefined, looks: 0, outcome: undefined };
}

type Seen<Change extends FromTo> = {
  readonly course: Course<Change>;
  readonly verdict: Verdict;
};

/** Reads the document, and from the first write on the lock with it, and judges what they say. */
async function look<Change extends FromTo>(
  { documents, locks }: WritePorts,
  { place, kind, operation }: Write<Change>,
  course: Course<Change>,
): Promise<Seen<Change>> {
  const [raw, found] = await Promise.all([
    documents.read(place),
    course.sent === 0 ? undefined : locks.get(place),
  ]);
  const lock = found?.ok === true && found.value !== undefined ? found.value : course.lock;
  const now = { ...course, lock: lock as WriteLock<Change> };
  if (!raw.ok) return { course: now, verdict: verdictOnProblem(raw.error, course) };
  const replayed = replay(kind, raw.value, now.lock);
  if (replayed.changed && replayed.isFromOutside) {
    // Before that is taken for the base, every operation must be known that it may have come after.
    const newest = await locks.get(place);
    if (!newest.ok) return { course: now, verdict: { next: 'wait' } };
    const known = asOf(course.lock, (newest.value ?? now.lock) as WriteLock<Change>);
    return judgedBy(operation, now, { raw: raw.value, ...replay(kind, raw.value, known) });
  }
  return judgedBy(operation, now, { raw: raw.value, ...replayed });
}

/** A lock with only those operations landed that had landed when an earlier one was read. */
function asOf<Change extends FromTo>(
  earlier: WriteLock<Change>,
  lock: WriteLock<Change>,
): WriteLock<Change> {
  const landed = new Set(earlier.operations.flatMap((each) => (each.landed ? [each.op] : [])));
  const operations = lock.operations.map((each) => ({ ...each, landed: landed.has(each.op) }));
  return { ...lock, operations };
}

function judgedBy<Change extends FromTo>(
  operation: Operation<Change>,
  course: Course<Change>,
  found: Replay<Change> & { readonly raw: Json | undefined },
): Seen<Change> {
  const outcome = found.outcomes.get(operation.op) ?? course.outcome;
  const judged = { ...course, outcome };
  return { course: judged, verdict: judge(operation, judged, found) };
}

function verdictOnProblem(problem: JiraProblem, { sent }: Course<FromTo>): Verdict {
  if (sent === 0) return { next: 'give-up', error: translateProblem(problem) };
  // There is no record to be saved to any more.
  return problem.problem === 'gone' ? { next: 'fail', error: { code: 'gone' } } : { next: 'wait' };
}

function judge<Change extends FromTo>(
  operation: Operation<Change>,
  course: Course<Change>,
  found: {
    readonly raw: Json | undefined;
    readonly changed: boolean;
    readonly value: Json | undefined;
  },
): Verdict {
  const { raw, changed, value } = found;
  const { outcome, sent } = course;
  if (sent === 0 && outcome?.refusal !== undefined)
    return { next: 'give-up', error: outcome.refusal };
  const isThere = isIn(operation, raw, course);
  if (isThere && (!changed || sent >= writesAtMost)) return { next: 'saved', raw };
  if (changed && maySend(course, isThere)) return { next: 'send', value };
  if (isRemovedSince(operation, course))
    return { next: 'fail', error: { code: 'changed-meanwhile' } };
  return { next: 'wait' };
}

/** Whether the record says what the operation wanted. */
function isIn<Change extends FromTo>(
  { op, intent }: Operation<Change>,
  raw: Json | undefined,
  { outcome, lock }: Course<Change>,
): boolean {
  if (intent.does === 'remove') return raw === undefined;
  if (remembers(raw, op)) return true;
  const held = lock.operations.some((each) => each.op === op);
  return held && outcome !== undefined && outcome.refusal === undefined && !outcome.wrote;
}

/** Whether somebody took the lock later to remove the document. */
function isRemovedSince<Change extends FromTo>(
  { op }: Operation<Change>,
  { lock: { operations } }: Course<Change>,
): boolean {
  const own = operations.findIndex((each) => each.op === op);
  return operations.some(({ intent }, index) => index > own && intent?.does === 'remove');
}

function maySend({ sent, answer, looks }: Course<FromTo>, isThere: boolean): boolean {
  if (sent === 0) return true;
  if (sent >= writesAtMost) return false;
  if (answer === undefined || answer.ok) return isThere || looks > 0;
  if (answer.error.problem === 'slow-down') return looks > 0;
  const mayHelp = answer.error.problem === 'no-answer' || answer.error.problem === 'busy';
  return mayHelp && looks === looksBeforeSecondWrite;
}

function pauseIn({ answer, looks }: Course<FromTo>): number | undefined {
  if (answer?.ok === false && answer.error.problem === 'slow-down' && looks === 0)
    return answer.error.seconds === null ? usualSlowDown : 1_000 * answer.error.seconds;
  return pauses[looks];
}

/** After any other answer something may have been written. */
function provesNothingWritten(answer: Result<null, JiraProblem> | undefined): boolean {
  return answer?.ok === false && answer.error.problem === 'refused' && answer.error.status === 400;
}

function problemOf(answer: Result<null, JiraProblem> | undefined): AppError {
  return answer?.ok === false ? translateProblem(answer.error) : { code: 'no-answer' };
}

async function finish<Change extends FromTo>(
  ports: WritePorts,
  { place, kind, operation }: Write<Change>,
  {
    held,
    course,
    raw,
  }: {
    readonly held: WriteLock<Change>;
    readonly course: Course<Change>;
    readonly raw: Json | undefined;
  },
): Promise<Answer<Change>> {
  const { lock } = course;
  const own = { ...operation, intent: intentIn(held, operation) };
  // Another writer may have brought it in, and have met other values.
  const { intent, clashes } = outcomeIn(kind, raw, own);
  await markLanded(ports, place, { lock, landed: new Map([[operation.op, intent]]) });
  return success(saved(raw, clashes));
}

/** What the operation wanted when it took the lock: what clashed before that is told already. */
function intentIn<Change extends FromTo>(
  { operations }: WriteLock<Change>,
  { op, intent }: Operation<Change>,
): Intent<Change> {
  return operations.find((each) => each.op === op)?.intent ?? intent;
}

/**
 * Says why it failed if the operation can be taken back and nobody else has brought it into the record
 * meanwhile; else its fate stays open.
 */
async function giveUp<Change extends FromTo>(
  { locks, documents }: WritePorts,
  { place, operation }: Write<Change>,
  error: AppError,
): Promise<Answer<Change>> {
  const end = await withdraw(locks, place, operation.op);
  if (end !== 'withdrawn') return success({ state: 'checking' });
  const after = await documents.read(place);
  if (!after.ok && after.error.problem === 'gone') return failure({ code: 'gone' });
  const isSurelyOut = after.ok && !remembers(after.value, operation.op);
  return isSurelyOut ? failure(error) : success({ state: 'checking' });
}
