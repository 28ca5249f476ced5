/** The app's functions, running in threads of their own on the real @forge packages. */
export type Functions = {
  /** Calls a resolver as a person, as the platform does. Rejects with the function's error. */
  readonly invokeResolver: (call: ResolverCall) => Promise<unknown>;
  /** Calls another function on an event. Never rejects: the answer says how it went. */
  readonly invokeOnEvent: (call: EventCall) => Promise<Outcome>;
  readonly close: () => Promise<void>;
};

export type ResolverCall = {
  readonly functionKey: string;
  readonly resolverFunction: string;
  readonly payload: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  readonly accountId: string;
};

export type EventCall = {
  readonly kind: 'trigger' | 'consumer' | 'schedule';
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly event: unknown;
  readonly accountId: string | null;
};

/** How a function that answers an event ended. `retry` asks to be called again. */
export type Outcome =
  | { readonly outcome: 'ok' | 'failed' }
  | { readonly outcome: 'retry'; readonly afterSeconds: number; readonly context: object };

/** A request that a function sent through `__forge_fetch__`. */
export type PlatformRequest = {
  /** Requests of the function that were still unanswered when this one was sent. */
  readonly underway: number;
  readonly target: { readonly type?: string; readonly provider?: string; readonly remote?: string };
  readonly path: string;
  readonly method: string;
  readonly headers: [string, string][];
  readonly body: string | null;
};

export type Asker = { readonly accountId: string | null; readonly functionKey: string };
export type PlatformFetch = (request: PlatformRequest, asker: Asker) => Promise<Response>;
