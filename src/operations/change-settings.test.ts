import { aLocalRest } from '../../test/builders/local-rest';
import { virtualClock } from '../../test/builders/virtual-clock';
import { jiraProjectProperties } from '../adapters/jira/project-properties';
import { readSettings, remembersEdit, type SettingsChange } from '../domain/merge-settings';
import type { AccountId } from '../ports/ids';
import type { ProjectProperties } from '../ports/project-properties';
import { changeSettings } from './change-settings';

const world = () => {
  const local = aLocalRest();
  const { project } = local.place('CDP-8');
  const projects = jiraProjectProperties(local.as('admin'));
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
  const change = (...changes: readonly SettingsChange[]) =>
    changeSettings({ projects, clock: virtualClock() }, project, viewer, {
      changes,
      replaceDamaged: false,
    });
  return { local, project, projects, viewer, stored, put, change };
};

const asked = (...changes: readonly SettingsChange[]) => ({ changes, replaceDamaged: false });

const toRice: SettingsChange = { part: 'model', base: 'value-effort', next: 'rice' };

describe('changeSettings', () => {
  it('keeps what others decided, foreign keys and who changed what', async () => {
    const { change, put, stored, viewer } = world();
    put({ schema: 1, rev: 4, visibility: 'off', later: true });
    expect(await change(toRice)).toMatchObject({ ok: true, value: { clashes: [], lost: [] } });
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

  it('merges anew where another admin wrote over it, and tells where that does not help', async () => {
    const { projects, project, viewer, put, stored } = world();
    let races = 1;
    let theirs: object = { schema: 1, rev: 9, visibility: 'off' };
    const racing: ProjectProperties = {
      ...projects,
      writeSettings: async (...args) => {
        const written = await projects.writeSettings(...args);
        if (races > 0) {
          races -= 1;
          put(theirs);
        }
        return written;
      },
    };
    const ports = { projects: racing, clock: virtualClock() };
    const once = await changeSettings(ports, project, viewer, asked(toRice));
    expect(once).toMatchObject({ ok: true, value: { lost: [] } });
    expect(readSettings(stored()).settings).toMatchObject({ visibility: 'off', model: 'rice' });
    races = 9;
    const back: SettingsChange = { part: 'model', base: 'rice', next: 'ice' };
    theirs = stored() as object;
    expect(await changeSettings(ports, project, viewer, asked(back))).toMatchObject({
      ok: true,
      value: { lost: [{ part: 'model' }] },
    });
  });

  it('takes a name for what is kept of it, not for somebody else’s', async () => {
    const { change, stored } = world();
    const named: SettingsChange = { part: 'names', base: {}, next: { 'quick-win': 'Do now ' } };
    expect(await change(named)).toMatchObject({ ok: true, value: { clashes: [], lost: [] } });
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

  it('replaces what is damaged where it is told to, and never what is newer', async () => {
    const { projects, project, viewer, put, stored } = world();
    const ports = { projects, clock: virtualClock() };
    const replace = () =>
      changeSettings(ports, project, viewer, { changes: [], replaceDamaged: true });
    put({ schema: 1, rev: 3, later: true, scoring });
    expect(await replace()).toMatchObject({ ok: true });
    expect(stored()).toMatchObject({ rev: 4, later: true, scoring: { model: 'value-effort' } });
    put({ schema: 2, scoring });
    expect(await replace()).toEqual({ ok: false, error: { code: 'newer-record' } });
  });

  it('knows its own edit again, and misses it where another admin wrote over it unseen', async () => {
    const { projects, project, change, put, stored } = world();
    const before = { schema: 1, rev: 1 };
    put(before);
    await change(toRice);
    const saved = stored();
    expect(remembersEdit(stored(), saved)).toBe(true);
    await change({ part: 'names', base: {}, next: { 'quick-win': 'Do now' } });
    expect(remembersEdit(stored(), saved)).toBe(true);
    put(before);
    const off: SettingsChange = { part: 'visibility', base: 'on', next: 'off' };
    const ports = { projects, clock: virtualClock() };
    await changeSettings(ports, project, 'somebody else' as AccountId, asked(off));
    expect(remembersEdit(stored(), saved)).toBe(false);
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
