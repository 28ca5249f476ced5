import type { AppError, Saving } from '../contract';
import { failure, success, type Result } from '../domain/result';
import type { PropertyKind } from '../domain/property-keys';
import { isJsonObject, type Json, type JsonObject } from '../domain/use-case/json';
import type { Clock } from '../ports/clock';
import type { IssueId } from '../ports/ids';
import type { IssueRecords, JiraProblem } from '../ports/issue-records';
import { translateProblem } from './translate-problem';

/** What a write needs from the world. */
export type WritePorts = { readonly records: IssueRecords; readonly clock: Clock };

/** What is written, and how the operation is recognised in it afterwards. */
export type WriteTarget = {
  readonly issue: IssueId;
  readonly kind: PropertyKind;
  readonly bears: (raw: Json | undefined) => boolean;
};

/** What to do with a stored value: nothing (it is right already), write another one, or give up. */
export type WritePlan<Clash> =
  | { readonly plan: 'done'; readonly clashes: readonly Clash[] }
  | { readonly plan: 'write'; readonly next: JsonObject; readonly clashes: readonly Clash[] }
  | { readonly plan: 'refuse'; readonly error: AppError };

/** How long a function goes on, in ms. Forge ends it at 25 s; past this the panel goes on polling. */
export const patience = 8_000;

const pollPauses = [150, 250, 400, 700, 1_000];
const busyPause = 400;
const attempts = 6;

/**
 * Compare-and-set: plans on the value read, asks Jira to write only if it still holds that value,
 * follows the task, reads back and looks for the operation. A lost race is planned anew. Whether a
 * write whose answer was lost has landed is told by the reading back, never assumed.
 */
export async function writeRecord<Clash>(
  ports: WritePorts,
  target: WriteTarget,
  firstRaw: Json | undefined,
  plan: (raw: Json | undefined) => WritePlan<Clash>,
): Promise<Result<Saving<Clash>, AppError>> {
  const deadline = ports.clock.now() + patience;
  let raw = firstRaw;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const planned = plan(raw);
    if (planned.plan === 'refuse') return failure(planned.error);
    if (planned.plan === 'done') return success(savedView(raw, planned.clashes));
    const outcome = await attemptWrite(ports, target, { raw, planned, deadline });
    if (!outcome.ok) return outcome;
    if (outcome.value.end !== 'lost') return success(outcome.value.view);
    raw = outcome.value.raw;
    if (ports.clock.now() > deadline) break;
  }
  return failure({ code: 'busy' });
}

type Outcome<Clash> =
  | { readonly end: 'told'; readonly view: Saving<Clash> }
  | { readonly end: 'lost'; readonly raw: Json | undefined };

type Attempt<Clash> = {
  readonly raw: Json | undefined;
  readonly planned: Extract<WritePlan<Clash>, { plan: 'write' }>;
  readonly deadline: number;
};

async function attemptWrite<Clash>(
  ports: WritePorts,
  target: WriteTarget,
  { raw, planned, deadline }: Attempt<Clash>,
): Promise<Result<Outcome<Clash>, AppError>> {
  const { records, clock } = ports;
  const { issue, kind } = target;
  const task = await records.writeIfUnchanged(issue, kind, { seen: raw, next: planned.next });
  if (!task.ok && !mayHaveLanded(task.error)) return failure(translateProblem(task.error));
  if (!task.ok) await clock.wait(busyPause);
  else if ((await followTask(ports, task.value, deadline)) === 'running') {
    const { clashes } = planned;
    return success({ end: 'told', view: { state: 'pending', taskId: task.value, clashes } });
  }
  const readBack = await records.readRaw(issue, kind);
  if (!readBack.ok) return failure(translateProblem(readBack.error));
  if (!target.bears(readBack.value)) return success({ end: 'lost', raw: readBack.value });
  return success({ end: 'told', view: savedView(readBack.value, planned.clashes) });
}

/** After "busy" nothing was written and after no answer perhaps: in both cases reading tells. */
function mayHaveLanded({ problem }: JiraProblem): boolean {
  return problem === 'busy' || problem === 'no-answer';
}

async function followTask(
  { records, clock }: WritePorts,
  task: Parameters<IssueRecords['readTask']>[0],
  deadline: number,
): Promise<'running' | 'ended'> {
  for (let poll = 0; clock.now() <= deadline; poll += 1) {
    const state = await records.readTask(task);
    // A task that cannot be read any more is over as far as we can tell: the record decides.
    if (!state.ok ? state.error.problem === 'gone' : state.value !== 'running') return 'ended';
    await clock.wait(pollPauses[Math.min(poll, pollPauses.length - 1)] ?? busyPause);
  }
  return 'running';
}

function savedView<Clash>(raw: Json | undefined, clashes: readonly Clash[]): Saving<Clash> {
  return { state: 'saved', stored: isJsonObject(raw) ? raw : null, clashes };
}
