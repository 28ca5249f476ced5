import * as v from 'valibot';
import type { Json, JsonObject } from '../../src/domain/use-case/json';
import type { View } from './issue-answer';
import {
  holds,
  holdsOn,
  isSiteAdmin,
  visibleIssue,
  visibleProject,
  type Identity,
} from './permissions';
import { forbidden, JiraError, noSuchIssue, noSuchProject } from './problem';
import type { SearchIndex } from './search-index';
import type { Issue, Permission, Project } from './state';
import type { Actor, Store } from './store';
import type { TaskQueue } from './tasks';

/** A value of an entity property that JQL can search, as an app's manifest declares it. */
export type IndexedProperty = {
  readonly propertyKey: string;
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
  readonly searchAlias?: string | undefined;
};

/** What every operation stands on. */
export type World = {
  readonly origin: () => string;
  readonly store: Store;
  readonly tasks: TaskQueue;
  readonly index: SearchIndex;
  readonly indexedProperties: readonly IndexedProperty[];
  /** Milliseconds since 1970. */
  readonly clock: () => number;
};

/** One request to an operation. */
export type Call = Omit<World, 'origin'> & {
  readonly origin: string;
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
  /** How many objects the answer returns, for the points that Jira would charge; 0 if not said. */
  readonly objects?: number;
};

/** An operation of Jira REST v3, named as Atlassian's own document names it. */
export type Operation = {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Where local Jira does less than Jira, in a few words. */
  readonly partial?: string;
  readonly handle: (call: Call) => Answer;
};

export function ok(body: Json, objects = 1): Answer {
  return { status: 200, body, objects };
}

/** An answer that is a list; each of its items is an object that Jira would charge for. */
export function listed(items: readonly Json[]): Answer {
  return ok(items, items.length);
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
    throw new JiraError(400, [
      'There was an error parsing JSON. Check that your request body is valid.',
    ]);
  }
}

/** The body in the shape that the operation takes, or Jira's answer to another one. */
export function readBody<Schema extends v.GenericSchema>(
  call: Call,
  schema: Schema,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, jsonBody(call));
  // The parser drops a key of this name without a word; it is refused instead.
  const dropped = /(?<!\\)"__proto__"\s*:/u.test(call.body);
  if (parsed.success && !dropped) return parsed.output;
  throw invalidPayload();
}

export const invalidPayload = (): JiraError =>
  new JiraError(400, [
    'Invalid request payload. Refer to the REST API documentation and try again.',
  ]);

/** Ids and numbers, which Jira takes as numbers or as strings. */
export const idSchema = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

/** An id where Jira takes no key: digits, as a number or a string. */
export const numericId = v.pipe(idSchema, v.regex(/^\d+$/u));

export function param(call: Call, name: string): string {
  const raw = call.params[name] ?? '';
  try {
    return decodeURIComponent(raw);
  } catch {
    // Not a well-formed escape: then it stands for itself, and names nothing.
    return raw;
  }
}

/** A whole number of the query within its bounds; the fallback where it is not given. */
function numberParameter(call: Call, name: string, fallback: number, most: number): number {
  const text = call.query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new JiraError(400, [`The value '${text}' of '${name}' is not a whole number.`]);
  }
  return Math.min(value, most);
}

type Bounds = { readonly fallback: number; readonly most: number };

/** The part of a list that `startAt` and `maxResults` ask for. */
export function sliceOf<Item>(
  call: Call,
  items: readonly Item[],
  { fallback, most }: Bounds,
): { readonly startAt: number; readonly maxResults: number; readonly page: readonly Item[] } {
  const startAt = numberParameter(call, 'startAt', 0, Number.MAX_SAFE_INTEGER);
  const maxResults = numberParameter(call, 'maxResults', fallback, most);
  return { startAt, maxResults, page: items.slice(startAt, startAt + maxResults) };
}

/** A page of a list in the shape that most of Jira's lists have. */
export function pageOf(
  call: Call,
  items: readonly Json[],
  bounds: Bounds,
): JsonObject & { readonly values: readonly Json[] } {
  const { startAt, maxResults, page: values } = sliceOf(call, items, bounds);
  return {
    startAt,
    maxResults,
    total: items.length,
    isLast: startAt + values.length >= items.length,
    values,
  };
}

export function viewOf(call: Call): View {
  return {
    origin: call.origin,
    state: call.store.state(),
    accountId: call.identity.accountId,
  };
}

/** Now, as a moment that is kept. */
export function momentOf({ clock }: Pick<World, 'clock'>): string {
  return new Date(clock()).toISOString();
}

export function actorOf({ identity }: Call): Actor {
  return { accountId: identity.accountId, throughApp: identity.via !== 'client' };
}

/** The next id of anything that is made. */
export function nextId({ store }: Pick<World, 'store'>, ahead = 1): string {
  return String(store.state().lastId + ahead);
}

/** The issue of the path, seen as the person. */
export function issueOf(call: Call): Issue {
  return seenIssue(call, param(call, 'issueIdOrKey'));
}

export function seenIssue(call: Call, idOrKey: string): Issue {
  const issue = visibleIssue(call.store.state(), call.identity.accountId, idOrKey);
  if (issue === undefined) throw noSuchIssue();
  return issue;
}

/** The project of the path, seen as the person. */
export function projectOf(call: Call): Project {
  return seenProject(call, param(call, 'projectIdOrKey'));
}

export function seenProject(call: Call, idOrKey: string): Project {
  const project = visibleProject(call.store.state(), call.identity.accountId, idOrKey);
  if (project === undefined) throw noSuchProject(idOrKey);
  return project;
}

const acts: Readonly<Partial<Record<Permission, string>>> = {
  EDIT_ISSUES: 'edit issues in this project',
  DELETE_ISSUES: 'delete issues in this project',
  TRANSITION_ISSUES: 'transition this issue',
  ASSIGN_ISSUES: 'assign issues in this project',
  ADD_COMMENTS: 'comment on this issue',
  LINK_ISSUES: 'link issues in this project',
};

/** Refuses who does not hold a permission on the issue. */
export function demand(call: Call, issue: Issue, permission: Permission): void {
  if (holdsOn(call.store.state(), call.identity.accountId, issue, permission)) return;
  throw forbidden(`You do not have permission to ${acts[permission] ?? 'do this'}.`);
}

/** Whether the person administers the project, or all of Jira. */
export function administers({ store, identity }: Call, project: Project): boolean {
  const { accountId } = identity;
  return isSiteAdmin(store.state(), accountId) || holds(project, accountId, 'ADMINISTER_PROJECTS');
}

/** Refuses who does not administer the project. */
export function demandAdmin(call: Call, project: Project): void {
  if (administers(call, project)) return;
  throw forbidden('You do not have permission to administer this project.');
}
