import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../src/domain/use-case/json';
import { holds } from './permissions';
import type { State } from './state';
import type { Store } from './store';

/** A conditional write of one property on several issues, waiting for its turn. */
export type PropertyWrite = {
  readonly key: string;
  readonly value: Json;
  readonly entityIds: readonly string[] | undefined;
  readonly currentValue: Json | undefined;
  readonly hasProperty: boolean | undefined;
};

export type Task = {
  readonly id: string;
  readonly submittedBy: string;
  readonly submitted: number;
  readonly finished: number | null;
  readonly status: 'ENQUEUED' | 'COMPLETE';
};

/** The queue in which Jira works off bulk writes. */
export type TaskQueue = {
  readonly submit: (accountId: string, write: PropertyWrite) => Task;
  readonly find: (id: string) => Task | undefined;
};

/**
 * Runs each write after a delay that can be set; the filter is judged when it runs, not when it was
 * asked. A write that was waiting when the process ended never happened, and its task is unknown.
 */
export function createTaskQueue(store: Store, delayInSeconds: () => number): TaskQueue {
  const tasks = new Map<string, Task>();
  let last = 10_000;
  return {
    submit: (accountId, write) => {
      last += 1;
      const id = String(last);
      const submitted = Date.now();
      const task: Task = {
        id,
        submittedBy: accountId,
        submitted,
        finished: null,
        status: 'ENQUEUED',
      };
      tasks.set(id, task);
      const run = (): void => {
        const issueIds = eligibleIssues(store.state(), accountId, write);
        const { key, value } = write;
        if (issueIds.length > 0) store.commit({ op: 'put-issue-property', issueIds, key, value });
        tasks.set(id, { ...task, status: 'COMPLETE', finished: Date.now() });
      };
      const delay = delayInSeconds();
      if (delay === 0) run();
      else setTimeout(run, delay * 1000).unref();
      return tasks.get(id) ?? task;
    },
    find: (id) => tasks.get(id),
  };
}

function eligibleIssues(state: State, accountId: string, write: PropertyWrite): string[] {
  return Object.values(state.issues)
    .filter(({ id, projectId }) => {
      if (write.entityIds?.includes(id) === false) return false;
      const project = state.projects[projectId];
      if (!project || !holds(project, accountId, 'EDIT_ISSUES')) return false;
      const current = state.issueProperties[id]?.[write.key];
      if (write.hasProperty !== undefined && write.hasProperty !== (current !== undefined)) {
        return false;
      }
      return write.currentValue === undefined || isDeepStrictEqual(current, write.currentValue);
    })
    .map(({ id }) => id);
}
