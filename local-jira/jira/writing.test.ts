import type { Json, JsonObject } from '../../src/domain/use-case/json';
import { aLocalRest, type LocalRest } from '../../test/builders/local-rest';

const send = async (
  local: LocalRest,
  method: string,
  path: string,
  body?: Json,
  role = 'editor',
) => {
  const answer = await local.as(role as 'editor', null)(`/rest/api/3${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const read = text === '' ? null : (JSON.parse(text) as Record<string, unknown>);
  return { status: answer.status, body: read, headers: answer.headers };
};

type Issue = {
  readonly key: string;
  readonly fields: Record<string, unknown>;
  readonly changelog: {
    readonly histories: readonly { items: readonly Record<string, unknown>[]; author: object }[];
  };
};

const read = async (local: LocalRest, key: string): Promise<Issue> =>
  (await send(local, 'GET', `/issue/${key}?expand=changelog`)).body as unknown as Issue;

const create = async (local: LocalRest, fields: JsonObject, more: object = {}): Promise<string> => {
  const base = { project: { key: 'CDP' }, issuetype: { name: 'Story' }, summary: 'New' };
  const answer = await send(local, 'POST', '/issue', { fields: { ...base, ...fields }, ...more });
  expect(answer.status).toBe(201);
  return (answer.body as { key: string }).key;
};

const document = (text: string): Json => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

describe('creating', () => {
  it('sets what it is told, and the rest as a new issue has it', async () => {
    const local = aLocalRest();
    const key = await create(
      local,
      { summary: 'All of it', parent: { key: 'CDP-2' }, labels: ['a', 'b'], customfield_10026: 5 },
      { properties: [{ key: 'mine', value: { n: 1 } }] },
    );
    expect((await read(local, key)).fields).toMatchObject({
      summary: 'All of it',
      parent: { key: 'CDP-2' },
      labels: ['a', 'b'],
      customfield_10026: 5,
      status: { name: 'To do' },
      priority: { name: 'Medium' },
      creator: { displayName: 'Mira Vos' },
      assignee: null,
      resolution: null,
    });
    expect((await send(local, 'GET', `/issue/${key}/properties/mine`)).body).toEqual({
      key: 'mine',
      value: { n: 1 },
    });
  });

  it('never gives a key twice', async () => {
    const local = aLocalRest();
    const first = await create(local, {});
    await send(local, 'DELETE', `/issue/${first}`);
    expect(await create(local, {})).not.toBe(first);
  });

  it('uses the types, statuses and estimate of a team-managed project', async () => {
    const local = aLocalRest();
    const key = await create(local, {
      project: { key: 'SHOP' },
      issuetype: { name: 'Subtask' },
      parent: { key: 'SHOP-5' },
      customfield_10016: 2,
    });
    const { fields } = await read(local, key);
    expect(fields).toMatchObject({
      issuetype: { subtask: true, scope: { type: 'PROJECT', project: { id: '10001' } } },
      status: { scope: { type: 'PROJECT', project: { id: '10001' } } },
      customfield_10016: 2,
    });
    expect(fields).not.toHaveProperty('customfield_10026');
  });
});

describe('changing', () => {
  it('writes a history that tells each field from what to what', async () => {
    const local = aLocalRest();
    const key = await create(local, { labels: ['old'] });
    await send(local, 'PUT', `/issue/${key}`, {
      fields: { summary: 'Newer', customfield_10026: 8, parent: { key: 'CDP-2' } },
      update: { labels: [{ add: 'new' }, { remove: 'old' }] },
    });
    const { changelog } = await read(local, key);
    expect(changelog.histories).toHaveLength(1);
    expect(changelog.histories[0]?.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'summary', fromString: 'New', toString: 'Newer' }),
        expect.objectContaining({ field: 'labels', fromString: 'old', toString: 'new' }),
        expect.objectContaining({ field: 'Story Points', fieldtype: 'custom', toString: '8' }),
        expect.objectContaining({ field: 'IssueParentAssociation', toString: 'CDP-2' }),
      ]) as unknown,
    );
  });

  it('writes nothing where nothing changes', async () => {
    const local = aLocalRest();
    const before = await read(local, 'CDP-14');
    await send(local, 'PUT', '/issue/CDP-14', {
      fields: { summary: before.fields['summary'] as string },
    });
    expect(await read(local, 'CDP-14')).toEqual(before);
  });

  it('resolves what is done and takes it up again', async () => {
    const local = aLocalRest();
    const key = await create(local, {});
    await send(local, 'POST', `/issue/${key}/transitions`, { transition: { id: '41' } });
    expect((await read(local, key)).fields).toMatchObject({ resolution: { name: 'Done' } });
    await send(local, 'POST', `/issue/${key}/transitions`, {
      transition: { id: '11' },
      fields: { customfield_10026: 1 },
      update: { comment: [{ add: { body: document('Not yet') } }] },
    });
    expect((await read(local, key)).fields).toMatchObject({
      resolution: null,
      resolutiondate: null,
      customfield_10026: 1,
      comment: { total: 1 },
    });
  });

  it('keeps the security of an issue to its holders', async () => {
    const local = aLocalRest();
    const key = await create(local, {});
    const admin = (method: string, path: string, body?: Json) =>
      send(local, method, path, body, 'admin');
    await admin('PUT', `/issue/${key}`, { fields: { security: { id: '10100' } } });
    expect((await send(local, 'GET', `/issue/${key}`)).status).toBe(404);
    expect((await admin('GET', `/issue/${key}`)).status).toBe(200);
    await admin('PUT', `/issue/${key}`, { fields: { security: null } });
    expect((await send(local, 'GET', `/issue/${key}`)).status).toBe(200);
  });

  it('moves the last change of an issue when it is spoken of or linked', async () => {
    let now = Date.UTC(2026, 10, 23);
    const local = aLocalRest({ clock: () => now });
    const updated = () => read(local, 'CDP-9').then(({ fields }) => fields['updated']);
    await send(local, 'POST', '/issue/CDP-9/comment', { body: document('A word') });
    expect(await updated()).toBe('2026-11-23T00:00:00.000+0000');
    now += 60_000;
    await send(local, 'POST', '/issueLink', {
      type: { name: 'Relates' },
      inwardIssue: { key: 'CDP-9' },
      outwardIssue: { key: 'CDP-10' },
    });
    expect(await updated()).toBe('2026-11-23T00:01:00.000+0000');
  });

  it('takes comments and update verbs on creation too', async () => {
    const local = aLocalRest();
    const update = { labels: [{ add: 'x' }], comment: [{ add: { body: document('First') } }] };
    const key = await create(local, {}, { update });
    expect((await read(local, key)).fields).toMatchObject({ labels: ['x'], comment: { total: 1 } });
  });

  it('links two issues once, and none to itself', async () => {
    const local = aLocalRest();
    const link = (inward: string, outward: string) =>
      send(local, 'POST', '/issueLink', {
        type: { name: 'Blocks' },
        inwardIssue: { key: inward },
        outwardIssue: { key: outward },
      });
    await link('CDP-20', 'CDP-21');
    await link('CDP-20', 'CDP-21');
    expect((await read(local, 'CDP-20')).fields['issuelinks']).toHaveLength(1);
    expect((await link('CDP-20', 'CDP-20')).status).toBe(400);
  });

  it('tells each change once, however often an issue is named', async () => {
    const local = aLocalRest();
    const ids = async (...issueIdsOrKeys: readonly string[]) => {
      const { body } = await send(local, 'POST', '/changelog/bulkfetch', { issueIdsOrKeys });
      const [log] = (body as { issueChangeLogs: { changeHistories: { id: string }[] }[] })
        .issueChangeLogs;
      return log?.changeHistories.map(({ id }) => id);
    };
    expect(await ids('CDP-14', '20014', 'CDP-14')).toEqual(await ids('CDP-14'));
  });

  it('tells of a link that was made and taken away in the history of both issues', async () => {
    const local = aLocalRest();
    const [one, two] = [await create(local, {}), await create(local, {})];
    await send(local, 'POST', '/issueLink', {
      type: { name: 'Blocks' },
      inwardIssue: { key: one },
      outwardIssue: { key: two },
    });
    const links = (await read(local, one)).fields['issuelinks'] as readonly { id: string }[];
    await send(local, 'DELETE', `/issueLink/${links[0]?.id ?? ''}`);
    const items = (await read(local, two)).changelog.histories.flatMap((each) => each.items);
    expect(items).toEqual([
      expect.objectContaining({ fromString: `This issue is blocked by ${one}`, toString: null }),
      expect.objectContaining({ fromString: null, toString: `This issue is blocked by ${one}` }),
    ]);
  });

  it('lets people change their own comments only', async () => {
    const local = aLocalRest();
    const path = '/issue/CDP-14/comment';
    const { body } = await send(local, 'POST', path, { body: document('Mine') }, 'reader');
    const own = `${path}/${(body as { id: string }).id}`;
    const change = { body: document('Changed') };
    expect((await send(local, 'PUT', own, change)).status).toBe(400);
    expect((await send(local, 'DELETE', own)).status).toBe(400);
    const nothing = { body: { type: 'doc', version: 1, content: [] } };
    expect((await send(local, 'PUT', own, nothing, 'reader')).status).toBe(400);
    expect((await send(local, 'PUT', own, change, 'reader')).status).toBe(200);
    expect((await send(local, 'DELETE', own, undefined, 'admin')).status).toBe(204);
  });

  it('deletes an issue with its links, and leaves its children without a parent', async () => {
    const local = aLocalRest();
    const epic = await create(local, { issuetype: { name: 'Epic' } });
    const child = await create(local, { parent: { key: epic } });
    await send(local, 'POST', '/issueLink', {
      type: { name: 'Relates' },
      inwardIssue: { key: epic },
      outwardIssue: { key: 'CDP-9' },
    });
    const linked = () => read(local, 'CDP-9').then(({ fields }) => fields['issuelinks']);
    expect(await linked()).toHaveLength(1);
    await send(local, 'DELETE', `/issue/${epic}`);
    expect(await linked()).toEqual([]);
    expect((await read(local, child)).fields['parent']).toBeNull();
  });
});

describe('writes in bulk', () => {
  const idsOf = (local: LocalRest, ...keys: readonly string[]): number[] =>
    keys.map((key) => Number(local.place(key).issue));

  it('set several properties of several issues, all or none', async () => {
    const local = aLocalRest();
    const body = { entitiesIds: idsOf(local, 'CDP-8', 'CDP-9'), properties: { a: 1, b: { c: 2 } } };
    expect((await send(local, 'POST', '/issue/properties', body)).status).toBe(303);
    expect((await send(local, 'GET', '/issue/CDP-9/properties/b')).body).toMatchObject({
      value: { c: 2 },
    });
    const hidden = { ...body, entitiesIds: idsOf(local, 'CDP-10', 'CDP-119') };
    const refused = await send(local, 'POST', '/issue/properties', hidden);
    const path = new URL(refused.headers.get('location') ?? '').pathname.replace('/rest/api/3', '');
    expect((await send(local, 'GET', path)).body).toMatchObject({ status: 'FAILED' });
    expect((await send(local, 'GET', '/issue/CDP-10/properties/a')).status).toBe(404);
  });

  it('set properties issue by issue, leaving out what may not be edited', async () => {
    const local = aLocalRest();
    const [seen, hidden] = idsOf(local, 'CDP-10', 'CDP-119');
    const issues = [seen, hidden].map((issueID) => ({
      issueID: issueID ?? 0,
      properties: { a: 1 },
    }));
    await send(local, 'POST', '/issue/properties/multi', { issues });
    expect((await send(local, 'GET', '/issue/CDP-10/properties/a')).status).toBe(200);
    const { issueProperties } = local.store.state();
    expect(issueProperties[String(hidden)]).not.toHaveProperty('a');
  });

  it('delete a property where its value is the one seen', async () => {
    const local = aLocalRest();
    const entityIds = idsOf(local, 'CDP-8', 'CDP-9');
    await send(local, 'PUT', '/issue/CDP-8/properties/a', 1);
    await send(local, 'PUT', '/issue/CDP-9/properties/a', 2);
    await send(local, 'DELETE', '/issue/properties/a', { entityIds, currentValue: 1 });
    expect((await send(local, 'GET', '/issue/CDP-8/properties/a')).status).toBe(404);
    expect((await send(local, 'GET', '/issue/CDP-9/properties/a')).status).toBe(200);
  });

  it('are refused while another one waits on the same issues', async () => {
    const local = aLocalRest({ taskDelaySeconds: 60 });
    const body = { entitiesIds: idsOf(local, 'CDP-8'), properties: { a: 1 } };
    const first = await send(local, 'POST', '/issue/properties', body);
    expect(first.status).toBe(303);
    expect((await send(local, 'POST', '/issue/properties', body)).status).toBe(409);
    const task = new URL(first.headers.get('location') ?? '').pathname.replace('/rest/api/3', '');
    expect((await send(local, 'GET', task)).body).toMatchObject({
      status: 'ENQUEUED',
      progress: 0,
    });
    expect((await send(local, 'GET', task, undefined, 'admin')).status).toBe(403);
  });

  it.each([
    ['no property', {}],
    ['more than ten', Object.fromEntries('abcdefghijk'.split('').map((key) => [key, 1]))],
    ['one too large', { a: 'x'.repeat(32_767) }],
  ])('refuse %s', async (_name, properties) => {
    const body = { entitiesIds: [20008], properties } as Json;
    expect((await send(aLocalRest(), 'POST', '/issue/properties', body)).status).toBe(400);
  });
});
