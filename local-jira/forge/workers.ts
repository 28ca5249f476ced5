import { Worker } from 'node:worker_threads';
import type { LogLine } from './activity';
import type { PlatformFetch, PlatformRequest } from './calls';
import { Crash } from '../jira/faults';
import type { Timers } from './timers';

/** What a function is called with, as the platform's wrapper hands it over. */
export type Message = {
  readonly id: number;
  readonly handler: string;
  readonly event: unknown;
  readonly backend: unknown;
  readonly runtime: object;
  readonly accountId: string | null;
  readonly functionKey: string;
};

export type Ended = {
  readonly outcome: 'ok' | 'failed' | 'timeout';
  readonly body?: string | undefined;
  readonly error?: string;
  readonly logs: readonly LogLine[];
};

/** Instances of the app's functions: each runs one invocation at a time and is used again. */
export type Workers = {
  readonly run: (message: Message, milliseconds: number) => Promise<Ended>;
  readonly close: () => Promise<void>;
};

/** What a thread tells, always with the invocation that it tells it for. */
type FromWorker = {
  readonly id: number;
  readonly result?: { readonly body?: string };
  readonly failure?: { readonly message: string };
  readonly log?: LogLine;
  readonly fetch?: PlatformRequest & { readonly fetchId: number };
};

type Run = {
  readonly message: Message;
  readonly logs: LogLine[];
  readonly end: (ended: Omit<Ended, 'logs'>) => void;
};

/** A thread of functions, and what it runs now. */
type Thread = { readonly worker: Worker; run: Run | undefined; alive: boolean };

type Options = {
  readonly script: string;
  readonly bundle: string;
  readonly fetch: PlatformFetch;
  readonly timers: Timers;
};

const most = 8;
const crashed = 'The function’s process ended.';

/**
 * A pool of worker threads. An invocation past its time is ended with its thread, as the platform
 * ends it: whatever it was doing stops there, and no other invocation is touched.
 */
export function createWorkers(options: Options): Workers {
  const threads = new Set<Thread>();
  const queue: ((thread: Thread) => void)[] = [];
  let ahead = 0;
  options.timers.onAdvance?.((milliseconds) => {
    ahead += milliseconds;
    for (const { worker } of threads) worker.postMessage({ ahead });
  });

  const next = (): void => {
    if (queue.length === 0) return;
    const idle = [...threads].find(({ run }) => run === undefined);
    const thread =
      idle ?? (threads.size < most ? startThread({ ...options, ahead }, leave) : undefined);
    if (thread === undefined) return;
    threads.add(thread);
    queue.shift()?.(thread);
  };
  const leave = (thread: Thread): void => {
    threads.delete(thread);
    next();
  };

  return {
    run: (message, milliseconds) =>
      new Promise((resolve) => {
        queue.push((thread) => {
          const settle = (ended: Ended): void => {
            thread.run = undefined;
            if (ended.outcome === 'timeout') void thread.worker.terminate();
            if (ended.outcome === 'timeout' || !thread.alive) threads.delete(thread);
            resolve(ended);
            next();
          };
          begin(thread, { message, milliseconds, timers: options.timers, settle });
        });
        next();
      }),
    close: async () => {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

function begin(
  thread: Thread,
  call: {
    readonly message: Message;
    readonly milliseconds: number;
    readonly timers: Timers;
    readonly settle: (ended: Ended) => void;
  },
): void {
  const { message, milliseconds, timers, settle } = call;
  const logs: LogLine[] = [];
  const stop = timers.after(milliseconds, () => {
    const seconds = String(milliseconds / 1000);
    settle({ outcome: 'timeout', error: `Function timed out after ${seconds} seconds.`, logs });
  });
  thread.run = {
    message,
    logs,
    end: (ended) => {
      stop();
      settle({ ...ended, logs });
    },
  };
  const { id, handler, event, backend, runtime } = message;
  thread.worker.postMessage({ id, handler, event, backend, runtime, milliseconds });
}

/** Starts a thread and listens to it for as long as it lives, whatever it runs. */
function startThread(
  options: Options & { readonly ahead: number },
  leave: (thread: Thread) => void,
): Thread {
  const { script, bundle, ahead } = options;
  const worker = new Worker(script, { workerData: { bundle, ahead } });
  const thread: Thread = { worker, run: undefined, alive: true };
  const die = (): void => {
    if (!thread.alive) return;
    thread.alive = false;
    thread.run?.end({ outcome: 'failed', error: crashed });
    leave(thread);
  };
  worker.on('error', die);
  worker.on('exit', die);
  worker.on('message', (told: FromWorker) => {
    const { run } = thread;
    // What an invocation does after it has answered is nobody's: it is not done in another's name.
    if (run?.message.id !== told.id) return;
    if (told.log) run.logs.push(told.log);
    if (told.fetch) void answer(worker, told.fetch, run.message, options.fetch);
    if (told.result) run.end({ outcome: 'ok', body: told.result.body });
    if (told.failure) run.end({ outcome: 'failed', error: told.failure.message });
  });
  return thread;
}

async function answer(
  worker: Worker,
  asked: PlatformRequest & { readonly fetchId: number },
  { accountId, functionKey }: Message,
  fetch: PlatformFetch,
): Promise<void> {
  const answerTo = asked.fetchId;
  try {
    const response = await fetch(asked, { accountId, functionKey });
    worker.postMessage({
      answerTo,
      status: response.status,
      headers: [...response.headers.entries()],
      body: await response.text(),
    });
  } catch (error) {
    if (error instanceof Crash) {
      void worker.terminate();
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    worker.postMessage({ answerTo, failure: message });
  }
}
