import type { Functions } from './calls';
import type { Manifest } from './manifest';
import type { Timers } from './timers';

const milliseconds = {
  fiveMinute: 5 * 60_000,
  hour: 60 * 60_000,
  day: 24 * 60 * 60_000,
  week: 7 * 24 * 60 * 60_000,
} as const;

/** A scheduled trigger with its next turn. */
export type Schedule = {
  readonly key: string;
  readonly functionKey: string;
  readonly interval: keyof typeof milliseconds;
  readonly nextAt: number;
};

/** The app's scheduled triggers. A run that fails is not tried again. */
export type Schedules = {
  readonly list: () => readonly Schedule[];
  /** Runs one now, whatever its turn; false where there is none of that name. */
  readonly runNow: (key: string) => Promise<boolean>;
};

/** Starts the schedules. The first turn comes a few minutes after the start, as after a deployment. */
export function startSchedules(options: {
  readonly manifest: Manifest;
  readonly functions: () => Functions;
  readonly timers: Timers;
  readonly cloudId: string;
}): Schedules {
  const { manifest, functions, timers, cloudId } = options;
  const modules = manifest.modules.scheduledTrigger;
  const nextTurns = new Map<string, number>();

  const run = async (module: (typeof modules)[number]): Promise<void> => {
    await functions().invokeOnEvent({
      kind: 'schedule',
      moduleKey: module.key,
      functionKey: module.function,
      accountId: null,
      event: { context: { cloudId, moduleKey: module.key }, contextToken: 'local' },
    });
  };
  const plan = (module: (typeof modules)[number], wait: number): void => {
    nextTurns.set(module.key, timers.now() + wait);
    timers.after(wait, () => {
      void run(module);
      plan(module, milliseconds[module.interval]);
    });
  };
  for (const module of modules) plan(module, milliseconds.fiveMinute);

  return {
    list: () =>
      modules.map((module) => ({
        key: module.key,
        functionKey: module.function,
        interval: module.interval,
        nextAt: nextTurns.get(module.key) ?? 0,
      })),
    runNow: async (key) => {
      const module = modules.find((each) => each.key === key);
      if (module === undefined) return false;
      await run(module);
      return true;
    },
  };
}
