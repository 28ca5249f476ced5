import { aLocalRest, type LocalRest } from '../../test/builders/local-rest';
import { locksOn, writePortsOn } from '../../test/builders/write-ports';
import { fingerprint } from '../domain/document/seal';
import { takenBy } from '../domain/document/write-lock';
import { createApp } from '../app';
import { northstarResolver } from './northstar';
import { call } from '../../test/builders/call-resolver';

const turnOff = {
  ...{ opId: 'turned-off', replaces: null },
  changes: [{ part: 'visibility', base: 'on', next: 'off' }],
};

const edit = {
  kind: 'useCase',
  edit: { opId: 'operation-1', changes: [{ field: 'who', base: '', next: 'shoppers' }] },
};

const stored = (local: LocalRest, key = 'CDP-8') =>
  local.store.state().issueProperties[local.place(key).issue]?.['northstarUseCase'];

describe('the calls of the surfaces, as four kinds of person', () => {
  it.each([
    ['editor', { ok: true, value: { state: 'saved' } }],
    ['admin', { ok: true, value: { state: 'saved' } }],
    ['reader', { ok: false, error: { code: 'may-not-edit' } }],
    ['stranger', { ok: false, error: { code: 'gone' } }],
  ] as const)('recordEdit as %s', async (role, expected) => {
    const local = aLocalRest();
    expect(await call(local, role, 'recordEdit', edit)).toMatchObject(expected);
    expect(stored(local) === undefined).toBe(!expected.ok);
  });

  it.each([
    ['editor', { ok: true, value: { state: 'saved' } }],
    ['admin', { ok: true, value: { state: 'saved' } }],
    ['reader', { ok: false, error: { code: 'may-not-edit' } }],
    ['stranger', { ok: false, error: { code: 'gone' } }],
  ] as const)('replaceRecord as %s', async (role, expected) => {
    const local = aLocalRest();
    const { issue } = local.place('CDP-8');
    local.store.commit({
      op: 'put-issue-property',
      issueIds: [issue],
      key: 'northstarUseCase',
      value: 'theirs',
    });
    const seen = fingerprint('theirs');
    const payload = { issue, kind: 'useCase', opId: 'operation-1', seen };
    expect(await call(local, role, 'replaceRecord', payload)).toMatchObject(expected);
    expect(stored(local) === 'theirs').toBe(!expected.ok);
  });

  it.each([
    ['admin', { ok: true, value: { state: 'saved', stored: { visibility: 'off' }, clashes: [] } }],
    ['editor', { ok: false, error: { code: 'may-not-administer' } }],
    ['reader', { ok: false, error: { code: 'may-not-administer' } }],
    ['stranger', { ok: false, error: { code: 'gone' } }],
  ] as const)('changeSettings as %s', async (role, expected) => {
    const local = aLocalRest();
    const result = await call(local, role, 'changeSettings', turnOff);
    expect(result).toMatchObject(expected);
    const { project } = local.place('CDP-8');
    const settings = local.store.state().projectProperties[project]?.['northstarSettings'];
    const by = local.person(role).accountId;
    if (expected.ok)
      expect(settings).toMatchObject({ rev: 1, changes: [{ by, parts: ['visibility'] }] });
    else expect(settings).toBeUndefined();
  });

  it.each([
    ['editor', { ok: true, value: { state: 'saved' } }],
    ['admin', { ok: true, value: { state: 'saved' } }],
    ['reader', { ok: false, error: { code: 'may-not-edit' } }],
    ['stranger', { ok: false, error: { code: 'gone' } }],
  ] as const)('recordEditOf another issue as %s', async (role, expected) => {
    const local = aLocalRest();
    const { issue } = local.place('CDP-9');
    const result = await call(local, role, 'recordEditOf', { ...edit, issue });
    expect(result).toMatchObject(expected);
    expect(stored(local, 'CDP-9') === undefined).toBe(!expected.ok);
    expect(stored(local)).toBeUndefined();
  });

  const audience = { id: 'loyal', name: 'Loyal shoppers', rule: '' };
  const programme = {
    opId: 'operation-1',
    changes: [{ list: 'audiences', id: 'loyal', base: null, next: audience }],
  };

  it.each([
    ['admin', { ok: true, value: { clashes: [], failed: [] } }],
    ['editor', { ok: false, error: { code: 'may-not-administer' } }],
    ['reader', { ok: false, error: { code: 'may-not-administer' } }],
    ['stranger', { ok: false, error: { code: 'gone' } }],
  ] as const)('changeProgramme as %s', async (role, expected) => {
    const local = aLocalRest();
    const { project } = local.place('CDP-8');
    const key = 'northstarProgrammeReach';
    local.store.commit({ op: 'delete-project-property', projectId: project, key });
    expect(await call(local, role, 'changeProgramme', programme)).toMatchObject(expected);
    const reach = local.store.state().projectProperties[project]?.[key];
    if (expected.ok)
      expect(reach).toMatchObject({ schema: 1, rev: 1, audiences: [audience], channels: [] });
    else expect(reach).toBeUndefined();
  });

  it.each([
    [{ ...edit, issue: 'CDP-8' }, 'recordEditOf'],
    [{ issue: '1', kind: 'useCase' }, 'recordEditOf'],
    [{ changes: [] }, 'changeProgramme'],
    [{ list: 'nothing', name: 'x' }, 'propose'],
    [{ list: 'goals', name: ' ' }, 'propose'],
    [{ id: 'proposal-1' }, 'settleProposal'],
    [{ id: 'proposal-1', seen: { list: 'goals' }, accept: true }, 'settleProposal'],
    [{ changes: [{ list: 'nothing', id: 'a', base: null, next: null }] }, 'changeProgramme'],
    [{ changes: [{ text: 'nothing', base: '', next: 'a' }] }, 'changeProgramme'],
    [
      { changes: [{ list: 'goals', id: 'a', base: null, next: { id: 'b', name: 'B' } }] },
      'changeProgramme',
    ],
    [
      { changes: [{ list: 'goals', id: 'a', base: null, next: { id: 'a', name: ' ' } }] },
      'changeProgramme',
    ],
  ])('refuses %j to %s', async (payload, functionKey) => {
    const refused = { ok: false, error: { code: 'invalid-payload' } };
    expect(await call(aLocalRest(), 'admin', functionKey, payload)).toEqual(refused);
  });

  it.each([
    ['editor', true],
    ['admin', true],
    ['reader', true],
    ['stranger', false],
  ] as const)('propose and listProposals as %s', async (role, sees) => {
    const local = aLocalRest();
    const proposal = { list: 'audiences', name: `By ${role}` };
    const proposed = await call(local, role, 'propose', proposal);
    const listed = await call(local, role, 'listProposals', {});
    const expected = sees
      ? {
          ok: true,
          value: {
            proposals: expect.arrayContaining([
              expect.objectContaining({ name: proposal.name, by: local.person(role).accountId }),
            ]) as unknown,
          },
        }
      : { ok: false, error: { code: 'gone' } };
    expect(proposed).toMatchObject(expected);
    expect(listed).toMatchObject(expected);
  });

  it.each([
    ['reader', { code: 'may-not-administer' }],
    ['editor', { code: 'may-not-administer' }],
    ['stranger', { code: 'gone' }],
    ['admin', undefined],
  ] as const)('settleProposal as %s', async (role, error) => {
    const local = aLocalRest();
    const seen = { list: 'channels', name: 'Radio' };
    const { value } = (await call(local, 'editor', 'propose', seen)) as {
      readonly value: { readonly proposals: readonly { readonly id: string }[] };
    };
    const settled = await call(local, role, 'settleProposal', {
      ...{ id: value.proposals[0]?.id, seen, accept: true },
    });
    expect(settled).toMatchObject(error === undefined ? { ok: true } : { ok: false, error });
    const { project } = local.place('CDP-8');
    const reach = local.store.state().projectProperties[project]?.['northstarProgrammeReach'];
    expect(JSON.stringify(reach).includes('Radio')).toBe(error === undefined);
  });

  it.each([
    ['editor', { ok: true, value: { state: 'saved', stored: null } }],
    ['admin', { ok: true, value: { state: 'saved', stored: null } }],
    ['reader', { ok: false, error: { code: 'may-not-edit' } }],
    ['stranger', { ok: false, error: { code: 'gone' } }],
  ] as const)('removeRecord of another issue as %s', async (role, expected) => {
    const local = aLocalRest();
    const { issue } = local.place('CDP-14');
    const payload = {
      ...{ issue, document: 'useCase', opId: 'operation-1' },
      seen: fingerprint(stored(local, 'CDP-14') ?? null),
    };
    expect(await call(local, role, 'removeRecord', payload)).toMatchObject(expected);
    expect(stored(local, 'CDP-14') === undefined).toBe(expected.ok);
  });

  it.each([
    ['editor', 'taken'],
    ['admin', 'taken'],
    ['reader', 'may-not-edit'],
    ['stranger', 'may-not-edit'],
  ] as const)('takeMany and settleMany as %s', async (role, end) => {
    const local = aLocalRest();
    const { issue } = local.place('CDP-14');
    const place = { entity: 'issue', id: issue, key: 'northstarUseCase' } as const;
    const changes = [{ field: 'who', base: '', next: 'shoppers' }];
    const edits = [{ issue, opId: 'operation-1', changes }];
    const taken = await call(local, role, 'takeMany', { document: 'useCase', edits });
    expect(taken).toMatchObject({ ok: true, value: { issues: [{ issue, end }] } });
    expect(JSON.stringify(taken)).not.toContain('abandoned');
    const lock = await locksOn(local).get(place);
    expect(lock.ok && lock.value?.opId).toBe(end === 'taken' ? 'operation-1' : undefined);
    const remembered = ['operation-1'];
    const settled = { issue, opId: 'operation-1', fields: ['who'], remembered };
    await call(local, role, 'settleMany', { document: 'useCase', issues: [settled] });
    const after = await locksOn(local).get(place);
    expect(after.ok && after.value?.state).toBe(end === 'taken' ? 'settled' : undefined);
    expect(local.rest.log.all().map(({ operationId }) => operationId)).toEqual([
      'getBulkPermissions',
    ]);
  });

  it.each(['editor', 'admin', 'reader', 'stranger'] as const)(
    'withdrawEdit as %s takes back nothing of anybody else’s',
    async (role) => {
      const local = aLocalRest();
      const { issue } = local.place('CDP-14');
      const place = { entity: 'issue', id: issue, key: 'northstarUseCase' } as const;
      const intent = { does: 'change', changes: [] } as const;
      const operation = { op: 'operation-1', by: 'somebody', at: '2026-11-22T08:00:00Z', intent };
      const next = takenBy(undefined, operation, { head: undefined, now: 0 });
      await locksOn(local).put([{ place, seen: undefined, next }]);
      const payload = { issue, document: 'useCase', opId: 'operation-1' };
      expect(await call(local, role, 'withdrawEdit', payload)).toEqual({
        ok: true,
        value: { end: 'unknown' },
      });
      const lock = await locksOn(local).get(place);
      expect(lock.ok && lock.value?.state).toBe('intended');
    },
  );

  it('signs an edit with the person of the context, whatever the payload says', async () => {
    const local = aLocalRest();
    await call(local, 'editor', 'recordEdit', {
      ...edit,
      accountId: local.person('admin').accountId,
    });
    expect(stored(local)).toMatchObject({ changes: [{ by: local.person('editor').accountId }] });
  });

  it('edits the issue of the context, whatever the payload says', async () => {
    const local = aLocalRest();
    const other = local.place('CDP-9').issue;
    await call(local, 'editor', 'recordEdit', { ...edit, issue: other, issueId: other });
    expect(stored(local, 'CDP-9')).toBeUndefined();
    expect(stored(local)).toBeDefined();
  });

  it('saves nothing in a project that turned Northstar off', async () => {
    const local = aLocalRest();
    await call(local, 'admin', 'changeSettings', turnOff);
    expect(await call(local, 'editor', 'recordEdit', edit)).toEqual({
      ok: false,
      error: { code: 'not-placed-here', placement: 'project-off' },
    });
  });

  it.each([
    ['CDP-51', 'sub-task'],
    ['HELP-1', 'service-project'],
  ])('saves nothing on %s, which a browser could ask for', async (key, placement) => {
    const local = aLocalRest();
    const { issue, project } = local.place(key);
    const change = { extension: { issue: { id: issue }, project: { id: project } } };
    expect(await call(local, 'editor', 'recordEdit', edit, change)).toEqual({
      ok: false,
      error: { code: 'not-placed-here', placement },
    });
  });

  it.each([
    ['a payload that is none', 'recordEdit', 'nonsense', {}],
    ['a context without an issue', 'recordEdit', edit, { extension: { project: { id: '1' } } }],
    [
      'an issue id that is a path',
      'recordEdit',
      edit,
      { extension: { issue: { id: '1/../2' }, project: { id: '1' } } },
    ],
    ['a replacement that is none', 'replaceRecord', {}, {}],
    ['settings that are none', 'changeSettings', { changes: [{ part: 'colour' }] }, {}],
  ])('refuses %s', async (_name, key, payload, change) => {
    const local = aLocalRest();
    expect(await call(local, 'editor', key, payload, change)).toEqual({
      ok: false,
      error: { code: 'invalid-payload' },
    });
  });
});

describe('a bug in an operation', () => {
  it('becomes a code with a reference, and no text of a person is logged', async () => {
    const logged: unknown[] = [];
    const original = console.error;
    console.error = (...values: unknown[]) => {
      logged.push(...values);
    };
    const local = aLocalRest();
    const broken = northstarResolver({
      ...createApp(writePortsOn(local, 'editor')),
      recordEdit: () => Promise.reject(new Error('broken')),
    });
    const { issue, project } = local.place('CDP-8');
    const context = { extension: { issue: { id: issue }, project: { id: project } } };
    const result = await broken(
      { call: { functionKey: 'recordEdit', payload: edit }, context },
      { principal: { accountId: 'x' } },
    );
    console.error = original;
    expect(result).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(JSON.stringify(logged)).not.toContain('shoppers');
  });
});
