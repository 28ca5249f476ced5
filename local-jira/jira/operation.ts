import type { Json } from '../../src/domain/use-case/json';
import type { Identity } from './permissions';
import { JiraError } from './problem';
import type { Store } from './store';
import type { TaskQueue } from './tasks';

/** One request to an operation. */
export type Call = {
  readonly origin: string;
  readonly store: Store;
  readonly tasks: TaskQueue;
  readonly identity: Identity;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body as text; `''` where there is none. */
  readonly body: string;
};

export type Answer = {
  readonly status: 200 | 201 | 204 | 303;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
};

/** An operation of Jira REST v3, named as Atlassian's own document names it. */
export type Operation = {
  readonly operationId: string;
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Sets of scopes, classic and granular; one set must be granted in full. */
  readonly scopes: readonly (readonly string[])[];
  /** Where local Jira does less than Jira, in a few words. */
  readonly partial?: string;
  readonly handle: (call: Call) => Answer;
};

export function ok(body: Json): Answer {
  return { status: 200, body };
}

/** A list parameter, repeated or separated by commas, as Jira takes both. */
export function listParameter(query: URLSearchParams, name: string): readonly string[] | undefined {
  const values = query.getAll(name);
  if (values.length === 0) return undefined;
  return values.flatMap((value) => value.split(',')).filter((value) => value !== '');
}

/** The body as JSON, or Jira's answer to a body that is none. */
export function jsonBody(call: Call): Json {
  try {
    return JSON.parse(call.body) as Json;
  } catch {
    throw new JiraError(400, ['Unexpected character in the request body: it is not valid JSON.']);
  }
}

export function param(call: Call, name: string): string {
  return decodeURIComponent(call.params[name] ?? '');
}
