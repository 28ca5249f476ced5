import { jiraProjectProperties } from '../adapters/jira/project-properties';
import { aLocalRest } from '../../test/builders/local-rest';
import { writePortsOn } from '../../test/builders/write-ports';
import type { ProgrammeChange } from '../domain/programme/programme-change';
import { namedEntry, programmeKeys } from '../domain/programme/programme';
import { readProgramme } from '../domain/programme/stored-programme';
import { failure } from '../domain/result';
import type { Documents } from '../ports/documents';
import type { AccountId } from '../domain/ids';
import { memoryLists } from '../adapters/memory/lists';
import { changeProgramme } from './change-programme';
import { settleProposal } from './proposals';

const audience = (name: string) => ({
  list: 'audiences' as const,
  id: name.toLowerCase(),
  base: null,
  next: namedEntry('audiences', name.toLowerCase(), name),
});

const world = () => {
  const local = aLocalRest();
  const { project } = local.place('CDP-8');
  for (const key of Object.values(programmeKeys))
    local.store.commit({ op: 'delete-project-property', projectId: project, key });
  const projects = jiraProjectProperties(local.as('admin'));
  const names = async () => {
    const loaded = await projects.loadProject(project);
    if (!loaded.ok) throw new Error('no project');
    const { lists } = readProgramme(loaded.value.rawProgramme).programme;
    return lists.audiences.map(({ name }) => name);
  };
  const put = (key: string, value: object) => {
    local.store.commit({
      op: 'put-project-property',
      projectId: project,
      key,
      value: JSON.parse(JSON.stringify(value)) as never,
    });
  };
  const ports = writePortsOn(local, 'admin');
  const viewer = local.person('admin').accountId as AccountId;
  let operations = 0;
  const change = (changes: readonly ProgrammeChange[]) => {
    operations += 1;
    const opId = `operation-${String(operations)}`;
    return changeProgramme(ports, project, viewer, { opId, changes });
  };
  return { local, project, ports, viewer, names, put, change };
};

describe('changeProgramme', () => {
  it('adds, renames and removes entries, and answers texts', async () => {
    const { change, names } = world();
    await change([audience('Loyal'), audience('New')]);
    const base = namedEntry('audiences', 'loyal', 'Loyal');
    const changes: readonly ProgrammeChange[] = [
      { list: 'audiences', id: 'loyal', base, next: { ...base, name: 'Loyal shoppers' } },
      { list: 'audiences', id: 'new', base: namedEntry('audiences', 'new', 'New'), next: null },
      { text: 'landscape', base: '', next: 'A till and a shop' },
    ];
    const changed = await change(changes);
    expect(changed).toMatchObject({ ok: true, value: { clashes: [], checking: [], failed: [] } });
    expect(await names()).toEqual(['Loyal shoppers']);
  });

  it('writes nothing over what another admin said meanwhile, and shows it', async () => {
    const { change, names } = world();
    await change([audience('Loyal')]);
    const stale = { ...audience('Loyal'), next: namedEntry('audiences', 'loyal', 'Mine') };
    expect(await change([stale, audience('New')])).toMatchObject({
      ok: true,
      value: { clashes: [{ theirs: { name: 'Loyal' } }], failed: [] },
    });
    expect(await names()).toEqual(['Loyal', 'New']);
  });

  it('lets ten admins add ten entries at once: all are there, and each is told so', async () => {
    const { local, project, viewer, names } = world();
    const wanted = Array.from({ length: 10 }, (_, index) => audience(`Audience-${String(index)}`));
    const saves = await Promise.all(
      wanted.map((entry, index) =>
        changeProgramme(writePortsOn(local, 'admin'), project, viewer, {
          ...{ opId: `admin-${String(index)}`, changes: [entry] },
        }),
      ),
    );
    expect(saves.map((each) => (each.ok ? each.value.failed : each.error))).toEqual(
      wanted.map(() => []),
    );
    expect([...(await names())].sort()).toEqual(wanted.map(({ next }) => next.name).sort());
  });

  it('says of each part what came of it where one of them cannot be written', async () => {
    const { change, put, names } = world();
    put('northstarProgrammeData', { schema: 2 });
    const landscape = { text: 'landscape', base: '', next: 'A till' } as const;
    expect(await change([audience('Loyal'), landscape])).toMatchObject({
      ok: true,
      value: { failed: [{ part: 'data', error: { code: 'newer-record' } }] },
    });
    expect(await names()).toEqual(['Loyal']);
  });

  it('keeps a proposal that could not surely be taken over', async () => {
    const { ports, project, viewer } = world();
    const lists = memoryLists();
    const at = '2026-11-22T09:00:00.000Z';
    const proposal = { id: 'proposal-1', list: 'audiences', name: 'New', by: 'ines', at } as const;
    const list = { keeps: 'proposals', project } as const;
    await lists.change(list, () => [proposal]);
    const documents: Documents = {
      ...ports.documents,
      write: () => Promise.resolve(failure({ problem: 'no-answer' })),
    };
    const settled = await settleProposal({ ...ports, documents, lists }, project, viewer, {
      ...{ id: 'proposal-1', seen: proposal, accept: true },
    });
    expect(settled).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(await lists.read(list)).toMatchObject({ value: [{ id: 'proposal-1' }] });
  });

  it.each([
    ['newer', { schema: 2, audiences: [] }],
    ['foreign', { hello: 1 }],
    ['damaged', { schema: 1, audiences: [{ nothing: 1 }] }],
  ])('leaves a %s part as it is', async (_name, value) => {
    const { local, change, project, put } = world();
    put('northstarProgrammeReach', value);
    expect(await change([audience('Loyal')])).toMatchObject({
      ok: false,
      error: { code: 'newer-record' },
    });
    expect(local.store.state().projectProperties[project]?.['northstarProgrammeReach']).toEqual(
      value,
    );
  });

  it('refuses what Jira could not keep', async () => {
    const { change } = world();
    const long = { text: 'landscape', base: '', next: 'x'.repeat(33_000) } as const;
    expect(await change([long])).toMatchObject({
      ok: false,
      error: { code: 'too-long' },
    });
  });
});
