import * as v from 'valibot';
import { createConsumers, type QueuedEvent } from './consumers';
import type { Functions } from './calls';
import type { Manifest } from './manifest';
import type { Timers } from './timers';

const pushSchema = v.object({
  queueName: v.string(),
  jobId: v.string(),
  payload: v.array(
    v.object({
      body: v.record(v.string(), v.unknown()),
      delayInSeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(900))),
      concurrency: v.optional(
        v.object({ key: v.string(), limit: v.pipe(v.number(), v.minValue(1)) }),
      ),
    }),
  ),
});

const jobSchema = v.object({ queueName: v.string(), jobId: v.string() });

/** The queues that @forge/events pushes to and asks about. */
export type Queues = {
  /** Answers a request of @forge/events. */
  readonly answer: (path: string, body: string) => Response;
  readonly events: () => readonly QueuedEvent[];
};

const limits = { eventsPerPush: 50, bytesPerPush: 200 * 1024, eventsPerMinute: 500 } as const;

export function createQueues(options: {
  readonly manifest: Manifest;
  readonly functions: () => Functions;
  readonly timers: Timers;
}): Queues {
  const { manifest, timers } = options;
  const consumers = createConsumers(options);
  let pushedAt: readonly number[] = [];
  let last = 0;

  const push = (body: string): Response => {
    const parsed = v.safeParse(pushSchema, JSON.parse(body));
    if (!parsed.success) return problem(400, 'The events are not well formed.');
    const { queueName, jobId, payload } = parsed.output;
    if (!manifest.modules.consumer.some(({ queue }) => queue === queueName)) {
      return problem(404, `No consumer of the queue "${queueName}" in manifest.yml.`);
    }
    const tooLarge = Buffer.byteLength(JSON.stringify(payload)) > limits.bytesPerPush;
    if (tooLarge || payload.length > limits.eventsPerPush) {
      return Response.json({ errorMessage: 'The push is too large.' }, { status: 413 });
    }
    const now = timers.now();
    const recent = pushedAt.filter((at) => at > now - 60_000);
    if (recent.length + payload.length > limits.eventsPerMinute) {
      return problem(429, 'Too many events in a minute.');
    }
    pushedAt = [...recent, ...payload.map(() => now)];
    for (const pushed of payload) {
      last += 1;
      const dueAt = now + (pushed.delayInSeconds ?? 0) * 1000;
      const event = { eventId: `event-${String(last)}`, queueName, jobId, ...pushed };
      consumers.take({ ...event, pushedAt: now, dueAt, attempts: 0, state: 'waiting' });
    }
    return new Response(null, { status: 201 });
  };

  const job = (body: string, answer: (own: readonly QueuedEvent[]) => Response): Response => {
    const parsed = v.safeParse(jobSchema, JSON.parse(body));
    if (!parsed.success) return problem(400, 'A job has a queue and an id.');
    const { queueName, jobId } = parsed.output;
    const own = consumers
      .events()
      .filter((event) => event.queueName === queueName && event.jobId === jobId);
    return own.length === 0 ? problem(404, 'No such job.') : answer(own);
  };

  return {
    events: consumers.events,
    answer: (path, body) => {
      if (path.startsWith('/webhook/queue/publish/')) return push(body);
      if (path.startsWith('/webhook/queue/stats/')) return job(body, statsOf);
      if (!path.startsWith('/webhook/queue/cancel/')) return problem(501, `No ${path} here.`);
      return job(body, (own) => {
        for (const { eventId } of own) consumers.cancel(eventId);
        return new Response(null, { status: 204 });
      });
    },
  };
}

function statsOf(own: readonly QueuedEvent[]): Response {
  const count = (...states: readonly QueuedEvent['state'][]): number =>
    own.filter(({ state }) => states.includes(state)).length;
  return Response.json({
    success: count('done'),
    inProgress: count('waiting', 'running'),
    failed: count('failed', 'cancelled'),
  });
}

function problem(status: number, message: string): Response {
  return Response.json({ message, code: status }, { status });
}
