import { aLocalRest } from '../../test/builders/local-rest';
import { writePortsOn } from '../../test/builders/write-ports';
import type { PayloadOf } from '../contract';
import { fingerprint } from '../domain/document/seal';
import { readSettings, type SettingsChange } from '../domain/settings/settings';
import type { JsonObject } from '../domain/use-case/json';
import type { AccountId } from '../domain/ids';
import { changeSettings } from './change-settings';

const world = () => {
  const local = aLocalRest();
  const { project } = local.place('CDP-8');
  const viewer = local.person('admin').accountId as AccountId;
  const stored = () => local.store.state().projectProperties[project]?.['northstarSettings'];
  const put = (value: object) => {
    local.store.commit({
      op: 'put-project-property',
      projectId: project,
      key: 'northstarSettings',
      value: value as never,
    });
  };
  const ports = writePortsOn(local, 'admin');
  let operations = 0;
  const send = (payload: Pick<PayloadOf<'changeSettings'>, 'changes' | 'replaces'>) => {
    operations += 1;
    const opId = `operation-${String(operations)}`;
    return changeSettings(ports, project, viewer, { opId, ...payload });
  };
  const change = (...changes: readonly SettingsChange[]) => send({ changes, replaces: null });
  return { local, project, ports, viewer, stored, put, change, send };
};

const toRice: SettingsChange = { part: 'model', base: 'value-effort', next: 'rice' };

describe('changeSettings', () => {
  it('keeps what others decided, foreign keys and who changed what', async () => {
    const { change, put, stored, viewer } = world();
    put({ schema: 1, rev: 4, visibility: 'off', later: true });
    expect(await change(toRice)).toMatchObject({
      ok: true,
      value: { state: 'saved', clashes: [] },
    });
    expect(stored()).toMatchObject({
      rev: 5,
      visibility: 'off',
      later: true,
      scoring: { model: 'rice' },
      changes: [
        {
          by: viewer,
          parts: ['model'],
          steps: [{ part: 'model', from: 'value-effort', to: 'rice' }],
        },
      ],
    });
  });

  it('shows what another admin decided in the meantime, and writes the rest', async () => {
    const { change, stored } = world();
    await change(toRice);
    const names: SettingsChange = { part: 'names', base: {}, next: { 'quick-win': 'Do first' } };
    const result = await change({ ...toRice, next: 'ice' }, names);
    expect(result).toMatchObject({ value: { clashes: [{ part: 'model', theirs: 'rice' }] } });
    expect(stored()).toMatchObject({ scoring: { model: 'rice', names: names.next as never } });
  });

  it('lets ten admins change ten things at once: all are saved, and each is told so', async () => {
    const { local, project, viewer, stored } = world();
    const parts: readonly SettingsChange[] = [
      toRice,
      { part: 'visibility', base: 'on', next: 'off' },
      { part: 'hiddenTypes', base: [], next: ['10001'] },
      { part: 'names', base: {}, next: { 'quick-win': 'Do now' } },
      { part: 'estimateField', base: '', next: 'customfield_10016' },
    ];
    const saves = await Promise.all(
      [...parts, ...parts].map((part, index) =>
        changeSettings(writePortsOn(local, 'admin'), project, viewer, {
          ...{ opId: `admin-${String(index)}`, changes: [part], replaces: null },
        }),
      ),
    );
    expect(saves.map((each) => each.ok && each.value)).toEqual(
      saves.map(() => expect.objectContaining({ state: 'saved', clashes: [] }) as object),
    );
    expect(readSettings(stored()).settings).toMatchObject({
      ...{ model: 'rice', visibility: 'off', hiddenTypes: ['10001'] },
      ...{ names: { 'quick-win': 'Do now' }, estimateField: 'customfield_10016' },
    });
  });

  it('shows of two admins who change one thing at once the one who was later', async () => {
    const { local, project, viewer } = world();
    const saves = await Promise.all(
      ['rice', 'ice'].map((next) =>
        changeSettings(writePortsOn(local, 'admin'), project, viewer, {
          ...{ opId: `admin-${next}`, replaces: null },
          changes: [{ ...toRice, next }],
        }),
      ),
    );
    const clashes = saves.flatMap((each) =>
      each.ok && each.value.state === 'saved' ? each.value.clashes : [],
    );
    expect(clashes).toHaveLength(1);
  });

  it('takes a name for what is kept of it, not for somebody else’s', async () => {
    const { change, stored } = world();
    const named: SettingsChange = { part: 'names', base: {}, next: { 'quick-win': 'Do now ' } };
    expect(await change(named)).toMatchObject({ ok: true, value: { state: 'saved', clashes: [] } });
    expect(stored()).toMatchObject({ scoring: { names: { 'quick-win': 'Do now' } } });
  });

  const scoring = { model: 'moscow', valueCriteria: [{ id: 'must' }] };
  it.each([
    ['newer', 'newer-record', { schema: 2, rev: 3, scoring }],
    ['damaged', 'damaged-record', { schema: 1, rev: 3, scoring }],
    ['of the wrong shape', 'damaged-record', { schema: 1, rev: 'three' }],
    ['a text', 'damaged-record', 'settings'],
  ])('leaves settings alone that are %s', async (_name, code, value) => {
    const { change, put, stored } = world();
    put(value as object);
    const off: SettingsChange = { part: 'visibility', base: 'on', next: 'off' };
    expect(await change(off)).toEqual({ ok: false, error: { code } });
    expect(stored()).toEqual(value);
  });

  it('remembers the last 24 changes', async () => {
    const { change, stored } = world();
    const models = ['value-effort', 'rice'] as const;
    for (let count = 0; count < 27; count += 1) {
      const [base, next] = [models[count % 2], models[(count + 1) % 2]];
      await change({ part: 'model', base, next });
    }
    const { rev, changes } = stored() as { readonly rev: number; readonly changes: unknown[] };
    expect(rev).toBe(27);
    expect(changes).toHaveLength(24);
  });

  it('replaces what is damaged where it is told to, and never what is newer', async () => {
    const { send, put, stored } = world();
    const replace = (seen = stored()) =>
      send({ changes: [], replaces: fingerprint(seen as JsonObject) });
    put({ schema: 1, rev: 3, later: true, scoring });
    expect(await replace({ schema: 1, other: true })).toEqual({
      ok: false,
      error: { code: 'changed-meanwhile' },
    });
    expect(await replace()).toMatchObject({ ok: true });
    expect(stored()).toMatchObject({ rev: 4, later: true, scoring: { model: 'value-effort' } });
    put({ schema: 2, scoring });
    expect(await replace()).toEqual({ ok: false, error: { code: 'newer-record' } });
  });

  const criterion = {
    id: 'own',
    name: 'Own',
    weight: 1,
    direction: 'more',
    scale: { kind: 'number', least: 0, most: 10, unit: '' },
  };
  it.each([
    ['a part that has no such value', { part: 'visibility', base: 'on', next: 'perhaps' }],
    ['a model that does not exist', { part: 'model', base: 'value-effort', next: 'astrology' }],
    ['types that are no ids', { part: 'hiddenTypes', base: [], next: ['Bug'] }],
    ['a field that is none', { part: 'estimateField', base: '', next: 'summary' }],
    ['a name without letters', { part: 'names', base: {}, next: { 'quick-win': ' ' } }],
    ['a quadrant that does not exist', { part: 'names', base: {}, next: { middle: 'x' } }],
    [
      'a scale without an end',
      {
        part: 'valueCriteria',
        base: [],
        next: [{ ...criterion, scale: { ...criterion.scale, most: null } }],
      },
    ],
    ['a criterion twice', { part: 'valueCriteria', base: [], next: [criterion, criterion] }],
    [
      'weights of nothing',
      { part: 'valueCriteria', base: [], next: [{ ...criterion, weight: 0 }] },
    ],
    [
      'a negative weight',
      { part: 'valueCriteria', base: [], next: [{ ...criterion, weight: -1 }] },
    ],
    [
      'thresholds of text',
      { part: 'thresholds', base: {}, next: { rice: { value: 'x', effort: 1 } } },
    ],
  ] as [string, SettingsChange][])('refuses %s', async (_name, wrong) => {
    const { change, stored } = world();
    expect(await change(wrong)).toEqual({ ok: false, error: { code: 'invalid-payload' } });
    expect(stored()).toBeUndefined();
  });
});
