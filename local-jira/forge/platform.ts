import { strike, type Faults } from '../jira/faults';
import type { Identity } from '../jira/permissions';
import { createSearchIndex } from '../jira/search-index';
import type { PlatformFetch, PlatformRequest } from './calls';
import { answerStorage } from './kvs';
import type { Queues } from './queues';
import type { Store } from '../jira/store';
import type { Manifest } from './manifest';
import type { Timers } from './timers';

type JiraFetch = (request: Request, identity: Identity, underway: number) => Promise<Response>;

/** What stands behind `__forge_fetch__`: Jira as the user or the app, storage, queues. */
export function createPlatform(options: {
  readonly manifest: Manifest;
  readonly store: Store;
  readonly timers: Timers;
  readonly faults: Faults;
  readonly storageLagSeconds: () => number;
  /** Hears of every request to the storage. */
  readonly onStorage: () => void;
  readonly origin: () => string;
  readonly jira: JiraFetch;
  readonly queues: () => Queues;
  readonly appAccountId: string;
}): PlatformFetch {
  const { manifest, store, timers, faults, origin, jira, queues, appAccountId, onStorage } =
    options;
  const index = createSearchIndex(store, {
    clock: timers.now,
    lagSeconds: options.storageLagSeconds,
  });
  const { scopes } = manifest.permissions;
  return async (asked, { accountId, functionKey }) => {
    const { provider, remote } = asked.target;
    if (remote === 'jira') {
      const actsAs = provider === 'app' ? appAccountId : accountId;
      if (actsAs === null) return needsAuthentication();
      const { path, method, headers, body } = asked;
      const request = new Request(new URL(path, origin()), { method, headers, body });
      const identity = {
        accountId: actsAs,
        via: 'function',
        scopes,
        surface: functionKey,
      } as const;
      return jira(request, identity, asked.underway);
    }
    if (remote === 'kvs') {
      if (!scopes.includes('storage:app')) return storageRefused();
      const answer = (): Response =>
        answerStorage({ manifest, store, timers, index }, asked.path, asked.body ?? '{}');
      const fault = faults.take(`storage:${asked.path.replace('/api/v1/', '')}`);
      onStorage();
      return fault === undefined ? answer() : strike(fault, answer, timers);
    }
    if (remote === 'stargate' && asked.path.startsWith('/webhook/queue/')) {
      return queues().answer(asked.path, asked.body ?? '{}');
    }
    return notThere(asked);
  };
}

/** As the platform tells @forge/api that nobody is there to act as. */
function needsAuthentication(): Response {
  return new Response('', {
    status: 401,
    headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' },
  });
}

function storageRefused(): Response {
  return Response.json(
    { code: 'UNAUTHORIZED', message: 'The scope storage:app is not declared in manifest.yml.' },
    { status: 401 },
  );
}

function notThere({ target, path }: PlatformRequest): Response {
  const message = `Local Jira does not serve ${path} of ${String(target.remote)} as ${String(target.provider)} yet.`;
  return Response.json({ message }, { status: 501 });
}
