import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * Where the app's functions run. The two globals that the real @forge packages stand on are set
 * before the app is loaded; everything else in here is the app as it would be deployed.
 */
type Invocation = {
  readonly id: number;
  readonly handler: string;
  readonly event: unknown;
  readonly backend: unknown;
  readonly runtime: Readonly<Record<string, unknown>>;
  readonly milliseconds: number;
};

type FetchAnswer = {
  readonly answerTo: number;
  readonly status: number;
  readonly headers: [string, string][];
  readonly body: string;
};

type Handler = (event: unknown, backend: unknown) => Promise<unknown>;

const port = parentPort;
if (port === null) throw new Error('worker.ts runs in a worker thread only.');

const runtimes = new AsyncLocalStorage<Readonly<Record<string, unknown>>>();
const waiting = new Map<number, (answer: FetchAnswer) => void>();
let lastFetch = 0;

Object.defineProperty(globalThis, '__forge_runtime__', { get: () => runtimes.getStore() });

const noMetrics = {
  counter: () => ({ incr: () => undefined }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
  gauge: () => ({ set: () => undefined }),
};

// What the app logs is shown on the platform's page, beside the invocation that logged it.
const loggers = ['log', 'info', 'warn', 'error', 'debug'].map((level) => [
  level,
  (...values: unknown[]) => {
    port.postMessage({ log: { level, text: format(...values) } });
  },
]);
Object.assign(console, Object.fromEntries(loggers));

Object.assign(globalThis, {
  fetch: () => Promise.reject(new Error('Egress is not declared in manifest.yml.')),
  __forge_fetch__: (target: unknown, path: string, init?: RequestInit): Promise<Response> => {
    lastFetch += 1;
    const id = lastFetch;
    port.postMessage({
      fetch: {
        id,
        underway: waiting.size,
        target,
        path,
        method: init?.method ?? 'GET',
        headers: [...new Headers(init?.headers).entries()],
        body: init?.body ?? null,
      },
    });
    return new Promise((resolve) => {
      waiting.set(id, ({ status, headers: answered, body }) => {
        const empty = [204, 303, 304].includes(status) && body === '';
        resolve(new Response(empty ? null : body, { status, headers: answered }));
      });
    });
  },
});

// The app is loaded once the globals stand, never before: hence require and not import.
const bundle = workerData as string;
const app = createRequire(bundle)(bundle) as Readonly<Record<string, Handler>>;

port.on('message', (message: Invocation | FetchAnswer) => {
  if ('answerTo' in message) {
    waiting.get(message.answerTo)?.(message);
    waiting.delete(message.answerTo);
  } else {
    void run(message);
  }
});

async function run({
  id,
  handler,
  event,
  backend,
  runtime,
  milliseconds,
}: Invocation): Promise<void> {
  const started = Date.now();
  const lambdaContext = {
    awsRequestId: String(id),
    getRemainingTimeInMillis: () => Math.max(0, started + milliseconds - Date.now()),
  };
  try {
    const call = app[handler.replace(/^index\./u, '')];
    if (call === undefined) throw new Error(`The app exports no handler "${handler}".`);
    const surroundings = { ...runtime, lambdaContext, metrics: noMetrics };
    const result = await runtimes.run(surroundings, () => call(event, backend));
    port?.postMessage({ result: { body: JSON.stringify(result) } });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    port?.postMessage({ failure: { message } });
  }
}
