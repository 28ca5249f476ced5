import { Filter, FilterConditions, kvs, MetadataField, Sort, WhereConditions } from '@forge/kvs';

type Score = { readonly issue: string; readonly team: string; readonly points: number };

const scores = () => kvs.entity<Score>('score');

/** The code that the platform gave, of something that must fail. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

async function fill(): Promise<void> {
  const rows = [
    ['a', 'data', 3],
    ['b', 'data', 8],
    ['c', 'media', 5],
    ['d', 'data', 13],
  ] as const;
  for (const [issue, team, points] of rows) await scores().set(issue, { issue, team, points });
}

/** Every use of @forge/kvs that local Jira answers, by name. */
export const storageCalls: Readonly<Record<string, () => Promise<unknown>>> = {
  plain: async () => {
    const before = (await kvs.get('view:1')) ?? 'nothing';
    await kvs.set('view:1', { name: 'Mine' });
    const after = await kvs.get('view:1');
    const told = await kvs.get('view:1', { metadataFields: [MetadataField.CREATED_AT] });
    await kvs.delete('view:1');
    return { before, after, told, gone: (await kvs.get('view:1')) ?? 'nothing' };
  },
  policies: async () => {
    await kvs.set('once', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
    const twice = await codeOf(kvs.set('once', 2, { keyPolicy: 'FAIL_IF_EXISTS' }));
    const previous = await kvs.set('once', 3, { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' });
    const latest = await kvs.set('once', 4, { keyPolicy: 'OVERRIDE', returnValue: 'LATEST' });
    return { twice, previous, latest };
  },
  secrets: async () => {
    await kvs.setSecret('token', 'hidden');
    const [secret, plain] = [await kvs.getSecret('token'), await kvs.get('token')];
    await kvs.deleteSecret('token');
    return { secret, plain: plain ?? 'nothing', gone: (await kvs.getSecret('token')) ?? 'nothing' };
  },
  keys: async () => {
    for (const name of ['view:b', 'view:a', 'vote:a', 'view:c']) await kvs.set(name, name);
    const first = await kvs
      .query()
      .where('key', WhereConditions.beginsWith('view:'))
      .limit(2)
      .getMany();
    const second = await kvs
      .query()
      .where('key', WhereConditions.beginsWith('view:'))
      .limit(2)
      .cursor(first.nextCursor ?? '')
      .getMany();
    return [first, second].map(({ results }) => results.map(({ key }) => key));
  },
  entities: async () => {
    await fill();
    const inTeam = await scores()
      .query()
      .index('by-team', { partition: ['data'] })
      .where(WhereConditions.greaterThan(3))
      .sort(Sort.DESC)
      .getMany();
    const filtered = await scores()
      .query()
      .index('points')
      .filters(
        new Filter<Score>()
          .or('team', FilterConditions.equalTo('media'))
          .or('issue', FilterConditions.beginsWith('a')),
      )
      .getMany();
    const one = await scores().get('b');
    await scores().delete('b');
    const keys = ({ results }: { results: readonly { key: string }[] }) =>
      results.map(({ key }) => key);
    return {
      inTeam: keys(inTeam),
      filtered: keys(filtered),
      one,
      gone: (await scores().get('b')) ?? 'nothing',
    };
  },
  transactions: async () => {
    await fill();
    const expected = (points: number) => ({
      entityName: 'score',
      conditions: new Filter<Score>().and('points', FilterConditions.equalTo(points)),
    });
    const next = (points: number): Score => ({ issue: 'a', team: 'data', points });
    const lost = await codeOf(
      kvs.transact().set('plain', 1).set('a', next(4), expected(99)).execute(),
    );
    const afterLost = [await scores().get('a'), (await kvs.get('plain')) ?? 'nothing'];
    await kvs
      .transact()
      .set('plain', 1)
      .set('a', next(4), expected(3))
      .delete('d', { entityName: 'score' })
      .check('c', expected(5))
      .execute();
    const gone = (await scores().get('d')) ?? 'nothing';
    return { lost, afterLost, won: await scores().get('a'), plain: await kvs.get('plain'), gone };
  },
  batches: async () => {
    const set = await kvs.batchSet([
      { key: 'x', value: 1 },
      { key: '', value: 2 },
    ]);
    const got = await kvs.batchGet([{ key: 'x' }, { key: 'y' }]);
    const gone = await kvs.batchDelete([{ key: 'x' }]);
    return { set, got, gone };
  },
  limits: async () => ({
    key: await codeOf(kvs.set('k'.repeat(501), 1)),
    characters: await codeOf(kvs.set('a/b', 1)),
    empty: await codeOf(kvs.get('')),
    size: await codeOf(kvs.set('big', 'x'.repeat(240 * 1024))),
    depth: await codeOf(kvs.set('deep', JSON.parse('['.repeat(33) + ']'.repeat(33)) as object)),
    type: await codeOf(scores().set('t', { issue: 'a', team: 'b', points: 'many' as never })),
    entity: await codeOf(kvs.entity('unknown').get('a')),
  }),
  expiring: async () => {
    await kvs.set('soon', 1, { keyPolicy: 'OVERRIDE', ttl: { value: 1, unit: 'HOURS' } });
    return kvs.get('soon');
  },
  expired: async () => (await kvs.get('soon')) ?? 'nothing',
};
