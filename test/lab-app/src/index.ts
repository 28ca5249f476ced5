import api, { assumeTrustedRoute, route } from '@forge/api';
import { InvocationError, InvocationErrorCode, Queue, type AsyncEvent } from '@forge/events';
import Resolver from '@forge/resolver';
import { storageCalls } from './storage-calls';

type Told = Readonly<Record<string, unknown>>;

const queue = new Queue({ key: 'work' });
const slowQueue = new Queue({ key: 'slow' });
const resolvers = new Resolver();

resolvers.define('echo', ({ payload, context }) => ({
  payload: payload as unknown,
  accountId: (context as Told)['accountId'],
}));
resolvers.define('fail', () => {
  throw new Error('It broke.');
});
resolvers.define('breakLater', () => {
  setTimeout(() => {
    throw new Error('Too late.');
  }, 20);
  return 'answered';
});
resolvers.define('askLater', () => {
  setTimeout(() => void api.asUser().requestJira(route`/rest/api/3/field`), 20);
  return 'answered';
});
resolvers.define('exit', () => process.exit(1));
resolvers.define('oddPath', async () => {
  const answer = await api.asUser().requestJira(assumeTrustedRoute('/rest/api/3/issue/%'));
  return answer.status;
});
resolvers.define('sleepForever', () => new Promise(() => undefined));
resolvers.define('large', ({ payload }) => 'x'.repeat(Number((payload as Told)['length'])));
resolvers.define('whoAmI', async () => {
  const asked = await Promise.all(
    [api.asUser(), api.asApp()].map((as) => as.requestJira(route`/rest/api/3/myself`)),
  );
  const people = await Promise.all(asked.map((answer) => answer.json() as Promise<Told>));
  return people.map(({ displayName, accountType }) => ({ displayName, accountType }));
});
resolvers.define('setProperty', async ({ payload }) => {
  const { key, value } = payload as { key: string; value: unknown };
  const answer = await api.asUser().requestJira(route`/rest/api/3/issue/${key}/properties/lab`, {
    method: 'PUT',
    body: JSON.stringify(value),
  });
  return answer.status;
});
resolvers.define('egress', async () => {
  await fetch('https://example.com');
});
resolvers.define('storage', ({ payload }) => storageCalls[String((payload as Told)['call'])]?.());
resolvers.define('push', async ({ payload }) => {
  const { events } = payload as { events: Parameters<Queue['push']>[0] };
  return queue.push(events);
});
resolvers.define('pushSlow', async () => slowQueue.push([{ body: {} }]));
resolvers.define('cancelSlow', ({ payload }) =>
  slowQueue.cancel(String((payload as Told)['jobId'])),
);
resolvers.define('stats', ({ payload }) => queue.getStats(String((payload as Told)['jobId'])));
resolvers.define('cancel', ({ payload }) => queue.cancel(String((payload as Told)['jobId'])));

export const resolver = resolvers.getDefinitions();

/** Says what it was told, for the tests to read in the log. */
function tell(event: unknown): void {
  console.error(JSON.stringify(event));
}

export function onIssue(event: Told): unknown {
  tell(event);
  const { retryContext } = event as { retryContext?: { retryCount: number } };
  const fields = (event['issue'] as { fields?: { summary?: string } } | undefined)?.fields;
  if (fields?.summary !== 'Try again' || (retryContext?.retryCount ?? 0) >= 2) return undefined;
  return new InvocationError({
    retryAfter: 30,
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    retryData: { seen: retryContext?.retryCount ?? 0 },
  });
}

export function onProperty(event: Told): void {
  tell(event);
}

export function onWalking(event: Told): void {
  tell(event);
}

/** Never ends by itself. */
export function sleeper(): Promise<never> {
  return new Promise(() => undefined);
}

export function hourly(event: Told): Told {
  tell(event);
  return { statusCode: 204 };
}

export function worker(event: AsyncEvent): unknown {
  tell(event);
  if (event.body['sleep'] === true) return new Promise(() => undefined);
  if (event.body['break'] === true && event.retryContext === undefined) throw new Error('Broke.');
  if (event.body['again'] !== true || event.retryContext !== undefined) return undefined;
  return new InvocationError({
    retryAfter: 60,
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    retryData: { left: 1 },
  });
}
