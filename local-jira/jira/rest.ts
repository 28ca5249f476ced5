import { coreOperations } from './core-operations';
import { createFaults, type Fault, type Faults } from './faults';
import type { Answer, Call, Operation } from './operation';
import type { Identity } from './permissions';
import { JiraError } from './problem';
import { propertyOperations } from './property-operations';
import { createRequestLog, type RequestLog } from './request-log';
import type { Store } from './store';
import type { TaskQueue } from './tasks';

/** Every operation that local Jira answers. */
export const operations: readonly Operation[] = [...coreOperations, ...propertyOperations];

/** Jira REST on one machine: operations, scopes, faults and a log of what was asked. */
export type JiraRest = {
  /** `underway` says how many of the asker's requests were unanswered when it sent this one. */
  readonly fetch: (request: Request, identity: Identity, underway?: number) => Promise<Response>;
  readonly log: RequestLog;
  readonly faults: Faults;
};

type World = { readonly origin: () => string; readonly store: Store; readonly tasks: TaskQueue };

export function createJiraRest(world: World): JiraRest {
  const log = createRequestLog();
  const faults = createFaults();
  const routes = operations.map((operation) => ({ operation, pattern: patternOf(operation.path) }));

  const fetch: JiraRest['fetch'] = async (request, identity, underway = 0) => {
    const at = Date.now();
    const url = new URL(request.url);
    const found = routes
      .filter(({ operation }) => operation.method === request.method)
      .map(({ operation, pattern }) => ({ operation, match: pattern.exec(url.pathname) }))
      .find(({ match }) => match !== null);
    const call: Call = {
      origin: world.origin(),
      store: world.store,
      tasks: world.tasks,
      identity,
      params: found?.match?.groups ?? {},
      query: url.searchParams,
      body: await request.text(),
    };
    const response = found
      ? answerOf(found.operation, call, faults)
      : unknownRoute(request.method, url.pathname);
    const body = await response.clone().text();
    log.add({
      at,
      endedAt: Date.now(),
      underway,
      method: request.method,
      path: `${url.pathname}${url.search}`,
      operationId: found?.operation.operationId ?? null,
      status: response.status,
      via: identity.via,
      accountId: identity.accountId,
      responseBytes: body.length,
    });
    return response;
  };
  return { fetch, log, faults };
}

/** Literal paths before parameters: `/issue/properties/:key` is not an issue named "properties". */
function patternOf(path: string): RegExp {
  const source = path
    .replace('/issue/:issueIdOrKey', String.raw`/issue/(?!properties(?:/|$))(?<issueIdOrKey>[^/]+)`)
    .replaceAll(/:(\w+)/gu, '(?<$1>[^/]+)');
  return new RegExp(`^${source}$`, 'u');
}

function answerOf(operation: Operation, call: Call, faults: Faults): Response {
  const { scopes } = call.identity;
  if (
    scopes !== null &&
    !operation.scopes.some((set) => set.every((scope) => scopes.includes(scope)))
  ) {
    return json(401, { code: 401, message: 'Unauthorized; scope does not match' });
  }
  const fault = faults.take(operation.operationId);
  if (fault?.when === 'before') return faultAnswer(fault);
  try {
    const answer = operation.handle(call);
    return fault ? faultAnswer(fault) : toResponse(answer);
  } catch (error) {
    if (error instanceof JiraError) return json(error.status, error.body());
    throw error;
  }
}

function toResponse({ status, body, headers }: Answer): Response {
  return body === undefined
    ? new Response(null, { status, headers: { ...headers } })
    : json(status, body, headers);
}

function faultAnswer({ status, headers }: Fault): Response {
  return json(
    status,
    { errorMessages: [`Injected answer ${String(status)}.`], errors: {} },
    headers,
  );
}

function unknownRoute(method: string, path: string): Response {
  const message = `Local Jira does not answer ${method} ${path} yet. See local-jira/jira for what it answers.`;
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
