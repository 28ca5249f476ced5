import { createAdaptorServer } from '@hono/node-server';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startFunctions } from './forge/functions';
import { readManifest } from './forge/manifest';
import { createJiraRest, type JiraRest } from './jira/rest';
import { journalStore, type Store } from './jira/store';
import { createTaskQueue } from './jira/tasks';
import type { Controls } from './web/control';
import { createFrames } from './web/frames';
import { readHostAssets } from './web/host-page';
import { createSite } from './web/site';
import { retailer } from './worlds/retailer';

export type LocalJiraOptions = {
  /** The repository's folder. */
  readonly root: string;
  /** Where journal and snapshot are kept. */
  readonly folder: string;
  /** The site's port; the frames take the next one. 0 takes any two. */
  readonly port: number;
  readonly reset: boolean;
  readonly taskDelaySeconds: number;
};

export type LocalJira = {
  readonly address: string;
  readonly frameAddress: string;
  readonly store: Store;
  readonly rest: JiraRest;
  readonly close: () => Promise<void>;
};

/** A sentence for the person who started it, instead of a stack. */
export class StartProblem extends Error {}

/** Starts Jira on this machine, on 127.0.0.1 only. */
export async function startLocalJira(options: LocalJiraOptions): Promise<LocalJira> {
  const manifest = readManifest(options.root);
  for (const { key, path } of manifest.resources) {
    if (!existsSync(join(options.root, path, 'index.html'))) {
      throw new StartProblem(`The surface "${key}" is not built. Run "npm run build" first.`);
    }
  }
  const buildFolder = join(options.root, 'node_modules/.cache/northstar', String(process.pid));
  mkdirSync(buildFolder, { recursive: true });
  const seed = retailer;
  const store = journalStore(options.folder, { world: 'retailer', reset: options.reset, seed });
  const controls: Controls = { taskDelaySeconds: options.taskDelaySeconds };
  const tasks = createTaskQueue(store, () => controls.taskDelaySeconds);

  const addresses = { site: '', frames: '' };
  const origin = (): string => addresses.site;
  const frameOrigin = (): string => addresses.frames;
  const rest = createJiraRest({ origin, store, tasks });
  const jira = rest.fetch;
  const [functions, assets] = await Promise.all([
    startFunctions({ root: options.root, buildFolder, manifest, origin, jira }),
    readHostAssets(),
  ]);
  const frames = createFrames({ root: options.root, manifest, siteOrigin: origin });
  const site = createSite({
    manifest,
    store,
    rest,
    functions,
    controls,
    assets,
    origin,
    frameOrigin,
  });
  const servers = [
    await listen(site.fetch, options.port),
    await listen(frames.fetch, options.port === 0 ? 0 : options.port + 1),
  ];
  addresses.site = addressOf(servers[0]);
  addresses.frames = addressOf(servers[1]);
  return {
    address: addresses.site,
    frameAddress: addresses.frames,
    store,
    rest,
    close: async () => {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
      await functions.close();
    },
  };
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<Server> {
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
