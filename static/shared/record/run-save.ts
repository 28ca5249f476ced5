import type { AppError, RecordEditPayload, SaveView, Saving } from '#contract';
import type { Clash } from '#domain/use-case/merge-edit';
import { failure, success, type Result } from '#domain/result';
import type { IssueRecords } from '#ports/issue-records';
import type { TaskId } from '#ports/ids';
import type { Save } from './workspace-state';

/** What a save needs from the world. */
export type SaveWorld = {
  readonly records: Pick<IssueRecords, 'readTask'>;
  readonly recordEdit: (payload: RecordEditPayload) => Promise<Result<SaveView, AppError>>;
  readonly wait: (milliseconds: number) => Promise<void>;
};

type Saved<Clash> = Extract<Saving<Clash>, { state: 'saved' }>;

const pollPause = 1_500;
const pollsAtMost = 400;

/** Sends an edit of a record and stays with it to the end. */
export function runSave(
  world: SaveWorld,
  { kind, opId, changes }: Save,
  onPending: () => void,
): Promise<Result<Saved<Clash>, AppError>> {
  const payload: RecordEditPayload = { kind, edit: { opId, changes } };
  return stayWithSave(world, () => world.recordEdit(payload), onPending);
}

/**
 * Stays with a save to the end. While Jira is still writing, the task is watched from here as the
 * viewer, which costs no function time. When it has ended, the same operation is sent once more: if
 * it landed, that finds it and writes nothing; if the race was lost, it merges anew.
 */
export async function stayWithSave<Clash>(
  world: Omit<SaveWorld, 'recordEdit'>,
  send: () => Promise<Result<Saving<Clash>, AppError>>,
  onPending: () => void,
): Promise<Result<Saved<Clash>, AppError>> {
  let answer = await send();
  while (answer.ok && answer.value.state === 'pending') {
    onPending();
    const ended = await taskEnded(world, answer.value.taskId as TaskId);
    if (!ended) return failure({ code: 'no-answer' });
    answer = await send();
  }
  if (!answer.ok) return answer;
  return answer.value.state === 'saved' ? success(answer.value) : failure({ code: 'no-answer' });
}

async function taskEnded(
  { records, wait }: Omit<SaveWorld, 'recordEdit'>,
  task: TaskId,
): Promise<boolean> {
  for (let poll = 0; poll < pollsAtMost; poll += 1) {
    await wait(pollPause);
    const state = await records.readTask(task);
    if (state.ok ? state.value !== 'running' : state.error.problem === 'gone') return true;
  }
  return false;
}
