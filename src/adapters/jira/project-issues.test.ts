import { aLocalRest } from '../../../test/builders/local-rest';
import { jiraIssueSearch } from './issue-search';
import { jiraPeople } from './people';
import { jiraProjectIssues } from './project-issues';

const world = (role: 'editor' | 'reader' | 'stranger' = 'editor') => {
  const local = aLocalRest();
  const { project, issue } = local.place('CDP-14');
  return { local, project, issue, issues: jiraProjectIssues(local.as(role)) };
};

describe('a project’s issues over Jira REST', () => {
  it('lists standard issues in the order of their keys, with the records asked for', async () => {
    const { issues, project, local } = world();
    const listed = await issues.listIssues(project, { kinds: ['useCase'] });
    const found = listed.ok ? listed.value : [];
    const subtasks = found.filter(({ level }) => level < 0);
    expect(subtasks).toEqual([]);
    const one = found.find(({ key }) => key === 'CDP-14');
    expect(one).toMatchObject({
      summary: 'Win back abandoned carts within the hour',
      type: 'Story',
      level: 0,
      parentKey: 'CDP-2',
      assignee: 'Ines Duarte',
      raw: { useCase: { stage: 'walk' } },
    });
    expect(Object.keys(one?.raw ?? {})).toEqual(['useCase']);
    const requests = local.exchanges().map(({ operationId }) => operationId);
    expect(requests.filter((id) => id === 'bulkFetchIssues').length).toBeLessThanOrEqual(2);
  });

  it('narrows the project by a query, whatever its order', async () => {
    const { issues, project } = world();
    const jql = 'summary ~ "carts" ORDER BY created DESC';
    const listed = await issues.listIssues(project, { jql, kinds: [] });
    expect(listed.ok && listed.value.map(({ key }) => key)).toContain('CDP-14');
    const wrong = await issues.listIssues(project, { jql: 'flavour = 1', kinds: [] });
    expect(wrong).toMatchObject({ ok: false, error: { problem: 'refused', status: 400 } });
  });

  it('tells how far it is', async () => {
    const { issues, project } = world();
    const told: (readonly [number, number])[] = [];
    const listed = await issues.listIssues(project, {
      kinds: [],
      onProgress: (read, all) => told.push([read, all]),
    });
    const count = listed.ok ? listed.value.length : 0;
    expect(told.at(-1)).toEqual([count, count]);
  });

  it('makes issues in order, and says of each why it was not made', async () => {
    const { issues, project, local } = world();
    const types = await issues.readTypes(project);
    const story = types.ok ? types.value.find(({ name }) => name === 'Story') : undefined;
    expect(types.ok && types.value.every(({ level }) => level >= 0)).toBe(true);
    const draft = { op: 'op', typeId: story?.id ?? '', parentId: null, records: {} };
    const made = await issues.makeIssues(project, [
      { ...draft, summary: 'One' },
      { ...draft, summary: '' },
      { ...draft, summary: 'Three', records: { useCase: { schema: 1, rev: 1 } } },
    ]);
    expect(made.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(made[1]).toMatchObject({ error: { problem: 'not-taken' } });
    const third = made[2]?.ok === true ? made[2].value.id : '';
    expect(local.store.state().issueProperties[third]).toEqual({
      northstarImport: { schema: 1, op: 'op' },
      northstarUseCase: { schema: 1, rev: 1 },
    });
  });

  it.each(['reader', 'stranger'] as const)('makes nothing for a %s', async (role) => {
    const { issues, project } = world(role);
    const draft = { op: 'op', typeId: '10001', summary: 'No', parentId: null, records: {} };
    const [made] = await issues.makeIssues(project, [draft]);
    expect(made?.ok).toBe(false);
  });

  it('shows a stranger no issue', async () => {
    const { issues, project } = world('stranger');
    const listed = await issues.listIssues(project, { kinds: ['useCase'] });
    expect(listed.ok ? listed.value : []).toEqual([]);
  });
});

it('finds issues by their words, and people by their names', async () => {
  const { local } = world();
  const found = await jiraIssueSearch(local.as('editor')).findIssues('abandoned');
  expect(found.ok && found.value.map(({ key }) => key)).toContain('CDP-14');
  const people = await jiraPeople(local.as('editor')).findPeople('ines');
  expect(people).toEqual({ ok: true, value: ['Ines Duarte'] });
});
