import type { Store } from '../jira/store';
import type { JiraRest } from '../jira/rest';
import type { Traffic } from '../jira/traffic';
import { appAccount } from '../worlds/world-parts';
import { createActivity, type Activity } from './activity';
import { createBudget } from './budget';
import type { Functions } from './calls';
import { startFunctions } from './functions';
import type { Manifest } from './manifest';
import { createPlatform } from './platform';
import { createQueues, type Queues } from './queues';
import { startSchedules, type Schedules } from './schedules';
import { siteTimers, type Timers } from './timers';
import { startTriggers } from './triggers';

/** The Forge platform on one machine: functions, triggers, queues, schedules, storage. */
export type ForgeRuntime = {
  readonly functions: Functions;
  readonly queues: Queues;
  readonly schedules: Schedules;
  readonly activity: Activity;
  /** How many requests the app's storage has answered. */
  readonly storageCalls: () => number;
};

export async function startForgeRuntime(options: {
  readonly root: string;
  readonly buildFolder: string;
  readonly manifest: Manifest;
  readonly store: Store;
  readonly rest: JiraRest;
  readonly origin: () => string;
  readonly eventDelaySeconds: () => number;
  /** How long after a write the storage's queries know of it. */
  readonly storageLagSeconds?: () => number;
  readonly timers?: Timers;
  readonly traffic?: Traffic | undefined;
}): Promise<ForgeRuntime> {
  const { root, buildFolder, manifest, store, rest, origin, timers = siteTimers() } = options;
  const activity = createActivity(({ eventType }) => options.traffic?.event(eventType));
  // Queues and the platform speak of each other; nothing is pushed before the functions run.
  const parts: { functions?: Functions } = {};
  const functions = (): Functions => {
    if (parts.functions === undefined) throw new Error('The functions are not started yet.');
    return parts.functions;
  };
  const queues = createQueues({ manifest, functions, timers });
  let storageCalls = 0;
  const fetch = createPlatform({
    manifest,
    store,
    timers,
    origin,
    jira: rest.fetch,
    queues: () => queues,
    appAccountId: appAccount.accountId,
    faults: rest.faults,
    storageLagSeconds: options.storageLagSeconds ?? (() => 5),
    onStorage: () => {
      storageCalls += 1;
    },
  });
  const budget = createBudget(timers);
  const started = await startFunctions({
    root,
    buildFolder,
    manifest,
    fetch,
    timers,
    activity,
    budget,
  });
  parts.functions = started;
  const delaySeconds = options.eventDelaySeconds;
  startTriggers({ manifest, store, functions, timers, activity, origin, delaySeconds });
  const { cloudId } = store.state().site;
  const schedules = startSchedules({ manifest, functions, timers, cloudId });
  return { functions: started, queues, schedules, activity, storageCalls: () => storageCalls };
}
