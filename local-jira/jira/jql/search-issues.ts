import type { OrderByField } from '@atlaskit/jql-ast';
import type { Call } from '../operation';
import { seesIssue } from '../permissions';
import type { Issue } from '../state';
import { compile } from './compile';
import { findField } from './find-field';
import { noOrder } from './jql-problems';
import type { JqlWorld } from './jql-world';
import type { ParsedJql } from './parse-jql';

type Searching = Pick<Call, 'store' | 'index' | 'indexedProperties' | 'clock' | 'identity'>;

/** The world as the search index knows it; issues named in `reconcile` are as they are now. */
export function indexedWorld(call: Searching, reconcile: readonly string[]): JqlWorld {
  return {
    state: call.index.read(reconcile),
    accountId: call.identity.accountId,
    now: call.clock(),
    indexedProperties: call.indexedProperties,
  };
}

/** The issues that answer a query and that the person sees, sorted, as they are now. */
export function searchIssues(
  call: Searching,
  query: ParsedJql,
  reconcile: readonly string[],
): readonly Issue[] {
  const world = indexedWorld(call, reconcile);
  const current = call.store.state();
  const matches = query.where ? compile(world, query.where) : () => true;
  const order = comparator(world, query.orderBy?.fields ?? []);
  return Object.values(world.state.issues)
    .filter(matches)
    .sort(order)
    .flatMap(({ id }) => current.issues[id] ?? [])
    .filter((issue) => seesIssue(current, world.accountId, issue));
}

/** Sorts by several fields; issues without a value come last; the newest first where all are equal. */
function comparator(
  world: JqlWorld,
  fields: readonly OrderByField[],
): (left: Issue, right: Issue) => number {
  const orders = fields.map(({ field, direction }) => {
    const { sortKey } = findField(world, field);
    if (sortKey === undefined) throw noOrder(field.text);
    const keys = new Map<string, string | number | null>();
    const read = sortKey(world);
    const keyOf = (issue: Issue): string | number | null => {
      const known = keys.get(issue.id);
      if (known !== undefined) return known;
      const key = read(issue);
      keys.set(issue.id, key);
      return key;
    };
    const sign = direction?.value.toLowerCase() === 'desc' ? -1 : 1;
    return (left: Issue, right: Issue): number => compareKeys(keyOf(left), keyOf(right), sign);
  });
  return (left, right) => {
    for (const order of orders) {
      const result = order(left, right);
      if (result !== 0) return result;
    }
    return Number(right.id) - Number(left.id);
  };
}

function compareKeys(
  left: string | number | null,
  right: string | number | null,
  sign: number,
): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -sign : sign;
}
