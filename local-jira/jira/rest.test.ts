import { aLocalRest } from '../../test/builders/local-rest';

const json = async (response: { json: () => Promise<unknown>; status: number }) => ({
  status: response.status,
  body: await response.json(),
});

const issuePath = '/rest/api/3/issue/CDP-14';
const propertyPath = `${issuePath}/properties/x`;

describe('Jira REST', () => {
  it('answers a route that it does not know with 501, by name', async () => {
    const { status, body } = await json(await aLocalRest().as('editor')('/rest/api/3/dashboard'));
    expect(status).toBe(501);
    expect(body).toMatchObject({
      errorMessages: [expect.stringContaining('GET /rest/api/3/dashboard')],
    });
  });

  it.each([
    ['an unknown issue', 'editor', '/rest/api/3/issue/CDP-999', 404],
    ['an issue that may not be seen', 'stranger', issuePath, 404],
    ['an unknown project', 'editor', '/rest/api/3/project/NOPE', 404],
    ['an unknown property', 'editor', propertyPath, 404],
    ['an unknown task', 'editor', '/rest/api/3/task/1', 404],
    ['an unknown permission', 'editor', '/rest/api/3/mypermissions?permissions=FLY', 400],
    ['no permission asked for', 'editor', '/rest/api/3/mypermissions', 400],
    ['nobody asked for', 'editor', '/rest/api/3/user/bulk', 400],
  ] as const)('answers %s in Jira’s error shape', async (_name, role, path, status) => {
    const answer = await json(await aLocalRest().as(role)(path));
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ errorMessages: [expect.any(String)], errors: {} });
  });

  it('refuses an app whose scopes do not reach', async () => {
    const answer = await json(await aLocalRest().as('editor', ['read:jira-user'])(issuePath));
    expect(answer).toEqual({
      status: 401,
      body: { code: 401, message: 'Unauthorized; scope does not match' },
    });
  });

  it('lets an ordinary client through without scopes', async () => {
    expect((await aLocalRest().as('editor', null)(issuePath)).status).toBe(200);
  });

  const put = (body: string) => ({ method: 'PUT' as const, body });

  it.each([
    ['not JSON', '{', 400],
    ['too long', JSON.stringify('x'.repeat(32_767)), 400],
    ['as long as it may be', JSON.stringify('x'.repeat(32_766)), 201],
  ])('judges a property value that is %s', async (_name, body, status) => {
    expect((await aLocalRest().as('editor')(propertyPath, put(body))).status).toBe(status);
  });

  it('lets a reader write nothing', async () => {
    expect((await aLocalRest().as('reader')(propertyPath, put('1'))).status).toBe(403);
  });

  it('lists, reads, replaces and deletes properties', async () => {
    const client = aLocalRest().as('editor', null);
    expect((await client(propertyPath, put('1'))).status).toBe(201);
    expect((await client(propertyPath, put('2'))).status).toBe(200);
    expect(await json(await client(propertyPath))).toEqual({
      status: 200,
      body: { key: 'x', value: 2 },
    });
    expect((await json(await client(`${issuePath}/properties`))).body).toMatchObject({
      keys: expect.arrayContaining([expect.objectContaining({ key: 'x' })]) as unknown,
    });
  });

  it.each([
    [
      'a filter that can match nothing',
      { value: 1, filter: { currentValue: 1, hasProperty: false } },
    ],
    ['no value', { filter: {} }],
    ['an expression', { expression: 'issue.id' }],
    ['a list', []],
  ])('refuses a bulk write with %s', async (_name, body) => {
    const answer = await aLocalRest().as('editor')(
      '/rest/api/3/issue/properties/x',
      put(JSON.stringify(body)),
    );
    expect(answer.status).toBe(400);
  });

  it('shows a task to the person who started it only', async () => {
    const local = aLocalRest();
    const body = JSON.stringify({ value: 1, filter: { entityIds: [20014] } });
    const answer = await local.as('editor')('/rest/api/3/issue/properties/x', put(body));
    const path = new URL(answer.headers.get('location') ?? '').pathname;
    expect((await local.as('editor')(path)).status).toBe(200);
    expect((await local.as('admin')(path)).status).toBe(403);
  });

  it('writes in bulk only where the person may edit', async () => {
    const local = aLocalRest();
    const body = JSON.stringify({ value: 1 });
    await local.as('reader')('/rest/api/3/issue/properties/x', put(body));
    const { issueProperties } = local.store.state();
    expect(Object.values(issueProperties).some((each) => 'x' in each)).toBe(false);
  });

  it('answers as a fault tells it to, before or after doing it', async () => {
    const local = aLocalRest();
    const client = local.as('editor');
    local.rest.faults.inject({
      operationId: 'setIssueProperty',
      when: 'before',
      status: 429,
      headers: { 'retry-after': '3' },
      times: 1,
    });
    const limited = await client(propertyPath, put('1'));
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '3']);
    expect((await client(propertyPath)).status).toBe(404);
    local.rest.faults.inject({
      operationId: 'setIssueProperty',
      when: 'after',
      status: 503,
      times: 1,
    });
    expect((await client(propertyPath, put('1'))).status).toBe(503);
    expect((await client(propertyPath)).status).toBe(200);
  });

  it('deletes an issue, and one with sub-tasks only when told so', async () => {
    const local = aLocalRest();
    const { rest, store } = local;
    const remove = (path: string) =>
      rest.fetch(new Request(`http://jira.test${path}`, { method: 'DELETE' }), {
        accountId: local.person('admin').accountId,
        via: 'client',
        scopes: null,
      });
    expect((await remove(issuePath)).status).toBe(400);
    expect((await remove(`${issuePath}?deleteSubtasks=true`)).status).toBe(204);
    expect(
      Object.values(store.state().issues).some(({ key }) => ['CDP-14', 'CDP-51'].includes(key)),
    ).toBe(false);
  });

  it('logs what was asked, by whom and through what', async () => {
    const local = aLocalRest();
    await local.as('reader')(issuePath);
    expect(local.rest.log.all()).toMatchObject([
      { method: 'GET', path: issuePath, operationId: 'getIssue', status: 200, via: 'function' },
    ]);
  });
});

describe('the retailer', () => {
  it('has at least thirty issues of mixed completeness, and no loose ends', () => {
    const state = aLocalRest().store.state();
    const issues = Object.values(state.issues);
    expect(issues.filter(({ projectId }) => projectId === '10000').length).toBeGreaterThanOrEqual(
      30,
    );
    for (const issue of issues) {
      expect(state.projects[issue.projectId]).toBeDefined();
      expect(state.issueTypes.some(({ id }) => id === issue.typeId)).toBe(true);
      expect(state.statuses.some(({ id }) => id === issue.statusId)).toBe(true);
      if (issue.parentId !== null) expect(state.issues[issue.parentId]).toBeDefined();
    }
  });
});
