import { Worker } from 'node:worker_threads';
import type { LogLine } from './activity';
import type { PlatformFetch, PlatformRequest } from './calls';
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

type FromWorker = {
  readonly result?: { readonly body?: string };
  readonly failure?: { readonly message: string };
  readonly log?: LogLine;
  readonly fetch?: PlatformRequest & { readonly id: number };
};

const most = 8;

/**
 * A pool of worker threads. An invocation past its time is ended with its thread, as the platform
 * ends it: whatever it was doing stops there, and no other invocation is touched.
 */
export function createWorkers(options: {
  readonly script: string;
  readonly bundle: string;
  readonly fetch: PlatformFetch;
  readonly timers: Timers;
}): Workers {
  const idle: Worker[] = [];
  const busy = new Set<Worker>();
  const queue: (() => void)[] = [];

  const take = async (): Promise<Worker> => {
    if (idle.length === 0 && busy.size >= most) {
      await new Promise<void>((resolve) => queue.push(resolve));
    }
    const worker = idle.pop() ?? new Worker(options.script, { workerData: options.bundle });
    busy.add(worker);
    return worker;
  };
  const giveBack = (worker: Worker, fit: boolean): void => {
    busy.delete(worker);
    if (fit) idle.push(worker);
    else void worker.terminate();
    queue.shift()?.();
  };

  return {
    run: async (message, milliseconds) => {
      const worker = await take();
      const ended = await runOn(worker, message, milliseconds, options);
      giveBack(worker, ended.outcome !== 'timeout' && ended.error !== crashed);
      return ended;
    },
    close: async () => {
      await Promise.all([...idle, ...busy].map((worker) => worker.terminate()));
    },
  };
}

const crashed = 'The function’s process ended.';

function runOn(
  worker: Worker,
  message: Message,
  milliseconds: number,
  { fetch, timers }: { readonly fetch: PlatformFetch; readonly timers: Timers },
): Promise<Ended> {
  const logs: LogLine[] = [];
  return new Promise((resolve) => {
    const onMessage = (told: FromWorker): void => {
      if (told.log) logs.push(told.log);
      if (told.result) end({ outcome: 'ok', body: told.result.body });
      if (told.failure) end({ outcome: 'failed', error: told.failure.message });
      if (told.fetch) void answer(worker, told.fetch, message, fetch);
    };
    const onError = (): void => {
      end({ outcome: 'failed', error: crashed });
    };
    const end = (ended: Omit<Ended, 'logs'>): void => {
      stop();
      // The next invocation on this thread listens for itself.
      worker.off('message', onMessage).off('error', onError);
      resolve({ ...ended, logs });
    };
    const stop = timers.after(milliseconds, () => {
      const seconds = String(milliseconds / 1000);
      end({ outcome: 'timeout', error: `Function timed out after ${seconds} seconds.` });
    });
    worker.on('message', onMessage).on('error', onError);
    const { id, handler, event, backend, runtime } = message;
    worker.postMessage({ id, handler, event, backend, runtime, milliseconds });
  });
}

async function answer(
  worker: Worker,
  asked: PlatformRequest & { readonly id: number },
  { accountId, functionKey }: Message,
  fetch: PlatformFetch,
): Promise<void> {
  const response = await fetch(asked, { accountId, functionKey });
  worker.postMessage({
    answerTo: asked.id,
    status: response.status,
    headers: [...response.headers.entries()],
    body: await response.text(),
  });
}
