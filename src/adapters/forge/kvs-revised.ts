import { Filter, FilterConditions, kvs } from '@forge/kvs';

/** A value that counts its changes, so that one can be made on condition that none came between. */
type Revised = { readonly rev: number };

/** Changes values all together, on condition that each is still at the `rev` that was seen. */
export async function changeWhileSame(
  entityName: string,
  changes: readonly { readonly key: string; readonly seen: number; readonly next: Revised }[],
): Promise<void> {
  const transaction = kvs.transact();
  for (const { key, seen, next } of changes) {
    const conditions = new Filter<Revised>().and('rev', FilterConditions.equalTo(seen));
    transaction.set(key, next, { entityName, conditions });
  }
  await transaction.execute();
}

/** Makes a value on condition that there is none: a condition on a missing key is not documented. */
export async function makeNew(entityName: string, key: string, next: Revised): Promise<void> {
  await kvs.entity<Revised>(entityName).set(key, next, { keyPolicy: 'FAIL_IF_EXISTS' });
}
