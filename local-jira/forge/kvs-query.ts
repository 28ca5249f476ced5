import { isJsonObject, type Json, type JsonObject } from '../../src/domain/use-case/json';
import type { StoredItem } from '../jira/state';
import { itemsOf, textOfJson } from '../json-text';
import { own } from '../own';
import { StorageProblem } from './kvs-limits';
import type { EntityDefinition } from './manifest';

/** One of Forge's tables says 100, another "below 100": the stricter one counts. */
const largestPage = 99;
const usualPage = 10;

/** Plain keys that begin with a prefix, in order. */
export function queryKeys(items: readonly StoredItem[], body: JsonObject): Json {
  const { where } = body;
  const conditions = itemsOf(where).filter(isJsonObject);
  if (conditions.length > 1) {
    throw new StorageProblem('QUERY_WHERE_INVALID', 'A query has one condition.', 400);
  }
  const [condition] = conditions;
  if (condition !== undefined && condition['property'] !== 'key') {
    throw new StorageProblem('QUERY_WHERE_FIELD_INVALID', 'A query filters by key.', 400);
  }
  const matching = items.filter(({ key }) => condition === undefined || holds(key, condition));
  return pageOf(
    sortedBy(matching, ({ key }) => [key], false),
    body,
    body['after'],
  );
}

/** Entities of an index: its partition by equality, its range by a condition, then filters. */
export function queryEntities(
  items: readonly StoredItem[],
  definition: EntityDefinition | undefined,
  body: JsonObject,
): Json {
  const { partition, range, filters, sort, indexName } = body;
  const index = indexOf(definition, indexName);
  const values = itemsOf(partition);
  const matching = items
    .filter(({ value }) => index.partition.every((name, at) => read(value, name) === values[at]))
    .filter(
      ({ key, value }) =>
        !isJsonObject(range) || holds(index.byKey ? key : read(value, index.range[0] ?? ''), range),
    )
    .filter(({ value }) => matchesAll(value, filters));
  const order = ({ key, value }: StoredItem): readonly (Json | undefined)[] =>
    index.byKey ? [key] : [...index.range.map((name) => read(value, name)), key];
  return pageOf(sortedBy(matching, order, sort === 'DESC'), body, body['cursor']);
}

type Index = {
  readonly byKey: boolean;
  readonly partition: readonly string[];
  readonly range: readonly string[];
};

function indexOf(definition: EntityDefinition | undefined, name: Json | undefined): Index {
  if (name === 'by-key') return { byKey: true, partition: [], range: [] };
  const found = definition?.indexes.find((index) =>
    typeof index === 'string' ? index === name : index.name === name,
  );
  if (found === undefined) {
    throw new StorageProblem(
      'INVALID_INDEX',
      `No index "${textOfJson(name)}" in manifest.yml.`,
      400,
    );
  }
  if (typeof found === 'string') return { byKey: false, partition: [], range: [found] };
  return { byKey: false, partition: found.partition, range: found.range };
}

/** Whether a value meets the conditions of a filter, all of them or any. No filter holds always. */
export function matchesAll(value: Json | undefined, filter: Json | undefined): boolean {
  if (!isJsonObject(filter)) return true;
  const { and, or } = filter;
  const meets = (condition: Json): boolean =>
    isJsonObject(condition) && holds(read(value, textOfJson(condition['property'])), condition);
  return or === undefined ? itemsOf(and).every(meets) : itemsOf(or).some(meets);
}

function read(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) ? value[name] : undefined;
}

type Test = (held: Json | undefined, values: readonly Json[]) => boolean;

const contains: Test = (held, [part = null]) =>
  typeof held === 'string'
    ? held.includes(textOfJson(part))
    : Array.isArray(held) && held.includes(part);

const tests: Readonly<Record<string, Test>> = {
  EQUAL_TO: (held, [value]) => held === value,
  NOT_EQUAL_TO: (held, [value]) => held !== value,
  BEGINS_WITH: (held, [value]) => textOfJson(held).startsWith(textOfJson(value)),
  CONTAINS: contains,
  NOT_CONTAINS: (held, values) => !contains(held, values),
  EXISTS: (held) => held !== undefined,
  NOT_EXISTS: (held) => held === undefined,
  GREATER_THAN: (held, [value]) => order(held, value) > 0,
  GREATER_THAN_EQUAL_TO: (held, [value]) => order(held, value) >= 0,
  LESS_THAN: (held, [value]) => order(held, value) < 0,
  LESS_THAN_EQUAL_TO: (held, [value]) => order(held, value) <= 0,
  BETWEEN: (held, [from, to]) => order(held, from) >= 0 && order(held, to) <= 0,
};

function holds(held: Json | undefined, { condition, values }: JsonObject): boolean {
  const test = own(tests, textOfJson(condition));
  if (test === undefined) {
    throw new StorageProblem(
      'INVALID_FILTER_CONDITION',
      `No condition ${textOfJson(condition)}.`,
      400,
    );
  }
  return test(held, itemsOf(values));
}

/** Negative, zero or positive; values of different types have no order and compare as NaN. */
function order(left: Json | undefined, right: Json | undefined): number {
  const none = left === undefined || left === null || right === undefined || right === null;
  if (none || typeof left !== typeof right) return Number.NaN;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function sortedBy(
  items: readonly StoredItem[],
  keys: (item: StoredItem) => readonly (Json | undefined)[],
  descending: boolean,
): readonly StoredItem[] {
  return [...items].sort((left, right) => {
    const others = keys(right);
    const results = keys(left).map((key, at) => order(key, others[at]));
    const decided = results.find((result) => !Number.isNaN(result) && result !== 0) ?? 0;
    return descending ? -decided : decided;
  });
}

/** Behind the item that the last page ended with; at its place, if it is gone meanwhile. */
function placeAfter(items: readonly StoredItem[], cursor: string): number {
  const refused = new StorageProblem('INVALID_CURSOR', 'The cursor is not one of ours.', 400);
  let read: Json;
  try {
    read = JSON.parse(cursor) as Json;
  } catch {
    throw refused;
  }
  if (!isJsonObject(read) || typeof read['at'] !== 'number') throw refused;
  const last = items.findIndex(({ key }) => key === read['after']);
  return last === -1 ? Math.max(0, read['at'] - 1) : last + 1;
}

function pageOf(items: readonly StoredItem[], body: JsonObject, after: Json | undefined): Json {
  const limit = typeof body['limit'] === 'number' ? body['limit'] : usualPage;
  if (limit > largestPage || limit < 1) {
    throw new StorageProblem('LIST_QUERY_LIMIT_EXCEEDED', 'A page has 1 to 99 items.', 400);
  }
  const start = after === undefined ? 0 : placeAfter(items, textOfJson(after));
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  const more = start + page.length < items.length && last !== undefined;
  return {
    data: page.map(({ key, value }) => ({ key, value })),
    ...(more && { cursor: JSON.stringify({ after: last.key, at: start + page.length }) }),
  };
}
