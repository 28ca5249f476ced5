import { createAdaptorServer } from '@hono/node-server';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexedPropertiesOf, readManifest, type Manifest } from './forge/manifest';
import { startForgeRuntime, type ForgeRuntime } from './forge/runtime';
import { siteTimers, type SiteTimers } from './forge/timers';
import { createJiraRest, type JiraRest } from './jira/rest';
import type { State } from './jira/state';
import { journalStore, type Store } from './jira/store';
import { createTaskQueue } from './jira/tasks';
import { recordTraffic } from './jira/traffic';
import { quickControls, slowControls, type Controls } from './web/control';
import { createFrames } from './web/frames';
import { readHostAssets } from './web/host-page';
import { createSite } from './web/site';
import { seedOf, worlds } from './worlds/worlds';

export type LocalJiraOptions = {
  /** The folder of the app: its manifest.yml, functions and built surfaces. */
  readonly root: string;
  /** Where journal and snapshot are kept. */
  readonly folder: string;
  /** The site's port; the frames take the next one. 0 takes any two. */
  readonly port: number;
  readonly reset: boolean;
  readonly taskDelaySeconds: number;
  /** Answers as if from a busy site far away. */
  readonly slow?: boolean;
  /** The seeded world to start with; "retailer" if none is named. */
  readonly world?: string;
};

export type LocalJira = {
  readonly address: string;
  readonly frameAddress: string;
  readonly store: Store;
  readonly rest: JiraRest;
  readonly runtime: ForgeRuntime;
  readonly controls: Controls;
  readonly timers: SiteTimers;
  readonly close: () => Promise<void>;
};

/** A sentence for the person who started it, instead of a stack. */
export class StartProblem extends Error {}

/** Starts Jira on this machine, on 127.0.0.1 only. */
export async function startLocalJira(options: LocalJiraOptions): Promise<LocalJira> {
  const { root, folder, port, reset, taskDelaySeconds, world = 'retailer' } = options;
  const timers = siteTimers();
  const manifest = readManifest(root);
  demandBuilt(root, manifest);
  const seed = seedNamed(world);
  // The ports come first: a start that is refused leaves the journal as it was.
  const { servers, addresses, serve } = await openPorts(port);
  const store = journalStore(folder, { world, reset, seed });
  const controls: Controls =
    options.slow === true ? { ...slowControls } : { ...quickControls, taskDelaySeconds };
  const tasks = createTaskQueue(store, () => controls.taskDelaySeconds, timers);
  const traffic = recordTraffic();
  const origin = (): string => addresses.site;
  const rest = createJiraRest({
    origin,
    store,
    tasks,
    traffic,
    indexedProperties: indexedPropertiesOf(manifest),
    indexLagSeconds: () => controls.indexLagSeconds,
    timers,
  });
  const buildFolder = mkdtempSync(join(tmpdir(), 'northstar-build-'));
  const [runtime, assets] = await Promise.all([
    startForgeRuntime({
      root,
      buildFolder,
      manifest,
      store,
      rest,
      origin,
      eventDelaySeconds: () => controls.eventDelaySeconds,
      storageLagSeconds: () => controls.storageLagSeconds,
      timers,
      traffic,
    }),
    readHostAssets(),
  ]);
  const frames = createFrames({ root, manifest, siteOrigin: origin, ahead: timers.ahead });
  const frameOrigin = (): string => addresses.frames;
  const parts = { manifest, store, rest, runtime, controls, timers, assets, origin, frameOrigin };
  const site = createSite({ ...parts, root, traffic });
  serve({ site: (request) => site.fetch(request), frames: (request) => frames.fetch(request) });
  return {
    address: addresses.site,
    frameAddress: addresses.frames,
    store,
    rest,
    runtime,
    controls,
    timers,
    close: async () => {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
      await runtime.functions.close();
      store.release();
      rmSync(buildFolder, { recursive: true, force: true });
    },
  };
}

function demandBuilt(root: string, { resources }: Manifest): void {
  for (const { key, path } of resources) {
    if (!existsSync(join(root, path, 'index.html'))) {
      throw new StartProblem(`The surface "${key}" is not built. Run "npm run build" first.`);
    }
  }
}

function seedNamed(world: string): () => State {
  const seed = seedOf(world);
  if (seed !== undefined) return seed;
  const names = [...Object.keys(worlds), 'scored-N'].join(', ');
  throw new StartProblem(`No world is called "${world}". There are: ${names}.`);
}

type Handlers = { readonly site: Fetch; readonly frames: Fetch };

/** Takes both ports; what they serve is said later. */
async function openPorts(port: number): Promise<{
  readonly servers: readonly Server[];
  readonly addresses: { readonly site: string; readonly frames: string };
  readonly serve: (handlers: Handlers) => void;
}> {
  let handlers: Handlers | undefined;
  const servers = [
    await listen((request) => handlers?.site(request) ?? notYet(), port),
    await listen((request) => handlers?.frames(request) ?? notYet(), port === 0 ? 0 : port + 1),
  ];
  return {
    servers,
    addresses: { site: addressOf(servers[0]), frames: addressOf(servers[1]) },
    serve: (given) => {
      handlers = given;
    },
  };
}

type Fetch = (request: Request) => Response | Promise<Response>;

function notYet(): Response {
  return new Response('Local Jira is starting.', { status: 503 });
}

function listen(fetch: Fetch, port: number): Promise<Server> {
  const server = createAdaptorServer({ fetch, createServer }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new StartProblem(
              `Port ${String(port)} is taken. Stop what uses it, or choose another with "--port".`,
            )
          : error,
      );
    });
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

function addressOf(server: Server | undefined): string {
  const { port } = server?.address() as AddressInfo;
  return `http://127.0.0.1:${String(port)}`;
}
