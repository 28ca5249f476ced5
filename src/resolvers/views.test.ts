import { call } from '../../test/builders/call-resolver';
import { writePortsOn } from '../../test/builders/write-ports';
import type { AccountId } from '../domain/ids';
import { aLocalRest } from '../../test/builders/local-rest';

const choices = {
  ...{ text: 'loyalty', stage: 'walk', quadrant: '', person: '', jql: '', kind: 'use-case' },
  ...{ colour: 'status', size: 'value', label: 'key', every: false, flipped: true, top: 5 },
  asTable: false,
};

const view = (change: object = {}) => ({
  ...{ id: null, name: 'Walks', shared: true, seen: null, choices },
  ...change,
});

type Seen = {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly mayChange: boolean;
  readonly mayRemove: boolean;
  readonly shared: boolean;
};

type Answer = {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
  readonly value: { readonly views: readonly Seen[] };
};

type Role = Parameters<typeof call>[1];

const world = () => {
  const local = aLocalRest();
  const ask = async (role: Role, name: string, payload: unknown = {}) =>
    (await call(local, role, name, payload)) as Answer;
  const seenBy = async (role: Role, name = 'Walks') =>
    (await ask(role, 'listViews')).value.views.find((each) => each.name === name);
  /** Saves over a view as it is now, or as it was seen. */
  const over = async (role: Role, change: object, seen?: Seen) => {
    const { id, at } = seen ?? (await seenBy('editor')) ?? { id: 'no-such-view', at: '' };
    return ask(role, 'saveView', view({ id, seen: at, ...change }));
  };
  return { ask, seenBy, over };
};

describe('saved views', () => {
  it.each([
    ['editor', true],
    ['admin', true],
    ['reader', true],
    ['stranger', false],
  ] as const)('are kept and seen by whoever sees the project: %s', async (role, may) => {
    const { ask } = world();
    const wanted = view({ shared: false });
    expect(await ask(role, 'saveView', wanted)).toMatchObject(
      may ? { ok: true } : { ok: false, error: { code: 'gone' } },
    );
    const listed = await ask(role, 'listViews');
    expect(listed.ok).toBe(may);
    if (may) expect(listed.value.views).toContainEqual(expect.objectContaining({ choices }));
  });

  it('are one’s own until they are shared, and one’s own again', async () => {
    const { ask, seenBy, over } = world();
    await ask('reader', 'saveView', view({ shared: false }));
    expect(await seenBy('editor')).toBeUndefined();
    expect(await seenBy('admin')).toBeUndefined();
    const own = await seenBy('reader');
    expect(own).toMatchObject({ mayChange: true, mayRemove: true, shared: false });
    await over('reader', { shared: true }, own);
    expect(await seenBy('editor')).toMatchObject({ mayChange: false, mayRemove: false });
    expect(await seenBy('admin')).toMatchObject({ mayChange: false, mayRemove: true });
    await over('reader', { shared: false }, await seenBy('reader'));
    expect(await seenBy('editor')).toBeUndefined();
    expect(await seenBy('reader')).toMatchObject({ shared: false });
  });

  it('of one person are replaced by nobody else, not even an admin, who may remove them', async () => {
    const { ask, seenBy, over } = world();
    await ask('editor', 'saveView', view());
    const seen = await seenBy('editor');
    for (const role of ['reader', 'admin'] as const)
      expect((await over(role, { name: 'Theirs' }, seen)).error?.code).toBe('may-not-administer');
    const removal = { id: seen?.id, seen: seen?.at };
    expect((await ask('reader', 'removeView', removal)).error?.code).toBe('may-not-administer');
    expect((await ask('admin', 'removeView', removal)).ok).toBe(true);
    expect(await seenBy('editor')).toBeUndefined();
  });

  it('get ids that nobody chooses, so that none takes another’s place', async () => {
    const { ask, seenBy } = world();
    await ask('editor', 'saveView', view({ shared: false }));
    const id = (await seenBy('editor'))?.id;
    // The reader knows the id of a view that they cannot see.
    const stolen = view({ id, seen: '2026-11-22T09:00:00.000Z', name: 'Stolen' });
    expect((await ask('reader', 'saveView', stolen)).error?.code).toBe('changed-meanwhile');
    expect(await seenBy('reader', 'Stolen')).toBeUndefined();
    expect((await ask('reader', 'saveView', view({ id }))).error?.code).toBe('invalid-payload');
  });

  it('say where their name is taken', async () => {
    const { ask, over, seenBy } = world();
    await ask('editor', 'saveView', view());
    expect((await ask('editor', 'saveView', view())).error?.code).toBe('name-taken');
    expect((await ask('reader', 'saveView', view({ name: 'WALKS' }))).error?.code).toBe(
      'name-taken',
    );
    expect((await ask('reader', 'saveView', view({ shared: false }))).ok).toBe(true);
    const own = (await ask('reader', 'listViews')).value.views.find(({ shared }) => !shared);
    expect((await over('reader', { shared: true }, own)).error?.code).toBe('name-taken');
    expect((await ask('reader', 'listViews')).value.views).toHaveLength(2);
    expect(await seenBy('editor')).toBeDefined();
  });

  it('are not overwritten or removed as somebody has not seen them', async () => {
    const { ask, seenBy, over } = world();
    await ask('editor', 'saveView', view());
    const seen = await seenBy('editor');
    await over('editor', { name: 'Walks' }, seen);
    expect((await over('editor', { name: 'Walks' }, seen)).error?.code).toBe('changed-meanwhile');
    const stale = { id: seen?.id, seen: seen?.at };
    expect((await ask('editor', 'removeView', stale)).error?.code).toBe('changed-meanwhile');
    const gone = { id: crypto.randomUUID(), seen: '2020-01-01T00:00:00.000Z' };
    expect((await ask('editor', 'removeView', gone)).ok).toBe(true);
  });

  it('have one winner where their author saves over one in two tabs at once', async () => {
    const { ask, seenBy, over } = world();
    await ask('editor', 'saveView', view());
    const seen = await seenBy('editor');
    const answers = await Promise.all(['One', 'Two'].map((name) => over('editor', { name }, seen)));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)?.error?.code).toBe('changed-meanwhile');
  });

  it('that are in both lists, because a move broke off, can be saved and removed', async () => {
    const local = aLocalRest();
    const { project } = local.place('CDP-8');
    const by = local.person('editor').accountId as AccountId;
    const { lists } = writePortsOn(local, 'editor');
    const kept = { id: 'view-number-1', name: 'Walks', by, choices };
    const own = { ...kept, shared: false, at: '2026-11-22T09:00:00.000Z' };
    const shared = { ...kept, shared: true, at: '2026-11-22T09:00:01.000Z' };
    await lists.change({ keeps: 'own-views', project, of: by }, () => [own]);
    await lists.change({ keeps: 'shared-views', project }, () => [shared]);
    const listed = (await call(local, 'editor', 'listViews', {})) as Answer;
    expect(listed.value.views.map(({ at }) => at)).toEqual([shared.at]);
    const removal = { id: 'view-number-1', seen: shared.at };
    expect(await call(local, 'editor', 'removeView', removal)).toMatchObject({ ok: true });
    const after = (await call(local, 'editor', 'listViews', {})) as Answer;
    expect(after.value.views).toEqual([]);
  });

  it.each([
    ['no name', { name: '  ' }],
    ['a long name', { name: 'x'.repeat(61) }],
    ['no choices', { choices: undefined }],
    ['a long query', { choices: { ...choices, jql: 'x'.repeat(2_001) } }],
    ['a top that is no number', { choices: { ...choices, top: 'ten' } }],
    ['an id of its own', { id: 'chosen-by-hand' }],
    ['a moment that is none', { seen: 'yesterday' }],
  ])('with %s are refused', async (_what, change) => {
    const { ask } = world();
    expect((await ask('editor', 'saveView', view(change))).error?.code).toBe('invalid-payload');
  });

  it('of a later version fall back to what this one knows', async () => {
    const { ask, seenBy } = world();
    await ask('editor', 'saveView', view({ choices: { ...choices, colour: 'readiness' } }));
    expect(await seenBy('editor')).toMatchObject({ choices: { colour: 'stage' } });
  });

  it.each([false, true])('are bounded for each person, shared or not (%s)', async (shared) => {
    const { ask } = world();
    const save = async (role: Role, name: string) =>
      (await ask(role, 'saveView', view({ shared, name }))).error?.code;
    for (let each = 0; each < 20; each += 1)
      expect(await save('editor', `View ${String(each)}`)).toBeUndefined();
    expect(await save('editor', 'One more')).toBe('too-many-views');
    expect(await save('reader', 'Of another person')).toBeUndefined();
  });

  it('are bounded for a project', async () => {
    const { ask } = world();
    const codes: (string | undefined)[] = [];
    for (let each = 0; each <= 50; each += 1) {
      const role = (['editor', 'reader', 'admin'] as const)[each % 3] ?? 'editor';
      const wanted = view({ name: `View ${String(each)}` });
      codes.push((await ask(role, 'saveView', wanted)).error?.code);
    }
    expect(codes.slice(0, 50).every((code) => code === undefined)).toBe(true);
    expect(codes.at(-1)).toBe('too-many-views');
  });
});
