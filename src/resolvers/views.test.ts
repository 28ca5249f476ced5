import { call } from '../../test/builders/call-resolver';
import { aLocalRest } from '../../test/builders/local-rest';

const choices = {
  ...{ text: 'loyalty', stage: 'walk', quadrant: '', person: '', jql: '', kind: 'use-case' },
  ...{ colour: 'status', size: 'value', label: 'key', every: false, flipped: true, top: 5 },
  asTable: false,
};

const view = (change: object = {}) => ({
  ...{ id: crypto.randomUUID(), name: 'Walks', shared: true, seen: null, choices },
  ...change,
});

type Answer = {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
  readonly value: {
    readonly views: readonly { id: string; at: string; mayChange: boolean; shared: boolean }[];
  };
};

const world = () => {
  const local = aLocalRest();
  const ask = async (role: Parameters<typeof call>[1], name: string, payload: unknown = {}) =>
    (await call(local, role, name, payload)) as Answer;
  const seenBy = async (role: Parameters<typeof call>[1], id: string) =>
    (await ask(role, 'listViews')).value.views.find((each) => each.id === id);
  return { ask, seenBy };
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
    const { ask, seenBy } = world();
    const { id, ...rest } = view({ shared: false });
    await ask('reader', 'saveView', { id, ...rest });
    expect(await seenBy('editor', id)).toBeUndefined();
    expect(await seenBy('admin', id)).toBeUndefined();
    const own = await seenBy('reader', id);
    await ask('reader', 'saveView', { id, ...rest, shared: true, seen: own?.at });
    expect(await seenBy('editor', id)).toMatchObject({ shared: true, mayChange: false });
    const shared = await seenBy('reader', id);
    await ask('reader', 'saveView', { id, ...rest, shared: false, seen: shared?.at });
    expect(await seenBy('editor', id)).toBeUndefined();
    expect(await seenBy('reader', id)).toMatchObject({ shared: false, mayChange: true });
  });

  it('that two replace at the same moment are replaced by one of them', async () => {
    const { ask, seenBy } = world();
    const wanted = view();
    await ask('editor', 'saveView', wanted);
    const seen = (await seenBy('editor', wanted.id))?.at;
    const saves = await Promise.all(
      (['editor', 'admin'] as const).map((role) =>
        ask(role, 'saveView', { ...wanted, name: `By the ${role}`, seen }),
      ),
    );
    expect(saves.filter(({ ok }) => ok)).toHaveLength(1);
    expect(saves.find(({ ok }) => !ok)?.error?.code).toBe('changed-meanwhile');
  });

  it('that are shared are their author’s and the admins’ to change', async () => {
    const { ask, seenBy } = world();
    const wanted = view();
    await ask('editor', 'saveView', wanted);
    const seen = (await seenBy('editor', wanted.id))?.at;
    const renamed = { ...wanted, name: 'Theirs', seen };
    expect((await ask('reader', 'saveView', renamed)).error?.code).toBe('may-not-administer');
    const remove = { id: wanted.id, seen };
    expect((await ask('reader', 'removeView', remove)).error?.code).toBe('may-not-administer');
    // An admin may rename it, and may not make it the author's alone: that is the author's place.
    const hidden = { ...renamed, shared: false };
    expect((await ask('admin', 'saveView', hidden)).error?.code).toBe('may-not-administer');
    expect((await ask('admin', 'saveView', renamed)).ok).toBe(true);
    const now = (await seenBy('editor', wanted.id))?.at;
    expect((await ask('editor', 'removeView', { id: wanted.id, seen: now })).ok).toBe(true);
    expect(await seenBy('editor', wanted.id)).toBeUndefined();
  });

  it('are not overwritten or removed as somebody has not seen them', async () => {
    const { ask } = world();
    const wanted = view();
    await ask('editor', 'saveView', wanted);
    expect((await ask('editor', 'saveView', wanted)).error?.code).toBe('changed-meanwhile');
    const stale = { id: wanted.id, seen: '2020-01-01T00:00:00.000Z' };
    expect((await ask('editor', 'removeView', stale)).error?.code).toBe('changed-meanwhile');
    const gone = { id: crypto.randomUUID(), seen: '2020-01-01T00:00:00.000Z' };
    expect((await ask('editor', 'removeView', gone)).ok).toBe(true);
  });

  it.each([
    ['no name', { name: '  ' }],
    ['a long name', { name: 'x'.repeat(61) }],
    ['no choices', { choices: undefined }],
    ['a long query', { choices: { ...choices, jql: 'x'.repeat(2_001) } }],
    ['a top that is no number', { choices: { ...choices, top: 'ten' } }],
    ['an id of its own', { id: 'a:b:c:d:e' }],
    ['a moment that is none', { seen: 'yesterday' }],
  ])('with %s are refused', async (_what, change) => {
    const { ask } = world();
    expect((await ask('editor', 'saveView', view(change))).error?.code).toBe('invalid-payload');
  });

  it('of a later version fall back to what this one knows', async () => {
    const { ask, seenBy } = world();
    const wanted = view({ choices: { ...choices, colour: 'readiness' } });
    await ask('editor', 'saveView', wanted);
    expect(await seenBy('editor', wanted.id)).toMatchObject({ choices: { colour: 'stage' } });
  });

  // Last: what is kept here stays for the tests of this file.
  it('are bounded, for a person and for a project', async () => {
    const { ask } = world();
    const saves = async (count: number, shared: boolean) => {
      const codes: (string | undefined)[] = [];
      for (let each = 0; each < count; each += 1)
        codes.push((await ask('editor', 'saveView', view({ shared }))).error?.code);
      return codes;
    };
    const before = (await ask('editor', 'listViews')).value.views;
    const kept = (shared: boolean) => before.filter((each) => each.shared === shared).length;
    for (const [most, shared] of [
      [20, false],
      [50, true],
    ] as const) {
      const room = most - kept(shared);
      const codes = await saves(room + 1, shared);
      expect(codes.slice(0, room).every((code) => code === undefined)).toBe(true);
      expect(codes.at(-1)).toBe('too-many-views');
    }
  });
});
