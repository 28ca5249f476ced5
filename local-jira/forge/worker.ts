import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { followClock } from './follow-clock';

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
  /** Why there is no answer: the connection broke. */
  readonly failure?: string;
  readonly status: number;
  readonly headers: [string, string][];
  readonly body: string;
};

/** The site's clock was put forward, by so many ms in all. */
type Advanced = { readonly ahead: number };

type Handler = (event: unknown, backend: unknown) => Promise<unknown>;

const port = parentPort;
if (port === null) throw new Error('worker.ts runs in a worker thread only.');

type Running = { readonly id: number; readonly runtime: Readonly<Record<string, unknown>> };

const running = new AsyncLocalStorage<Running>();
const waiting = new Map<number, (answer: FetchAnswer) => void>();
let lastFetch = 0;

Object.defineProperty(globalThis, '__forge_runtime__', { get: () => running.getStore()?.runtime });

const noMetrics = {
  counter: () => ({ incr: () => undefined }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
  gauge: () => ({ set: () => undefined }),
};

/** Tells the platform something, always in the name of the invocation that it belongs to. */
function tell(told: object): void {
  port?.postMessage({ ...told, id: running.getStore()?.id ?? 0 });
}

// What the app logs is shown on the platform's page, beside the invocation that logged it.
const loggers = ['log', 'info', 'warn', 'error', 'debug'].map((level) => [
  level,
  (...values: unknown[]) => {
    tell({ log: { level, text: format(...values) } });
  },
]);
Object.assign(console, Object.fromEntries(loggers));

Object.assign(globalThis, {
  fetch: () => Promise.reject(new Error('Egress is not declared in manifest.yml.')),
  __forge_fetch__: (target: unknown, path: string, init?: RequestInit): Promise<Response> => {
    lastFetch += 1;
    const fetchId = lastFetch;
    tell({
      fetch: {
        fetchId,
        underway: waiting.size,
        target,
        path,
        method: init?.method ?? 'GET',
        headers: [...new Headers(init?.headers).entries()],
        body: init?.body ?? null,
      },
    });
    return new Promise((resolve, reject) => {
      waiting.set(fetchId, ({ failure, status, headers: answered, body }) => {
        if (failure !== undefined) {
          reject(new TypeError(`fetch failed: ${failure}`));
          return;
        }
        const empty = [204, 303, 304].includes(status) && body === '';
        resolve(new Response(empty ? null : body, { status, headers: answered }));
      });
    });
  },
});

// The app is loaded once the globals stand, never before: hence require and not import.
const { bundle, ahead } = workerData as { readonly bundle: string; readonly ahead: number };
const clock = followClock(ahead);
const app = createRequire(bundle)(bundle) as Readonly<Record<string, Handler>>;

port.on('message', (message: Invocation | FetchAnswer | Advanced) => {
  if ('ahead' in message) clock.putForwardTo(message.ahead);
  else if ('answerTo' in message) {
    waiting.get(message.answerTo)?.(message);
    waiting.delete(message.answerTo);
  } else {
    // Requests that an earlier invocation left behind are not this one's.
    waiting.clear();
    void run(message);
  }
});

async function run(invocation: Invocation): Promise<void> {
  const { id, handler, event, backend, runtime, milliseconds } = invocation;
  const started = Date.now();
  const lambdaContext = {
    awsRequestId: String(id),
    getRemainingTimeInMillis: () => Math.max(0, started + milliseconds - Date.now()),
  };
  const surroundings = { id, runtime: { ...runtime, lambdaContext, metrics: noMetrics } };
  await running.run(surroundings, async () => {
    try {
      const call = app[handler.replace(/^index\./u, '')];
      if (call === undefined) throw new Error(`The app exports no handler "${handler}".`);
      tell({ result: { body: JSON.stringify(await call(event, backend)) } });
    } catch (error) {
      tell({ failure: { message: error instanceof Error ? error.message : String(error) } });
    }
  });
}
