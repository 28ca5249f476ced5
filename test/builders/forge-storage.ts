import { join } from 'node:path';
import { answerStorage, type Storage } from '../../local-jira/forge/kvs';
import { readManifest } from '../../local-jira/forge/manifest';
import { createFaults, strike, type Fault, type Faults } from '../../local-jira/jira/faults';
import { createSearchIndex } from '../../local-jira/jira/search-index';
import { memoryStore, type Store } from '../../local-jira/jira/store';
import type { Timers } from '../../local-jira/forge/timers';
import { worlds } from '../../local-jira/worlds/worlds';
import { manualTimers, type ManualTimers } from './manual-timers';

/** What Forge's storage stands on. */
export type StorageWorld = {
  readonly store: Store;
  readonly timers: Timers;
  readonly faults: Faults;
  /** Stands around every request: counts it, or lets the asker break off. */
  readonly around?: (ask: () => Promise<Response>) => Promise<Response>;
};

/** How long after a write queries know of it, as Forge leaves open. */
const lagSeconds = 5;

const manifest = readManifest(join(__dirname, '../..'));
let world: StorageWorld & { readonly storage: Storage };
let timers: ManualTimers;

/** Lets the real @forge/kvs keep its values in a store of the test's. */
export function useStorage(given: StorageWorld): void {
  const options = { clock: given.timers.now, lagSeconds: () => lagSeconds };
  const index = createSearchIndex(given.store, options);
  world = { ...given, storage: { manifest, store: given.store, timers: given.timers, index } };
}

/** Starts with nothing kept, at a moment that stands still. */
export function freshStorage(): { readonly asked: readonly string[] } {
  const asked: string[] = [];
  timers = manualTimers();
  useStorage({
    ...{ store: memoryStore(worlds.empty()), timers, faults: createFaults() },
    around: (ask) => ask(),
  });
  paths = asked;
  return { asked };
}

/** Lets time pass in a fresh storage. */
export function advanceStorage(milliseconds: number): void {
  timers.advance(milliseconds);
}

/** Injects a fault into the next request to a fresh storage: `entity/set` answered 409, say. */
export function failStorage(path: string, when: Fault['when'], status: Fault['status']): void {
  world.faults.inject({ operationId: `storage:${path}`, when, status, times: 1 });
}

let paths: string[] = [];

Object.assign(globalThis, {
  __forge_fetch__: (_target: unknown, path: string, init: { readonly body: string }) => {
    paths.push(path);
    const { around = (ask) => ask(), faults, storage } = world;
    return around(async () => {
      const answer = (): Response => answerStorage(storage, path, init.body);
      const fault = faults.take(`storage:${path.replace('/api/v1/', '')}`);
      return fault === undefined ? answer() : strike(fault, answer, world.timers);
    });
  },
});
