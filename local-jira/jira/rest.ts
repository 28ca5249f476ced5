import { siteTimers, type Timers } from '../forge/timers';
import { createFaults, strike, type Faults } from './faults';
import type { Answer, Call, Operation, World } from './operation';
import { bulkPropertyOperations } from './operations/bulk-property-operations';
import { catalogueOperations } from './operations/catalogue-operations';
import { changelogOperations } from './operations/changelog-operations';
import { commentOperations } from './operations/comment-operations';
import { worklogOperations } from './operations/worklog-operations';
import { issueOperations } from './operations/issue-operations';
import { linkOperations } from './operations/link-operations';
import { metaOperations } from './operations/meta-operations';
import { peopleOperations } from './operations/people-operations';
import { permissionOperations } from './operations/permission-operations';
import { projectOperations } from './operations/project-operations';
import { propertyOperations } from './operations/property-operations';
import { searchOperations } from './operations/search-operations';
import { taskOperations } from './operations/task-operations';
import { transitionOperations } from './operations/transition-operations';
import type { Identity } from './permissions';
import { JiraError } from './problem';
import { createRequestLog, type LoggedRequest, type RequestLog } from './request-log';
import { scopesReach } from './scopes';
import { createSearchIndex } from './search-index';
import type { Traffic } from './traffic';

/** Every operation that local Jira answers. */
export const operations: readonly Operation[] = [
  ...peopleOperations,
  ...permissionOperations,
  ...projectOperations,
  ...catalogueOperations,
  ...issueOperations,
  ...transitionOperations,
  ...commentOperations,
  ...worklogOperations,
  ...linkOperations,
  ...changelogOperations,
  ...searchOperations,
  ...propertyOperations,
  ...bulkPropertyOperations,
  ...metaOperations,
  ...taskOperations,
];

/** Jira REST on one machine: operations, scopes, faults and a log of what was asked. */
export type JiraRest = {
  /** `underway` says how many of the asker's requests were unanswered when it sent this one. */
  readonly fetch: (request: Request, identity: Identity, underway?: number) => Promise<Response>;
  readonly log: RequestLog;
  readonly faults: Faults;
};

/** What REST stands on; what is left out has a quiet default. */
export type RestWorld = Pick<World, 'origin' | 'store' | 'tasks'> &
  Partial<Pick<World, 'clock' | 'indexedProperties'>> & {
    readonly indexLagSeconds?: () => number;
    readonly timers?: Timers;
    readonly traffic?: Traffic | undefined;
  };

type Route = { readonly operation: Operation; readonly pattern: RegExp };
type Found = { readonly operation: Operation; readonly params: Readonly<Record<string, string>> };

export function createJiraRest(given: RestWorld): JiraRest {
  const { timers = siteTimers(), indexLagSeconds: lagSeconds = () => 0 } = given;
  const { origin, store, tasks, clock = timers.now, indexedProperties = [], traffic } = given;
  const index = createSearchIndex(store, { clock, lagSeconds });
  const log = createRequestLog();
  const faults = createFaults();
  const routes = routesOf(operations);

  const fetch: JiraRest['fetch'] = async (request, identity, underway = 0) => {
    const at = timers.now();
    const url = new URL(request.url);
    const found = findRoute(routes, request.method, url.pathname);
    const body = await request.text();
    const call: Call = {
      ...{ store, tasks, index, indexedProperties, clock, identity, body },
      origin: origin(),
      params: found?.params ?? {},
      query: url.searchParams,
    };
    const outcome: Outcome = found
      ? await outcomeOf(found.operation, call, { faults, timers })
      : { response: unknownRoute(request.method, url.pathname), objects: 0, injected: false };
    const { response, objects, injected } = outcome;
    const { status, text } = await answerOf(response);
    const logged: LoggedRequest = {
      at,
      endedAt: timers.now(),
      underway,
      method: request.method,
      path: `${url.pathname}${url.search}`,
      operationId: found?.operation.operationId ?? null,
      status,
      ...askerOf(identity),
      requestBytes: Buffer.byteLength(body),
      responseBytes: Buffer.byteLength(text),
      points: pointsOf(request.method, identity.via, objects),
    };
    log.add(logged);
    if (response instanceof Error) throw response;
    traffic?.rest({
      ...logged,
      requestBody: body,
      responseBody: text,
      scopes: identity.scopes,
      injected,
    });
    return response;
  };
  return { fetch, log, faults };
}

/** What the log keeps of an answer: 0 and no text where there was none. */
async function answerOf(response: Response | Error) {
  if (response instanceof Error) return { status: 0, text: '' };
  return { status: response.status, text: await response.clone().text() };
}

function askerOf({ via, surface, accountId }: Identity) {
  return { via, surface: surface ?? null, accountId };
}

/** Literal paths before parameters: `/issue/bulk` is not an issue named "bulk". */
function routesOf(all: readonly Operation[]): readonly Route[] {
  const parameters = ({ path }: Operation): number => path.split(':').length;
  return [...all]
    .sort((left, right) => parameters(left) - parameters(right))
    .map((operation) => ({
      operation,
      pattern: new RegExp(`^${operation.path.replaceAll(/:(\w+)/gu, '(?<$1>[^/]+)')}$`, 'u'),
    }));
}

function findRoute(routes: readonly Route[], method: string, path: string): Found | undefined {
  for (const { operation, pattern } of routes) {
    const match = operation.method === method ? pattern.exec(path) : null;
    if (match !== null) return { operation, params: match.groups ?? {} };
  }
  return undefined;
}

/**
 * What a request costs of the points that all customers of an app share: one, and one for each
 * object that its answer holds. Requests of the app's frames are exempt, and so are ordinary clients here.
 */
function pointsOf(method: string, via: Identity['via'], objects: number): number {
  if (via !== 'function') return 0;
  return method === 'GET' || objects > 1 ? 1 + objects : 1;
}

type Outcome = {
  /** An error where nothing is answered: the connection broke, or the process of the asker ended. */
  readonly response: Response | Error;
  readonly objects: number;
  readonly injected: boolean;
};

async function outcomeOf(
  operation: Operation,
  call: Call,
  { faults, timers }: { readonly faults: Faults; readonly timers: Timers },
): Promise<Outcome> {
  if (!scopesReach(operation.operationId, call.identity.scopes)) {
    const body = { code: 401, message: 'Unauthorized; scope does not match' };
    return { response: json(401, body), objects: 0, injected: false };
  }
  const fault = faults.take(operation.operationId);
  const performed = perform(operation, call);
  if (fault === undefined) return { ...performed(), injected: false };
  let objects = 0;
  const counted = (): Response => {
    const done = performed();
    ({ objects } = done);
    return done.response;
  };
  try {
    return { response: await strike(fault, counted, timers), objects, injected: true };
  } catch (error) {
    return { response: error as Error, objects, injected: true };
  }
}

/** Does what was asked, when it is called. */
function perform(
  operation: Operation,
  call: Call,
): () => { readonly response: Response; readonly objects: number } {
  return () => {
    try {
      const answer = operation.handle(call);
      return { response: toResponse(answer), objects: answer.objects ?? 0 };
    } catch (error) {
      return { response: problemAnswer(error), objects: 0 };
    }
  };
}

/** Jira's answer to a problem. A mistake of local Jira itself is answered and said, not hidden. */
function problemAnswer(error: unknown): Response {
  if (error instanceof JiraError) return json(error.status, error.body());
  if (error instanceof RangeError) {
    // A value nested without end overflows whatever walks through it.
    return json(400, { errorMessages: ['The request is nested too deeply.'], errors: {} });
  }
  console.error(error);
  return json(500, { errorMessages: ['Internal server error'], errors: {} });
}

function toResponse({ status, body, headers }: Answer): Response {
  return body === undefined
    ? new Response(null, { status, headers: { ...headers } })
    : json(status, body, headers);
}

function unknownRoute(method: string, path: string): Response {
  const message = `Local Jira does not answer ${method} ${path} yet. See local-jira/FIDELITY.md for what it answers.`;
  return json(501, { errorMessages: [message], errors: {} });
}

function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
  });
}
