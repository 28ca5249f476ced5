import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../src/domain/use-case/json';
import type { Entry } from './entries';
import { siteTimers, type Timers } from '../forge/timers';
import { own } from '../own';
import { holdsOn } from './permissions';
import type { State } from './state';
import type { Actor, Store } from './store';

/** Which issues a write in bulk reaches. What is undefined does not narrow it. */
export type PropertyFilter = {
  readonly entityIds: readonly string[] | undefined;
  readonly currentValue: Json | undefined;
  readonly hasProperty: boolean | undefined;
};

/** A write that is judged and made when its turn comes. */
export type Work = {
  readonly description: string;
  readonly issueIds: readonly string[];
  /** The changes to make; or that the whole of it is refused. */
  readonly run: (state: State) => readonly Entry[] | 'refused';
};

export type Task = {
  readonly id: string;
  readonly description: string;
  readonly issueIds: readonly string[];
  readonly submittedBy: string;
  readonly submitted: number;
  readonly finished: number | null;
  readonly status: 'ENQUEUED' | 'COMPLETE' | 'FAILED';
};

/** The queue in which Jira works off bulk writes. */
export type TaskQueue = {
  readonly submit: (by: Actor, work: Work) => Task;
  readonly find: (id: string) => Task | undefined;
  /** Whether a write on one of the issues is still waiting. */
  readonly isBusy: (issueIds: readonly string[]) => boolean;
};

/**
 * Runs each write after a delay that can be set; its filter is judged when it runs, not when it was
 * asked. A write that was waiting when the process ended never happened, and its task is unknown.
 */
export function createTaskQueue(
  store: Store,
  delayInSeconds: () => number,
  timers: Timers = siteTimers(),
): TaskQueue {
  const tasks = new Map<string, Task>();
  // Ids go on from the clock, so that one from before a restart names no task of today.
  let last = Math.floor(timers.now() / 1000);
  return {
    submit: (by, { description, issueIds, run }) => {
      last += 1;
      const task: Task = {
        id: String(last),
        description,
        issueIds,
        submittedBy: by.accountId,
        submitted: timers.now(),
        finished: null,
        status: 'ENQUEUED',
      };
      tasks.set(task.id, task);
      const work = (): void => {
        const entries = run(store.state());
        if (entries !== 'refused') store.commit(entries, by);
        const status = entries === 'refused' ? 'FAILED' : 'COMPLETE';
        tasks.set(task.id, { ...task, status, finished: timers.now() });
      };
      const delay = delayInSeconds();
      if (delay === 0) work();
      else timers.after(delay * 1000, work);
      return tasks.get(task.id) ?? task;
    },
    find: (id) => tasks.get(id),
    isBusy: (issueIds) =>
      [...tasks.values()].some(
        (task) => task.finished === null && task.issueIds.some((id) => issueIds.includes(id)),
      ),
  };
}

/** The issues that a filter lets through and that the person may edit. */
export function eligibleIssues(
  state: State,
  accountId: string,
  key: string,
  filter: PropertyFilter,
): readonly string[] {
  const { entityIds, hasProperty, currentValue } = filter;
  const candidates =
    entityIds === undefined
      ? Object.values(state.issues)
      : [...new Set(entityIds)].flatMap((id) => own(state.issues, id) ?? []);
  return candidates
    .filter((issue) => {
      if (!holdsOn(state, accountId, issue, 'EDIT_ISSUES')) return false;
      const current = own(state.issueProperties[issue.id], key);
      if (hasProperty !== undefined && hasProperty !== (current !== undefined)) return false;
      return currentValue === undefined || isDeepStrictEqual(current, currentValue);
    })
    .map(({ id }) => id);
}
