import { join } from 'node:path';
import { answerStorage } from '../../local-jira/forge/kvs';
import { readManifest } from '../../local-jira/forge/manifest';
import { createSearchIndex } from '../../local-jira/jira/search-index';
import { memoryStore, type Store } from '../../local-jira/jira/store';
import { worlds } from '../../local-jira/worlds/worlds';

/** Forge's storage on this machine, behind the real @forge/kvs. Import this before what imports that. */
export type ForgeStorage = {
  /** Starts with nothing kept, at a moment that stands still. */
  readonly reset: () => void;
  readonly advance: (milliseconds: number) => void;
  /** What to answer the next requests with, by the end of their path, before or after they are done. */
  readonly faults: StorageFault[];
  /** The paths that were asked, the oldest first. */
  readonly asked: string[];
};

export type StorageFault = {
  readonly path: string;
  readonly when: 'before' | 'after';
  readonly status: number;
};

const manifest = readManifest(join(__dirname, '../..'));
const lagSeconds = 5;

let now = Date.UTC(2026, 10, 28);
const timers = { now: () => now };
let store: Store = memoryStore(worlds.empty());
let index = createSearchIndex(store, { clock: timers.now, lagSeconds: () => lagSeconds });

export const forgeStorage: ForgeStorage = {
  faults: [],
  asked: [],
  reset: () => {
    store = memoryStore(worlds.empty());
    index = createSearchIndex(store, { clock: timers.now, lagSeconds: () => lagSeconds });
    forgeStorage.faults.length = 0;
    forgeStorage.asked.length = 0;
  },
  advance: (milliseconds) => {
    now += milliseconds;
  },
};

function refused(status: number): Response {
  return Response.json({ code: 'INJECTED', message: 'An injected answer.' }, { status });
}

Object.assign(globalThis, {
  __forge_fetch__: (_target: unknown, path: string, init: { readonly body: string }) => {
    forgeStorage.asked.push(path);
    const found = forgeStorage.faults.findIndex((each) => path.endsWith(each.path));
    const [fault] = found < 0 ? [] : forgeStorage.faults.splice(found, 1);
    if (fault?.when === 'before') return Promise.resolve(refused(fault.status));
    const answer = answerStorage({ manifest, store, timers, index }, path, init.body);
    return Promise.resolve(fault === undefined ? answer : refused(fault.status));
  },
});
