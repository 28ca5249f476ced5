import type { AppError, RecordEditPayload, SaveView } from '#contract';
import { failure, success, type Result } from '#domain/result';
import type { IssueRecords } from '#ports/issue-records';
import type { TaskId } from '#ports/ids';
import type { Save } from './workspace-state';

/** What a save needs from the world. */
export type SaveWorld = {
  readonly records: IssueRecords;
  readonly recordEdit: (payload: RecordEditPayload) => Promise<Result<SaveView, AppError>>;
  readonly wait: (milliseconds: number) => Promise<void>;
};

type Saved = Extract<SaveView, { state: 'saved' }>;

const pollPause = 1_500;
const pollsAtMost = 400;

/**
 * Sends an edit and stays with it to the end. While Jira is still writing, the task is watched from
 * here as the viewer, which costs no function time. When it has ended, the same operation is sent
 * once more: if it landed, that finds it and writes nothing; if the race was lost, it merges anew.
 */
export async function runSave(
  world: SaveWorld,
  { kind, opId, changes }: Save,
  onPending: () => void,
): Promise<Result<Saved, AppError>> {
  const payload: RecordEditPayload = { kind, edit: { opId, changes } };
  let answer = await world.recordEdit(payload);
  while (answer.ok && answer.value.state === 'pending') {
    onPending();
    const ended = await taskEnded(world, answer.value.taskId as TaskId);
    if (!ended) return failure({ code: 'no-answer' });
    answer = await world.recordEdit(payload);
  }
  if (!answer.ok) return answer;
  return answer.value.state === 'saved' ? success(answer.value) : failure({ code: 'no-answer' });
}

async function taskEnded({ records, wait }: SaveWorld, task: TaskId): Promise<boolean> {
  for (let poll = 0; poll < pollsAtMost; poll += 1) {
    await wait(pollPause);
    const state = await records.readTask(task);
    if (state.ok ? state.value !== 'running' : state.error.problem === 'gone') return true;
  }
  return false;
}
