import { isJsonObject, type Json, type JsonObject } from '../../src/domain/use-case/json';
import type { Entry } from '../jira/entries';
import { itemsOf, textOfJson } from '../json-text';
import { own } from '../own';
import type { StoredItem } from '../jira/state';
import type { Store } from '../jira/store';
import { checkEntity, checkKey, checkValue, StorageProblem } from './kvs-limits';
import type { SearchIndex } from '../jira/search-index';
import { matchesAll, queryEntities, queryKeys } from './kvs-query';
import type { Manifest } from './manifest';
import type { Timers } from './timers';

export type Storage = {
  readonly manifest: Manifest;
  readonly store: Store;
  readonly timers: Pick<Timers, 'now'>;
  /** The items as queries find them: those of some seconds ago. */
  readonly index: Pick<SearchIndex, 'read'>;
};

/** What a storage endpoint does with its body. `undefined` answers with nothing. */
type Endpoint = (storage: Storage, body: JsonObject) => Json | undefined;

const plain = { entityName: null, secret: false } as const;
const kept = { entityName: null, secret: true } as const;

const endpoints: Readonly<Record<string, Endpoint>> = {
  get: (storage, body) => readItem(storage, body, plain),
  set: (storage, body) => writeItem(storage, body, plain),
  delete: (storage, body) => removeItem(storage, body, plain),
  'secret/get': (storage, body) => readItem(storage, body, kept),
  'secret/set': (storage, body) => writeItem(storage, body, kept),
  'secret/delete': (storage, body) => removeItem(storage, body, kept),
  'entity/get': (storage, body) => readItem(storage, body, entityOf(storage, body)),
  'entity/set': (storage, body) => writeItem(storage, body, entityOf(storage, body)),
  'entity/delete': (storage, body) => removeItem(storage, body, entityOf(storage, body)),
  query: (storage, body) => queryKeys(indexedItems(storage, plain), body),
  'entity/query': (storage, body) => {
    const entity = entityOf(storage, body);
    const definition = storage.manifest.app.storage.entities.find(
      ({ name }) => name === entity.entityName,
    );
    return queryEntities(indexedItems(storage, entity), definition, body);
  },
  'batch/set': (storage, body) => eachOf(storage, body, writeItem),
  'batch/get': (storage, body) => eachOf(storage, body, readItem),
  'batch/delete': (storage, body) => eachOf(storage, body, removeItem),
  transaction: (storage, body) => transact(storage, body),
};

/** Answers a request of @forge/kvs from the store. */
export function answerStorage(storage: Storage, path: string, body: string): Response {
  const endpoint = own(endpoints, path.replace('/api/v1/', ''));
  if (endpoint === undefined) {
    return Response.json({ code: 'NOT_IMPLEMENTED', message: `No ${path} here.` }, { status: 501 });
  }
  try {
    const parsed = JSON.parse(body) as Json;
    const answer = endpoint(storage, isJsonObject(parsed) ? parsed : { items: parsed });
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  } catch (error) {
    if (!(error instanceof StorageProblem)) throw error;
    return Response.json({ code: error.code, message: error.message }, { status: error.status });
  }
}

type Space = { readonly entityName: string | null; readonly secret: boolean };

function entityOf({ manifest }: Storage, { entityName }: JsonObject): Space {
  const name = typeof entityName === 'string' ? entityName : '';
  checkEntity(manifest, name);
  return { entityName: name, secret: false };
}

function idOf({ entityName, secret }: Space, key: string): string {
  return [secret ? 'secret' : 'plain', entityName ?? '', key].join('|');
}

function keyOf(body: JsonObject): string {
  return checkKey(body['key']);
}

function find({ store, timers }: Storage, space: Space, key: string): StoredItem | undefined {
  const item = store.state().appStorage[idOf(space, key)];
  const expiresAt = item?.expiresAt ?? Infinity;
  return expiresAt > timers.now() ? item : undefined;
}

function indexedItems({ index, timers }: Storage, space: Space): readonly StoredItem[] {
  return Object.values(index.read().appStorage).filter(
    ({ entityName, secret, expiresAt }) =>
      entityName === space.entityName &&
      secret === space.secret &&
      (expiresAt === null || expiresAt > timers.now()),
  );
}

function told({ key, value, createdAt, updatedAt, expiresAt }: StoredItem): JsonObject {
  const expireTime = expiresAt === null ? {} : { expireTime: new Date(expiresAt).toISOString() };
  return { key, value, createdAt, updatedAt, ...expireTime };
}

function readItem(storage: Storage, body: JsonObject, space: Space): Json {
  const key = keyOf(body);
  const item = find(storage, space, key);
  if (item === undefined) throw new StorageProblem('KEY_NOT_FOUND', `No value for "${key}".`, 404);
  return told(item);
}

function writeItem(storage: Storage, body: JsonObject, space: Space): Json | undefined {
  const key = keyOf(body);
  const before = find(storage, space, key);
  const { keyPolicy, returnValue } = optionsOf(body);
  if (keyPolicy === 'FAIL_IF_EXISTS' && before !== undefined) {
    throw new StorageProblem('KEY_CONFLICT', `"${key}" has a value already.`, 409);
  }
  const item = newItem(storage, body, space);
  storage.store.commit(putEntry(item));
  if (returnValue === 'PREVIOUS') return before ? told(before) : undefined;
  return returnValue === 'LATEST' ? told(item) : undefined;
}

function putEntry(item: StoredItem): Entry {
  return { op: 'put-item', id: idOf(item, item.key), item };
}

function newItem(storage: Storage, body: JsonObject, space: Space): StoredItem {
  const key = keyOf(body);
  const { value = null } = body;
  checkValue(storage.manifest, space.entityName, value);
  const now = storage.timers.now();
  const { ttl } = optionsOf(body);
  return {
    key,
    ...space,
    value,
    createdAt: find(storage, space, key)?.createdAt ?? now,
    updatedAt: now,
    expiresAt: isJsonObject(ttl) ? now + millisecondsOf(ttl) : null,
  };
}

function removeItem(storage: Storage, body: JsonObject, space: Space): Json | undefined {
  const key = keyOf(body);
  if (find(storage, space, key) === undefined) {
    throw new StorageProblem('KEY_NOT_FOUND', `No value for "${key}".`, 404);
  }
  storage.store.commit({ op: 'delete-item', id: idOf(space, key) });
  return undefined;
}

function optionsOf({ options }: JsonObject): JsonObject {
  return isJsonObject(options ?? null) ? (options as JsonObject) : {};
}

const unitMilliseconds: Readonly<Record<string, number>> = {
  SECONDS: 1_000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};

function millisecondsOf({ value, unit }: JsonObject): number {
  return Number(value) * (unitMilliseconds[textOfJson(unit)] ?? 0);
}

const batchLimit = 25;

function eachOf(
  storage: Storage,
  { items }: JsonObject,
  act: (storage: Storage, body: JsonObject, space: Space) => Json | undefined,
): Json {
  const list = itemsOf(items).filter(isJsonObject);
  if (list.length > batchLimit) {
    throw new StorageProblem('BATCH_LIMIT', 'A batch takes at most 25 items.', 400);
  }
  const successfulKeys: Json[] = [];
  const failedKeys: Json[] = [];
  for (const body of list) {
    const { key = null, entityName } = body;
    const named = entityName === undefined ? { key } : { key, entityName };
    try {
      const space = entityName === undefined ? plain : entityOf(storage, body);
      const answer = act(storage, body, space);
      successfulKeys.push(isJsonObject(answer) ? { ...named, ...answer } : named);
    } catch (error) {
      if (!(error instanceof StorageProblem)) throw error;
      failedKeys.push({ ...named, error: { code: error.code, message: error.message } });
    }
  }
  return { successfulKeys, failedKeys };
}

const transactionLimit = 25;

/** All or nothing: every condition is judged before anything is written, in one line of the journal. */
function transact(storage: Storage, body: JsonObject): Json | undefined {
  const parts = (name: string): readonly JsonObject[] => itemsOf(body[name]).filter(isJsonObject);
  const [sets, deletes, checks] = [parts('set'), parts('delete'), parts('check')];
  const all = [...sets, ...deletes, ...checks];
  if (all.length > transactionLimit) {
    throw new StorageProblem(
      'TRANSACTION_LIMIT',
      'A transaction takes at most 25 operations.',
      400,
    );
  }
  const spaceOf = (part: JsonObject): Space =>
    part['entityName'] === undefined ? plain : entityOf(storage, part);
  const ids = all.map((part) => idOf(spaceOf(part), keyOf(part)));
  if (new Set(ids).size < ids.length) {
    throw new StorageProblem('DUPLICATE_KEY', 'A key is used once in a transaction.', 400);
  }
  for (const part of all) {
    const item = find(storage, spaceOf(part), keyOf(part));
    if (!matchesAll(item?.value, part['conditions'])) {
      throw new StorageProblem('CONDITIONAL_CHECK_FAILED', 'A condition does not hold.', 409);
    }
  }
  storage.store.commit([
    ...sets.map((part) => putEntry(newItem(storage, part, spaceOf(part)))),
    ...deletes.map((part): Entry => ({ op: 'delete-item', id: idOf(spaceOf(part), keyOf(part)) })),
  ]);
  return undefined;
}
