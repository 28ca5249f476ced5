import { jiraProjectProperties } from '../adapters/jira/project-properties';
import { aLocalRest } from '../../test/builders/local-rest';
import type { ProgrammeChange } from '../domain/programme/merge-programme';
import { namedEntry, programmeKeys } from '../domain/programme/programme';
import { readProgramme } from '../domain/programme/stored-programme';
import type { ProjectProperties } from '../ports/project-properties';
import type { Clock } from '../ports/clock';
import { memoryProposals } from '../adapters/memory/proposals';
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
  return { local, project, projects, names, put };
};

describe('changeProgramme', () => {
  it('adds, renames and removes entries, and answers texts', async () => {
    const { projects, project, names } = world();
    await changeProgramme(projects, project, [audience('Loyal'), audience('New')]);
    const base = namedEntry('audiences', 'loyal', 'Loyal');
    const changes: readonly ProgrammeChange[] = [
      { list: 'audiences', id: 'loyal', base, next: { ...base, name: 'Loyal shoppers' } },
      { list: 'audiences', id: 'new', base: namedEntry('audiences', 'new', 'New'), next: null },
      { text: 'landscape', base: '', next: 'A till and a shop' },
    ];
    const changed = await changeProgramme(projects, project, changes);
    expect(changed).toMatchObject({ ok: true, value: { clashes: [], lost: [] } });
    expect(await names()).toEqual(['Loyal shoppers']);
  });

  it('writes nothing over what another admin said meanwhile, and shows it', async () => {
    const { projects, project, names } = world();
    await changeProgramme(projects, project, [audience('Loyal')]);
    const stale = { ...audience('Loyal'), next: namedEntry('audiences', 'loyal', 'Mine') };
    expect(await changeProgramme(projects, project, [stale, audience('New')])).toMatchObject({
      ok: true,
      value: { clashes: [{ theirs: { name: 'Loyal' } }], lost: [] },
    });
    expect(await names()).toEqual(['Loyal', 'New']);
  });

  it('merges anew where another admin wrote over it, and tells where that does not help', async () => {
    const { projects, project, names, put } = world();
    let races = 1;
    const racing: ProjectProperties = {
      ...projects,
      writeProgrammePart: async (...args) => {
        const written = await projects.writeProgrammePart(...args);
        if (races > 0) {
          races -= 1;
          const theirs = [{ id: 'theirs', name: 'Theirs', rule: '' }];
          put('northstarProgrammeReach', { schema: 1, rev: 9, audiences: theirs });
        }
        return written;
      },
    };
    const once = await changeProgramme(racing, project, [audience('Loyal')]);
    expect(once).toMatchObject({ ok: true, value: { lost: [] } });
    expect(await names()).toEqual(['Theirs', 'Loyal']);
    races = 9;
    const lost = await changeProgramme(racing, project, [audience('New')]);
    expect(lost).toMatchObject({ ok: true, value: { lost: [{ id: 'new' }] } });
  });

  it('keeps a proposal that was taken over and lost again', async () => {
    const { projects, project, put } = world();
    const proposals = memoryProposals();
    const at = '2026-11-22T09:00:00.000Z';
    const proposal = { id: 'proposal-1', list: 'audiences', name: 'New', by: 'ines', at } as const;
    await proposals.add(project, proposal);
    const racing: ProjectProperties = {
      ...projects,
      writeProgrammePart: async (...args) => {
        const written = await projects.writeProgrammePart(...args);
        put('northstarProgrammeReach', { schema: 1, rev: 9, audiences: [] });
        return written;
      },
    };
    const ports = { projects: racing, proposals, clock: { now: () => 0 } as Clock };
    const settled = await settleProposal(ports, project, { id: 'proposal-1', accept: true });
    expect(settled).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(await proposals.list(project)).toMatchObject({ value: [{ id: 'proposal-1' }] });
  });

  it.each([
    ['newer', { schema: 2, audiences: [] }],
    ['foreign', { hello: 1 }],
    ['damaged', { schema: 1, audiences: [{ nothing: 1 }] }],
  ])('leaves a %s part as it is', async (_name, value) => {
    const { local, projects, project, put } = world();
    put('northstarProgrammeReach', value);
    expect(await changeProgramme(projects, project, [audience('Loyal')])).toMatchObject({
      ok: false,
      error: { code: 'newer-record' },
    });
    expect(local.store.state().projectProperties[project]?.['northstarProgrammeReach']).toEqual(
      value,
    );
  });

  it('refuses what Jira could not keep', async () => {
    const { projects, project } = world();
    const change = { text: 'landscape', base: '', next: 'x'.repeat(33_000) } as const;
    expect(await changeProgramme(projects, project, [change])).toMatchObject({
      ok: false,
      error: { code: 'too-long' },
    });
  });
});
