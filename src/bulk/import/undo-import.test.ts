import { jiraProjectIssues } from '../../adapters/jira/project-issues';
import type { IssueId } from '../../domain/ids';
import { empty, keyed, recordOn, row } from '../../../test/builders/import-rows';
import { anImportWorld, type ImportWorld } from '../../../test/builders/import-world';
import { aLocalRest } from '../../../test/builders/local-rest';
import { worlds } from '../../../local-jira/worlds/worlds';
import type { Issue, Person } from '../../../local-jira/jira/state';
import type { UndoneImport } from './undo-import';

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const put = (body: object): RequestInit => ({ ...post(body), method: 'PUT' });
const words = {
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A word' }] }],
};

/** Two issues that an import made, CDP-1 and CDP-2, and a colleague who works on the first. */
const imported = async (role: Person['role'] = 'admin', lag = 0) => {
  const local = aLocalRest({ state: worlds.empty(), indexLagSeconds: () => lag });
  const world = anImportWorld(local, role);
  const order = await world.order([row(1), row(2)]);
  const outcomes = await world.run(order);
  const issue = (key: string): Issue => {
    const found = Object.values(local.store.state().issues).find((each) => each.key === key);
    if (found === undefined) throw new Error(`no ${key}`);
    return found;
  };
  const undo = (wish: Parameters<ImportWorld['undo']>[2] = {}) => world.undo(order, outcomes, wish);
  return { local, world, order, outcomes, issue, undo, colleague: local.as('editor', null) };
};

const ends = (undone: UndoneImport) =>
  [...undone.values()].map(({ issue, end }) => [issue.key, end.end]);

const automation = {
  accountId: '557058:automation',
  displayName: 'Automation for Jira',
  email: '',
  role: 'app' as const,
};

/** A world in which another account is an app. */
const withAutomation = () => {
  const state = worlds.empty();
  return { ...state, people: [...state.people, automation] };
};

describe('undoing an import', () => {
  it('deletes what it made', async () => {
    const { local, undo } = await imported();
    expect(ends(await undo())).toEqual([
      ['CDP-2', 'deleted'],
      ['CDP-1', 'deleted'],
    ]);
    expect(keyed(local)).toEqual([]);
  });

  const storyType = async (ask: Ask): Promise<string> => {
    const answer = await ask('/rest/api/3/issuetype/project?projectId=10000');
    const types = (await answer.json()) as { readonly id: string; readonly name: string }[];
    return types.find(({ name }) => name === 'Story')?.id ?? '';
  };

  it.each<[string, (ask: Ask, id: string) => Promise<unknown>, object]>([
    [
      'renamed',
      (ask, id) => ask(`/rest/api/3/issue/${id}`, put({ fields: { summary: 'A better name' } })),
      { did: 'changed', what: 'summary' },
    ],
    [
      'commented on',
      (ask, id) => ask(`/rest/api/3/issue/${id}/comment`, post({ body: words })),
      { did: 'commented' },
    ],
    [
      'logged work on',
      (ask, id) => ask(`/rest/api/3/issue/${id}/worklog`, post({ timeSpentSeconds: 600 })),
      { did: 'logged-work' },
    ],
    [
      'moved to another status',
      (ask, id) => ask(`/rest/api/3/issue/${id}/transitions`, post({ transition: { id: '21' } })),
      { did: 'changed', what: 'status' },
    ],
    [
      'given a child',
      async (ask, id) =>
        ask(
          '/rest/api/3/issue',
          post({
            fields: {
              project: { id: '10000' },
              issuetype: { id: await storyType(ask) },
              summary: 'Hangs below',
              parent: { id },
            },
          }),
        ),
      { did: 'added-child', what: 'CDP-3' },
    ],
    [
      'given a record from outside',
      (ask, id) =>
        ask(`/rest/api/3/issue/${id}/properties/northstarDocument`, put({ schema: 1, rev: 1 })),
      { did: 'wrote', what: 'document' },
    ],
  ])('leaves an issue that somebody has %s, also while the search lags', async (_, work, told) => {
    const { local, undo, issue, colleague } = await imported('admin', 600);
    const answer = await work(colleague, issue('CDP-1').id);
    expect((answer as Response).status).toBeLessThan(300);
    const undone = await undo();
    expect(undone.get(1)?.end).toMatchObject({ end: 'kept', by: 'people', work: [told] });
    expect(undone.get(2)?.end).toEqual({ end: 'deleted' });
    expect(keyed(local)).toContainEqual(['CDP-1', expect.any(String)]);
  });

  it('leaves an issue with a file, with another link, or in another project', async () => {
    const { local, undo, issue, colleague } = await imported();
    const one = issue('CDP-1');
    const attachment = {
      ...{ id: '99001', issueId: one.id, authorId: one.creatorId },
      ...{ filename: 'brief.pdf', size: 12, created: one.created },
    };
    local.store.commit({ op: 'add-attachment', attachment });
    const two = issue('CDP-2');
    local.store.commit({
      op: 'put-issue',
      issue: { ...two, key: 'SHOP-900', projectId: '10001' },
    });
    const undone = await undo();
    expect(undone.get(1)?.end).toMatchObject({
      end: 'kept',
      work: [{ did: 'attached', what: 'brief.pdf' }],
    });
    expect(undone.get(2)?.end).toMatchObject({ end: 'kept', work: [{ did: 'moved' }] });

    const again = await imported();
    await again.colleague(
      '/rest/api/3/issueLink',
      post({
        type: { name: 'Blocks' },
        inwardIssue: { key: 'CDP-1' },
        outwardIssue: { key: 'CDP-2' },
      }),
    );
    const other = await again.world.order([row(7)], { importId: 'other' });
    await again.world.run(other);
    await colleague('/rest/api/3/myself');
    await again.colleague(
      '/rest/api/3/issueLink',
      post({
        type: { name: 'Blocks' },
        inwardIssue: { key: 'CDP-1' },
        outwardIssue: { key: 'CDP-3' },
      }),
    );
    expect((await again.undo()).get(1)?.end).toMatchObject({
      end: 'kept',
      work: [{ did: 'linked', what: 'CDP-3' }],
    });
  });

  it('does not count links and children of the import, nor derived values', async () => {
    const local = aLocalRest();
    const world = anImportWorld(local, 'admin');
    const { issue } = local.place('CDP-14');
    const rows = [row(1), row(2, { parent: 'row 1' })];
    const order = await world.order(rows, { under: { root: 'issue', id: issue } });
    const outcomes = await world.run(order);
    const made = [...outcomes.values()].flatMap((each) =>
      each.outcome === 'made' ? [each.issue] : [],
    );
    local.store.commit({
      op: 'put-issue-property',
      issueIds: made.map(({ id }) => id),
      key: 'northstarScore',
      value: { schema: 1 },
    });
    const undone = await world.undo(order, outcomes);
    expect(made).toHaveLength(2);
    expect([...undone.values()].map(({ end }) => end.end)).toEqual(['deleted', 'deleted']);
  });

  it('names what a rule did in the first minute, and deletes such an issue when told so', async () => {
    const local = aLocalRest({ state: withAutomation() });
    const world = anImportWorld(local, 'admin');
    const order = await world.order([row(1)]);
    const outcomes = await world.run(order);
    const one = Object.values(local.store.state().issues)[0];
    if (one === undefined) throw new Error('nothing was made');
    const change = (id: string, seconds: number) => ({
      op: 'add-history' as const,
      history: {
        id,
        issueId: one.id,
        authorId: automation.accountId,
        created: new Date(Date.parse(one.created) + seconds * 1_000).toISOString(),
        items: [{ field: 'labels', fieldtype: 'jira' as const, fieldId: 'labels', from: '' }].map(
          (item) => ({ ...item, fromString: '', to: '', toString: 'new' }),
        ),
      },
    });
    local.store.commit(change('99001', 5));
    const first = await world.undo(order, outcomes);
    expect(first.get(1)?.end).toEqual({
      ...{ end: 'kept', by: 'rule' },
      work: [{ did: 'changed', what: 'labels', by: 'Automation for Jira' }],
    });
    local.store.commit(change('99002', 90));
    const late = await world.undo(order, outcomes, { before: first, withRules: true });
    expect(late.get(1)?.end).toMatchObject({ end: 'kept', by: 'people' });

    const again = await world.order([row(2)], { importId: 'two' });
    const made = await world.run(again);
    const two = Object.values(local.store.state().issues)[1];
    if (two === undefined) throw new Error('nothing was made');
    local.store.commit({
      ...change('99003', 1),
      history: { ...change('99003', 1).history, issueId: two.id },
    });
    const before = await world.undo(again, made);
    const after = await world.undo(again, made, { before, withRules: true });
    expect(after.get(2)?.end).toEqual({ end: 'deleted' });
  });

  it('keeps a use case while a story of the import stays below it', async () => {
    const local = empty();
    const world = anImportWorld(local, 'admin');
    const order = await world.order([row(1, { parent: 'row 2' }), row(2)]);
    const outcomes = await world.run(order);
    const child = outcomes.get(1);
    if (child?.outcome !== 'made') throw new Error('not made');
    await local.as('editor', null)(
      `/rest/api/3/issue/${child.issue.id}/comment`,
      post({ body: words }),
    );
    const undone = await world.undo(order, outcomes);
    expect(undone.get(1)?.end).toMatchObject({ end: 'kept' });
    expect(undone.get(2)?.end).toEqual({ end: 'holds', below: child.issue });
    expect(keyed(local)).toHaveLength(2);
  });

  it('can be repeated for what failed, and never says that somebody else’s deletion was its own', async () => {
    const { local, undo, issue, colleague } = await imported();
    const refused = { operationId: 'deleteIssue', when: 'before', status: 503 } as const;
    local.rest.faults.inject({ ...refused, seconds: 0, headers: {}, times: 1 });
    const first = await undo();
    expect(ends(first)).toEqual([
      ['CDP-2', 'failed'],
      ['CDP-1', 'deleted'],
    ]);
    await colleague(`/rest/api/3/issue/${issue('CDP-2').id}/comment`, post({ body: words }));
    const second = await undo({ before: first });
    expect(second.get(2)?.end).toMatchObject({ end: 'kept' });
    expect(second.get(1)?.end).toEqual({ end: 'deleted' });
    local.store.commit({ op: 'delete-issue', issueId: issue('CDP-2').id });
    expect((await undo()).get(2)?.end).toEqual({ end: 'gone' });
  });

  it('says that an issue was deleted although the answer was lost', async () => {
    const { local, undo } = await imported();
    const lost = { operationId: 'deleteIssue', when: 'after', status: 503 } as const;
    local.rest.faults.inject({ ...lost, seconds: 0, headers: {}, times: 1 });
    expect(ends(await undo())).toEqual([
      ['CDP-2', 'deleted'],
      ['CDP-1', 'deleted'],
    ]);
  });

  it('reverts what was filled, but not what somebody changed since', async () => {
    const local = aLocalRest();
    const world = anImportWorld(local);
    const values = { guardrail: 'No more complaints', test: 'Half and half' };
    const order = await world.order([row(1, { key: 'CDP-14', values })], { matchBy: 'key' });
    const outcomes = await world.run(order);
    await world.ports.saveMany('useCase', [
      {
        issue: local.place('CDP-14').issue,
        opId: 'other',
        changes: [{ field: 'guardrail', base: 'No more complaints', next: 'At most 0.1 %' }],
      },
    ]);
    const undone = await world.undo(order, outcomes);
    expect(undone.get(1)?.end).toMatchObject({ end: 'restored', kept: [{ field: 'guardrail' }] });
    expect(recordOn(local, 'CDP-14')?.values).toMatchObject({ guardrail: 'At most 0.1 %' });
  });

  it('clears the records where the person may not delete, and says so only when it is so', async () => {
    const permission = 'DELETE_ISSUES';
    const { local, undo } = await imported('editor');
    local.store.commit({ op: 'grant', projectId: '10000', permission, accountIds: [] });
    expect((await undo()).get(1)?.end).toEqual({ end: 'cleared' });
    expect(recordOn(local, 'CDP-1')).toBeUndefined();
    expect(keyed(local)).toHaveLength(2);

    const other = await imported('editor');
    other.local.store.commit({ op: 'grant', projectId: '10000', permission, accountIds: [] });
    const refused = { operationId: 'deleteIssueProperty', when: 'before', status: 503 } as const;
    other.local.rest.faults.inject({ ...refused, seconds: 0, headers: {}, times: 99 });
    expect((await other.undo()).get(2)?.end).toMatchObject({ end: 'failed' });
    expect(recordOn(other.local, 'CDP-2')).toBeDefined();
  });
});

it('an issue with more changes than Jira tells at once is taken for worked on', async () => {
  const project = { id: '10000' };
  const fields = { project, created: '2026-11-28T09:00:00.000+0000' };
  const issue = { fields, changelog: { total: 101, histories: [] } };
  const request = (path: string): Promise<Response> =>
    Promise.resolve(Response.json(path.includes('/issue/') ? issue : { issues: [] }));
  const found = await jiraProjectIssues(request).readWork('1' as IssueId);
  expect(found).toMatchObject({ ok: true, value: { events: [{ did: 'changed' }] } });
});
