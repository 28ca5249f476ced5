import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Invocation } from '../../local-jira/forge/activity';
import { indexedPropertiesOf, readManifest } from '../../local-jira/forge/manifest';
import { startForgeRuntime, type ForgeRuntime } from '../../local-jira/forge/runtime';
import { recordTraffic } from '../../local-jira/jira/traffic';
import { aLocalRest, origin, type LocalRest } from './local-rest';
import { manualTimers, type ManualTimers } from './manual-timers';

/** Where the app that tries the platform lives. */
export const labRoot = join(__dirname, '../lab-app');

/** The platform around the lab app, without pages and with a clock that stands still. */
export type Lab = {
  readonly local: LocalRest;
  readonly runtime: ForgeRuntime;
  readonly timers: ManualTimers;
  /** Calls a resolver of the lab app as the editor. */
  readonly invoke: (functionKey: string, payload?: unknown) => Promise<unknown>;
  /** The calls of a function, once there are at least so many and all have ended. */
  readonly ended: (functionKey: string, count: number) => Promise<readonly Invocation[]>;
  /** Real time, for what a function does in its own thread after it has answered. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Lets what was begun reach its next wait. */
  readonly turn: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

export async function startLab(): Promise<Lab> {
  const manifest = readManifest(labRoot);
  const timers = manualTimers();
  const indexedProperties = indexedPropertiesOf(manifest);
  const local = aLocalRest({ clock: timers.now, indexedProperties });
  const buildFolder = mkdtempSync(join(tmpdir(), 'lab-'));
  const traffic = recordTraffic();
  const runtime = await startForgeRuntime({
    root: labRoot,
    buildFolder,
    manifest,
    store: local.store,
    rest: local.rest,
    origin: () => origin,
    eventDelaySeconds: () => 60,
    // Its calls write and query in one go; the stores' own tests have queries that lag.
    storageLagSeconds: () => 0,
    timers,
    traffic,
  });
  const { accountId } = local.person('editor');
  return {
    local,
    runtime,
    timers,
    invoke: (functionKey, payload) =>
      runtime.functions.invokeResolver({
        functionKey,
        resolverFunction: 'resolver',
        payload,
        context: { moduleKey: 'lab-panel' },
        accountId,
      }),
    ended: async (functionKey, count) => {
      for (;;) {
        const calls = runtime.activity
          .invocations()
          .filter((call) => call.functionKey === functionKey);
        if (calls.length >= count && calls.every(({ endedAt }) => endedAt !== null)) {
          // What follows a call, such as planning its retry, comes a turn later.
          await turn();
          return calls;
        }
        // The function runs in a thread of its own; this one waits for its message.
        await turn();
      }
    },
    turn,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    close: async () => {
      await runtime.functions.close();
      rmSync(buildFolder, { recursive: true });
    },
  };
}

/** What a call of a function logged, as it was told. */
export function toldTo({ logs }: Invocation): Record<string, unknown> {
  return JSON.parse(logs[0]?.text ?? '{}') as Record<string, unknown>;
}
