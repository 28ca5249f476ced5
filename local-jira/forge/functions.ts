import { build } from 'esbuild';
import { join } from 'node:path';
import { textOfJson } from '../json-text';
import type { Activity, Invocation } from './activity';
import type { Budget } from './budget';
import type { Manifest } from './manifest';
import type { EventCall, Functions, Outcome, PlatformFetch } from './calls';
import type { Timers } from './timers';
import { createWorkers, type Ended, type Message } from './workers';

/** Forge's limits: seconds by kind of function, and bytes of a resolver's request and answer. */
export const limits = {
  seconds: { resolver: 25, trigger: 25, consumer: 55, schedule: 55 },
  requestBytes: 500_000,
  responseBytes: 5_000_000,
} as const;

const installContext = 'ari:cloud:jira::site/local';

type Options = {
  readonly root: string;
  readonly buildFolder: string;
  readonly manifest: Manifest;
  readonly fetch: PlatformFetch;
  readonly timers: Timers;
  readonly activity: Activity;
  readonly budget: Budget;
};

/** Bundles the app's functions as one file, the way a deployment does, and starts their threads. */
export async function startFunctions(options: Options): Promise<Functions> {
  const { root, buildFolder, fetch, timers } = options;
  const bundle = await bundleForNode(join(root, 'src/index.ts'), join(buildFolder, 'app.cjs'));
  const script = await bundleForNode(join(__dirname, 'worker.ts'), join(buildFolder, 'worker.cjs'));
  const workers = createWorkers({ script, bundle, fetch, timers });
  const invoke = createInvoker(options, (message, seconds) => workers.run(message, seconds * 1000));
  return {
    invokeResolver: async (call) => {
      const request = { functionKey: call.functionKey, payload: call.payload };
      if (bytesOf(call.payload) > limits.requestBytes) {
        throw new Error('Request payload is larger than 500 KB.');
      }
      const ended = await invoke({
        kind: 'resolver',
        moduleKey: textOfJson(call.context['moduleKey']),
        functionKey: call.resolverFunction,
        event: { call: request, context: call.context },
        accountId: call.accountId,
      });
      if (ended.outcome !== 'ok') throw new Error(ended.error);
      return valueOf(ended);
    },
    invokeOnEvent: async (call) => {
      const ended = await invoke(call);
      return ended.outcome === 'ok' ? (ended.retry ?? { outcome: 'ok' }) : { outcome: 'failed' };
    },
    close: () => workers.close(),
  };
}

type Call = Omit<EventCall, 'kind'> & { readonly kind: Invocation['kind'] };

/** How a call ended; `retry` where a function that answers an event asked to be called again. */
type Judged = Ended & { readonly retry?: Outcome | undefined };

/** Runs a call within its budget and time, and notes it in the activity. */
function createInvoker(
  { manifest, timers, activity, budget }: Options,
  run: (message: Message, seconds: number) => Promise<Ended>,
): (call: Call) => Promise<Judged> {
  let last = 0;
  return async (call) => {
    last += 1;
    const begun: Invocation = {
      id: last,
      at: timers.now(),
      endedAt: null,
      kind: call.kind,
      moduleKey: call.moduleKey,
      functionKey: call.functionKey,
      accountId: call.accountId,
      outcome: 'running',
      error: null,
      requestBytes: bytesOf(call.event),
      responseBytes: 0,
      logs: [],
    };
    activity.putInvocation(begun);
    const within = budget.spend(call.accountId);
    const seconds = secondsOf(manifest, call);
    const ended: Ended = within
      ? withinSize(call.kind, await run(messageOf(manifest, begun.id, call), seconds))
      : { outcome: 'failed', error: 'Rate limit exceeded.', logs: [] };
    const onEvent = call.kind !== 'resolver' && ended.outcome === 'ok';
    const retry = onEvent ? retryAsked(valueOf(ended)) : undefined;
    activity.putInvocation({
      ...begun,
      endedAt: timers.now(),
      outcome: within ? (retry?.outcome ?? ended.outcome) : 'refused',
      error: ended.error ?? null,
      responseBytes: Buffer.byteLength(ended.body ?? ''),
      logs: ended.logs,
    });
    return { ...ended, retry };
  };
}

function valueOf({ body }: Ended): unknown {
  return body === undefined ? undefined : (JSON.parse(body) as unknown);
}

/** Consumers and schedules may say how long they need, up to 900 seconds. */
function secondsOf({ modules }: Manifest, { kind, functionKey }: Call): number {
  const declared = modules.function.find(({ key }) => key === functionKey)?.timeoutSeconds;
  const long = kind === 'consumer' || kind === 'schedule';
  return long && declared !== undefined ? declared : limits.seconds[kind];
}

function withinSize(kind: Invocation['kind'], ended: Ended): Ended {
  const tooLarge =
    kind === 'resolver' && Buffer.byteLength(ended.body ?? '') > limits.responseBytes;
  if (!tooLarge) return ended;
  return { outcome: 'failed', error: 'Response payload is larger than 5 MB.', logs: ended.logs };
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value ?? null));
}

type RetryAnswer = {
  readonly _retry?: boolean;
  readonly retryOptions?: {
    readonly retryAfter?: number;
    readonly retryReason?: string;
    readonly retryData?: unknown;
  };
};

const longestRetry = 900;

function retryAsked(value: unknown): Extract<Outcome, { outcome: 'retry' }> | undefined {
  const { _retry, retryOptions = {} } = (value ?? {}) as RetryAnswer;
  if (_retry !== true) return undefined;
  const { retryAfter = 1, retryReason, retryData } = retryOptions;
  return {
    outcome: 'retry',
    afterSeconds: Math.min(retryAfter, longestRetry),
    context: { retryReason, retryData },
  };
}

async function bundleForNode(entry: string, outfile: string): Promise<string> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}

function messageOf(manifest: Manifest, id: number, call: Call): Message {
  const { accountId, functionKey } = call;
  const handler = manifest.modules.function.find(({ key }) => key === functionKey)?.handler;
  return {
    id,
    handler: handler ?? functionKey,
    event: call.event,
    backend: { installContext, ...(accountId !== null && { principal: { accountId } }) },
    accountId,
    functionKey,
    runtime: {
      ...(accountId !== null && { aaid: accountId }),
      contextAri: installContext,
      appContext: {
        appId: manifest.app.id,
        appVersion: '0.1.0',
        environmentId: 'local',
        environmentType: 'DEVELOPMENT',
        invocationId: String(id),
        installationId: 'local',
        functionKey,
        moduleType: 'core:function',
        moduleKey: functionKey,
        permissions: { scopes: manifest.permissions.scopes, external: {} },
      },
      tracing: { traceId: String(id), spanId: String(id) },
      proxy: { token: 'local', url: 'http://local.invalid' },
    },
  };
}
