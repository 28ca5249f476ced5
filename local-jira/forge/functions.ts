import { build } from 'esbuild';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Identity } from '../jira/permissions';
import type { Manifest } from './manifest';

/** The app's functions, running in a thread of their own on the real @forge packages. */
export type Functions = {
  /** Calls a resolver as a person, as the platform does. Rejects with the function's error. */
  readonly invokeResolver: (call: ResolverInvocation) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

export type ResolverInvocation = {
  readonly functionKey: string;
  readonly resolverFunction: string;
  readonly payload: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  readonly accountId: string;
};

/** Forge's limits for a resolver: time, request and response size. */
export const resolverLimits = {
  milliseconds: 25_000,
  requestBytes: 500_000,
  responseBytes: 5_000_000,
};

type JiraFetch = (request: Request, identity: Identity, underway: number) => Promise<Response>;
type Options = {
  readonly root: string;
  readonly buildFolder: string;
  readonly manifest: Manifest;
  readonly origin: () => string;
  readonly jira: JiraFetch;
};
type Waiting = {
  readonly accountId: string;
  readonly resolve: (body: unknown) => void;
  readonly reject: (error: Error) => void;
};
type FromWorker = {
  readonly result?: { readonly id: number; readonly body?: string };
  readonly failure?: { readonly id: number; readonly message: string };
  readonly fetch?: WorkerFetch;
};
type WorkerFetch = {
  readonly id: number;
  /** Requests of the functions that were still unanswered when this one was sent. */
  readonly underway: number;
  readonly invocation: number;
  readonly target: { readonly provider?: string; readonly remote?: string };
  readonly path: string;
  readonly method: string;
  readonly headers: [string, string][];
  readonly body: string | null;
};

/** Bundles the app's functions as one file, the way a deployment does, and starts their thread. */
export async function startFunctions(options: Options): Promise<Functions> {
  const { root, buildFolder } = options;
  const bundle = await bundleForNode(join(root, 'src/index.ts'), join(buildFolder, 'app.cjs'));
  const entry = join(__dirname, 'worker.ts');
  const script = await bundleForNode(entry, join(buildFolder, 'worker.cjs'));
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let worker = startWorker({ script, bundle, waiting, options });

  const run = (call: ResolverInvocation): Promise<unknown> => {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(id);
        // A function past its time is ended, not waited for: whatever it was doing stops here.
        void worker.terminate();
        worker = startWorker({ script, bundle, waiting, options });
        reject(new Error('Function timed out after 25 seconds.'));
      }, resolverLimits.milliseconds);
      const settle =
        <Value>(then: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(timer);
          then(value);
        };
      const { accountId } = call;
      waiting.set(id, { accountId, resolve: settle(resolve), reject: settle(reject) });
      worker.postMessage(invocationMessage(id, call, options.manifest));
    });
  };

  return {
    invokeResolver: async (call) => {
      const size = Buffer.byteLength(JSON.stringify(call.payload ?? null));
      if (size > resolverLimits.requestBytes) {
        throw new Error('Request payload is larger than 500 KB.');
      }
      return run(call);
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function startWorker({
  script,
  bundle,
  waiting,
  options,
}: {
  readonly script: string;
  readonly bundle: string;
  readonly waiting: Map<number, Waiting>;
  readonly options: Options;
}): Worker {
  const worker = new Worker(script, { workerData: { bundle } });
  worker.on('message', (message: FromWorker) => {
    receive(message, waiting);
    if (message.fetch) void answerFetch(worker, message.fetch, waiting, options);
  });
  worker.on('error', (error) => {
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
  });
  return worker;
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

function receive({ result, failure }: FromWorker, waiting: Map<number, Waiting>): void {
  const ended = result ?? failure;
  if (ended === undefined) return;
  const call = waiting.get(ended.id);
  waiting.delete(ended.id);
  if (failure) call?.reject(new Error(failure.message));
  if (result) settleWith(result.body, call);
}

function settleWith(body: string | undefined, call: Waiting | undefined): void {
  if ((body?.length ?? 0) > resolverLimits.responseBytes) {
    call?.reject(new Error('Response payload is larger than 5 MB.'));
  } else {
    call?.resolve(body === undefined ? undefined : (JSON.parse(body) as unknown));
  }
}

async function answerFetch(
  worker: Worker,
  asked: WorkerFetch,
  waiting: ReadonlyMap<number, Waiting>,
  { origin, jira, manifest }: Options,
): Promise<void> {
  const accountId = waiting.get(asked.invocation)?.accountId;
  const { provider, remote } = asked.target;
  if (accountId === undefined || provider !== 'user' || remote !== 'jira') {
    const body = `Local Jira does not serve requests to ${String(remote)} as ${String(provider)} yet.`;
    worker.postMessage({ answerTo: asked.id, status: 501, headers: [], body });
    return;
  }
  const request = new Request(new URL(asked.path, origin()), {
    method: asked.method,
    headers: asked.headers,
    body: asked.body,
  });
  const identity: Identity = { accountId, via: 'function', scopes: manifest.permissions.scopes };
  const response = await jira(request, identity, asked.underway);
  worker.postMessage({
    answerTo: asked.id,
    status: response.status,
    headers: [...response.headers.entries()],
    body: await response.text(),
  });
}

function invocationMessage(id: number, call: ResolverInvocation, manifest: Manifest): object {
  const handler = manifest.modules.function.find(
    ({ key }) => key === call.resolverFunction,
  )?.handler;
  const started = Date.now();
  return {
    id,
    handler: handler ?? call.resolverFunction,
    event: {
      call: { functionKey: call.functionKey, payload: call.payload },
      context: call.context,
    },
    backend: {
      installContext: 'ari:cloud:jira::site/local',
      principal: { accountId: call.accountId },
    },
    runtime: {
      aaid: call.accountId,
      contextAri: 'ari:cloud:jira::site/local',
      appContext: {
        appId: manifest.app.id,
        appVersion: '0.1.0',
        environmentId: 'local',
        environmentType: 'DEVELOPMENT',
        invocationId: String(id),
        installationId: 'local',
        functionKey: call.resolverFunction,
        moduleType: 'core:function',
        moduleKey: call.resolverFunction,
        permissions: { scopes: manifest.permissions.scopes, external: {} },
      },
      lambdaContext: { awsRequestId: String(id), started },
      tracing: { traceId: String(id), spanId: String(id) },
      proxy: { token: 'local', url: 'http://local.invalid' },
    },
  };
}
