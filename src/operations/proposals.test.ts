import { appOn } from '../../test/builders/save-many';
import { aLocalRest, type LocalRest } from '../../test/builders/local-rest';
import { writePortsOn } from '../../test/builders/write-ports';
import { proposalsOfOne } from '../domain/programme/proposal';
import type { AccountId } from '../domain/ids';

type Role = 'editor' | 'reader' | 'admin';

const world = () => {
  const local = aLocalRest();
  const { project } = local.place('CDP-8');
  const viewerOf = (role: Role) => local.person(role).accountId as AccountId;
  const propose = (role: Role, name: string) =>
    appOn(local, role).propose(project, viewerOf(role), { list: 'channels', name });
  const open = async () => {
    const found = await appOn(local, 'admin').listProposals(project, viewerOf('admin'), {});
    if (!found.ok) throw new Error('no answer');
    return found.value.proposals;
  };
  const settle = (id: string, name: string, accept = true) =>
    appOn(local, 'admin').settleProposal(project, viewerOf('admin'), {
      ...{ id, seen: { list: 'channels', name }, accept },
    });
  return { local, project, propose, open, settle };
};

const channels = (local: LocalRest, project: string): string =>
  JSON.stringify(local.store.state().projectProperties[project]?.['northstarProgrammeReach']);

describe('proposals for a programme', () => {
  it('have ids that nobody chooses; one’s own once more is not made twice', async () => {
    const { propose, open } = world();
    await propose('editor', 'Radio');
    await propose('editor', ' radio ');
    const [one, ...others] = await open();
    expect(others).toEqual([]);
    expect(one).toMatchObject({ name: 'Radio' });
    expect(one?.id).toMatch(/^[\w-]{8,64}$/u);
  });

  it('are told where the name is taken: by somebody’s proposal or by the programme', async () => {
    const { propose, open } = world();
    await propose('editor', 'Radio');
    const taken = (name: string) => ({ ok: false, error: { code: 'name-taken', name } });
    expect(await propose('reader', 'RADIO')).toEqual(taken('Radio'));
    expect(await propose('reader', 'e-MAIL')).toEqual(taken('e-MAIL'));
    expect(await open()).toHaveLength(1);
  });

  it('are twenty of one person and a hundred of all at most', async () => {
    const { local, project, propose, open } = world();
    for (let number = 0; number < proposalsOfOne; number += 1)
      await propose('editor', `Channel ${String(number)}`);
    const full = { ok: false, error: { code: 'too-many-proposals' } };
    expect(await propose('editor', 'One more')).toEqual(full);
    expect(await propose('reader', 'Of another person')).toMatchObject({ ok: true });
    expect(await open()).toHaveLength(proposalsOfOne + 1);
    const { lists } = writePortsOn(local, 'admin');
    await lists.change({ keeps: 'proposals', project }, () =>
      Array.from({ length: 100 }, (_, index) => ({
        ...{ id: `proposal-${String(index)}`, list: 'channels', name: `All ${String(index)}` },
        ...{ by: `person-${String(index)}`, at: '2026-11-22T09:00:00.000Z' },
      })),
    );
    expect(await propose('reader', 'Too many')).toEqual(full);
  });

  it('are settled as the admin saw them, and no other in their stead', async () => {
    const { local, project, propose, open, settle } = world();
    await propose('editor', 'Radio');
    const id = (await open())[0]?.id ?? '';
    expect(await settle(id, 'Television')).toEqual({
      ok: false,
      error: { code: 'changed-meanwhile' },
    });
    expect(channels(local, project)).not.toContain('Television');
    expect(channels(local, project)).not.toContain('Radio');
    expect(await settle(id, 'Radio')).toMatchObject({ ok: true, value: { proposals: [] } });
    expect(channels(local, project)).toContain('Radio');
  });

  it('are not taken over beside an entry of the same name', async () => {
    const { local, project, open, settle, propose } = world();
    await propose('editor', 'Radio');
    const [proposal] = await open();
    await propose('editor', 'Poster');
    const poster = (await open()).find(({ name }) => name === 'Poster');
    await settle(poster?.id ?? '', 'Poster');
    const { lists } = writePortsOn(local, 'admin');
    await lists.change({ keeps: 'proposals', project }, () => [{ ...proposal, name: 'poster' }]);
    expect(await settle(proposal?.id ?? '', 'poster')).toEqual({
      ok: false,
      error: { code: 'name-taken', name: 'poster' },
    });
    expect(await open()).toHaveLength(1);
    expect(await settle(proposal?.id ?? '', 'poster', false)).toMatchObject({ ok: true });
    expect(await open()).toEqual([]);
  });

  it('of a newer version stay where others are added and settled', async () => {
    const { local, project, propose, open, settle } = world();
    const { lists } = writePortsOn(local, 'admin');
    const newer = { id: 'newer-one', list: 'sounds', name: 'Jingle', later: true };
    await lists.change({ keeps: 'proposals', project }, () => [newer]);
    await propose('editor', 'Radio');
    await settle((await open())[0]?.id ?? '', 'Radio', false);
    const kept = await lists.read({ keeps: 'proposals', project });
    expect(kept).toEqual({ ok: true, value: [newer] });
  });
});
