import { ask } from '../../test/builders/ask';
import { aLocalRest } from '../../test/builders/local-rest';

const story = (fields: object) => ({
  fields: { project: { key: 'CDP' }, issuetype: { name: 'Story' }, summary: 'A story', ...fields },
});
const odd: readonly (readonly [string, string, number, unknown?])[] = [
  ['GET', '/project/constructor', 404],
  ['GET', '/project/__proto__', 404],
  ['GET', '/project/search?action=constructor', 400],
  ['GET', '/issue/%', 404],
  ['GET', '/issue/%E0%A4%A', 404],
  ['GET', '/issue/CDP-14/properties/constructor', 404],
  ['DELETE', '/issue/CDP-14/properties/toString', 404],
  ['DELETE', '/issueLink/constructor', 404],
  [
    'POST',
    '/permissions/check',
    400,
    { projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: ['constructor'] }] },
  ],
  ['POST', '/permissions/project', 400, { permissions: [] }],
  ['POST', '/issue', 400, story({ project: { key: 'constructor' } })],
  ['DELETE', '/issue/properties/pp', 400, ['20020']],
  ['DELETE', '/issue/properties/pp', 400, { entitiesIds: ['20020'] }],
  ['DELETE', '/issue/properties/pp', 400, { entityIds: 5 }],
  ['PUT', '/issue/CDP-14', 400, { fields: { assignee: 'mira' } }],
  ['PUT', '/issue/CDP-14', 400, { fields: { duedate: '2026-02-31' } }],
  ['PUT', '/issue/CDP-14', 400, { fields: { labels: [''] } }],
  ['PUT', '/issue/CDP-14', 400, { update: { labels: 'x' } }],
  ['PUT', '/issue/CDP-14', 501, { update: { issuelinks: [{ add: {} }] } }],
  ['PUT', '/issue/CDP-14', 400, { properties: [{ value: 1 }] }],
  ['PUT', '/issue/CDP-14', 400, { fields: { issuetype: { name: 'Epic' } } }],
  ['PUT', '/issue/CDP-17', 400, { fields: { issuetype: { name: 'Sub-task' } } }],
  ['POST', '/issue/CDP-14/comment', 400, { body: { type: 'doc', version: 1, content: [] } }],
];

describe('an odd request', () => {
  it.each(odd.map(([method, path, status, body]) => ({ method, path, status, body })))(
    '$method $path is answered $status',
    async ({ method, path, status, body }) => {
      expect((await ask(aLocalRest(), { method, path, body })).status).toBe(status);
    },
  );

  it('a property called __proto__ among others', async () => {
    const raw = '{"entitiesIds":[20020],"properties":{"a":1,"__proto__":{"b":1}}}';
    const answer = await ask(aLocalRest(), { method: 'POST', path: '/issue/properties', raw });
    expect(answer.status).toBe(400);
  });

  it.each([
    ['a field called __proto__', '{"fields":{"__proto__":{"a":1}}}'],
    ['an estimate without end', '{"fields":{"customfield_10026":1e999}}'],
  ])('%s', async (_name, raw) => {
    const answer = await ask(aLocalRest(), { method: 'PUT', path: '/issue/CDP-14', raw });
    expect(answer.status).toBe(400);
  });

  it('a value that is nested without end', async () => {
    const local = aLocalRest();
    const raw = `${'['.repeat(9_000)}${']'.repeat(9_000)}`;
    const put = { method: 'PUT', path: '/issue/CDP-14/properties/x', raw };
    // How deep is too deep is the engine's; that it is answered and logged is ours.
    expect([201, 400]).toContain((await ask(local, put)).status);
    expect(local.rest.log.all()).toHaveLength(1);
  });

  it('an assignment by who may not assign', async () => {
    const local = aLocalRest();
    const permission = 'ASSIGN_ISSUES';
    local.store.commit({ op: 'grant', projectId: '10000', permission, accountIds: [] });
    const fields = { assignee: { accountId: local.person('editor').accountId } };
    const edit = { method: 'PUT', path: '/issue/CDP-14', body: { fields } };
    expect((await ask(local, edit)).status).toBe(400);
  });

  it('a parent that the person does not see', async () => {
    const local = aLocalRest();
    const [secret] = local.store.state().securityLevels;
    const epic = Object.values(local.store.state().issues).find(({ key }) => key === 'CDP-2');
    if (epic === undefined) throw new Error('no CDP-2');
    const issue = { ...epic, securityLevelId: secret?.id ?? null };
    local.store.commit({ op: 'put-issue', issue });
    const edit = {
      method: 'PUT',
      path: '/issue/CDP-22',
      body: { fields: { parent: { key: 'CDP-2' } } },
    };
    expect((await ask(local, edit)).status).toBe(400);
  });

  it('roles of a project, to who does not administer it', async () => {
    expect((await ask(aLocalRest(), { path: '/project/CDP/role' })).status).toBe(404);
    const stranger = await ask(aLocalRest(), { role: 'stranger', path: '/status' });
    const names = stranger.body as unknown as readonly { scope?: object }[];
    expect(names.filter(({ scope }) => scope !== undefined)).toEqual([]);
  });
});
