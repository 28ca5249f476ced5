import type { EventCall, Functions } from './calls';
import type { Manifest } from './manifest';
import { createSlots, type Concurrency } from './slots';
import type { Timers } from './timers';

/** One event in a queue. */
export type QueuedEvent = {
  readonly eventId: string;
  readonly queueName: string;
  readonly jobId: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly delayInSeconds?: number | undefined;
  readonly concurrency?: Concurrency | undefined;
  readonly pushedAt: number;
  readonly dueAt: number;
  readonly attempts: number;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
};

/** The consumers of queues: at least once, in no order, as Forge delivers. */
export type Consumers = {
  readonly take: (event: QueuedEvent) => void;
  readonly cancel: (eventId: string) => void;
  readonly events: () => readonly QueuedEvent[];
};

/** Events stay for a day; a retry after that does not come. */
const retention = 24 * 60 * 60 * 1000;
const longestWait = 15 * 60;

export function createConsumers(options: {
  readonly manifest: Manifest;
  readonly functions: () => Functions;
  readonly timers: Timers;
}): Consumers {
  const { manifest, functions, timers } = options;
  const events = new Map<string, QueuedEvent>();
  const slots = createSlots();
  const change = (eventId: string, changed: Partial<QueuedEvent>): void => {
    const event = events.get(eventId);
    if (event !== undefined) events.set(eventId, { ...event, ...changed });
  };

  const take = (event: QueuedEvent, retryContext?: object): void => {
    events.set(event.eventId, event);
    timers.after(event.dueAt - timers.now(), () => {
      slots.run(event.concurrency, () => deliver(event.eventId, retryContext));
    });
  };

  const deliver = async (eventId: string, retryContext?: object): Promise<void> => {
    const event = events.get(eventId);
    if (event?.state !== 'waiting') return;
    change(eventId, { state: 'running', attempts: event.attempts + 1 });
    const outcome = await functions().invokeOnEvent(callOf(manifest, event, retryContext));
    if (outcome.outcome === 'ok') {
      change(eventId, { state: 'done' });
      forgetOldest(events);
      return;
    }
    // The platform tries again what broke as well as what asked for it, waiting longer each time.
    const again =
      outcome.outcome === 'retry'
        ? { seconds: outcome.afterSeconds, context: outcome.context }
        : { seconds: Math.min(2 ** event.attempts, longestWait), context: broke };
    const dueAt = timers.now() + again.seconds * 1000;
    if (dueAt - event.pushedAt > retention) {
      change(eventId, { state: 'failed' });
      return;
    }
    const attempts = event.attempts + 1;
    take({ ...event, dueAt, attempts }, { retryCount: attempts, ...again.context });
  };

  return {
    take: (event) => {
      take(event);
    },
    cancel: (eventId) => {
      if (events.get(eventId)?.state === 'waiting') change(eventId, { state: 'cancelled' });
    },
    events: () => [...events.values()],
  };
}

const remembered = 1_000;

/** What was done long ago is not told for ever. */
function forgetOldest(events: Map<string, QueuedEvent>): void {
  if (events.size <= remembered) return;
  const done = [...events.values()].find(({ state }) => state === 'done');
  if (done !== undefined) events.delete(done.eventId);
}

const broke = { retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR', retryData: null };

function callOf(manifest: Manifest, event: QueuedEvent, retryContext?: object): EventCall {
  const { queueName, jobId, eventId, body, delayInSeconds, concurrency } = event;
  const consumer = manifest.modules.consumer.find(({ queue }) => queue === queueName);
  return {
    kind: 'consumer',
    moduleKey: consumer?.key ?? queueName,
    functionKey: consumer?.function ?? '',
    accountId: null,
    event: {
      queueName,
      jobId,
      eventId,
      body,
      ...(delayInSeconds !== undefined && { delayInSeconds }),
      ...(concurrency !== undefined && { concurrency }),
      ...(retryContext && { retryContext }),
    },
  };
}
