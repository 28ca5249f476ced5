import { failure, success, type Result } from '../../domain/result';
import type { Json } from '../../domain/use-case/json';
import type { PropertyKind } from '../../domain/property-keys';
import type { Clock } from '../../ports/clock';
import type { TaskId } from '../../ports/ids';
import type { IssueRecords, JiraProblem, Subject } from '../../ports/issue-records';

/** An issue in memory, with switches for what can go wrong. */
export type MemoryIssue = {
  subject: Omit<Subject, 'raw'>;
  raw: Partial<Record<PropertyKind, Json | undefined>>;
  /** The viewer cannot see the issue, or it was deleted. */
  gone: boolean;
  /** How long a task takes, in milliseconds of the given clock. */
  taskDelay: number;
  /** Problems to answer the next writes with; `landed` writes first and then loses the answer. */
  nextWrites: (JiraProblem | 'landed')[];
  /** Problems to answer the next loads with. */
  nextLoads: JiraProblem[];
  /** Runs right before a task is judged: another person's write, for instance. */
  beforeTask: (() => void)[];
  readonly calls: { writes: number; reads: number };
};

export function aMemoryIssue(change: Partial<MemoryIssue> = {}): MemoryIssue {
  return {
    subject: {
      key: 'CDP-1',
      summary: 'A use case',
      description: '',
      projectName: 'Customer data',
      placement: 'here',
      mayEdit: true,
      mayAdminister: false,
      related: [],
      settings: undefined,
      programme: { plan: undefined, reach: undefined, data: undefined, people: undefined },
    },
    raw: {},
    gone: false,
    taskDelay: 0,
    nextWrites: [],
    nextLoads: [],
    beforeTask: [],
    calls: { writes: 0, reads: 0 },
    ...change,
  };
}

const noRaw = { useCase: undefined, document: undefined, rating: undefined, score: undefined };

type Task = { readonly due: number; readonly run: () => void; done: boolean };

/** The in-memory twin of the Jira adapter, for one issue. */
export function memoryIssueRecords(issue: MemoryIssue, clock: Clock): IssueRecords {
  const tasks = new Map<string, Task>();
  const settle = (): void => {
    for (const task of tasks.values()) {
      if (task.done || task.due > clock.now()) continue;
      task.done = true;
      issue.beforeTask.shift()?.();
      task.run();
    }
  };
  const visible = <Value>(read: () => Value): Promise<Result<Value, JiraProblem>> => {
    settle();
    issue.calls.reads += 1;
    return Promise.resolve(issue.gone ? failure({ problem: 'gone' }) : success(read()));
  };
  return {
    loadSubject: () => {
      const problem = issue.nextLoads.shift();
      if (problem) return Promise.resolve(failure(problem));
      return visible(() => ({ ...issue.subject, raw: { ...noRaw, ...issue.raw } }));
    },
    readRaw: (_issue, kind) => visible(() => issue.raw[kind]),
    readSeveral: (issues, kind) =>
      visible(() => {
        const value = issue.raw[kind];
        return new Map(value === undefined ? [] : issues.map((each) => [each, value]));
      }),
    writeIfUnchanged: (_issue, kind, { seen, next }) => {
      const problem = issue.nextWrites.shift();
      if (problem !== undefined && problem !== 'landed') return Promise.resolve(failure(problem));
      issue.calls.writes += 1;
      const id = String(tasks.size + 1) as TaskId;
      const run = (): void => {
        const unchanged = JSON.stringify(issue.raw[kind]) === JSON.stringify(seen);
        if (unchanged && issue.subject.mayEdit) issue.raw[kind] = next;
      };
      tasks.set(id, { due: clock.now() + issue.taskDelay, run, done: false });
      settle();
      if (problem === 'landed') return Promise.resolve(failure({ problem: 'no-answer' }));
      return Promise.resolve(success(id));
    },
    writeScore: (_issue, score) => {
      if (!issue.subject.mayEdit) return Promise.resolve(failure({ problem: 'forbidden' }));
      return visible(() => {
        issue.raw.score = score ?? undefined;
        return null;
      });
    },
    readTask: (id) => {
      settle();
      const task = tasks.get(id);
      if (task === undefined) return Promise.resolve(failure({ problem: 'gone' }));
      return Promise.resolve(success(task.done ? 'finished' : 'running'));
    },
  };
}
