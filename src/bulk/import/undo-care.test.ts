import { empty, keyed, recordOn, row } from '../../../test/builders/import-rows';
import { anImportWorld } from '../../../test/builders/import-world';
import {
  automation,
  blankProjectIssue,
  ends,
  imported,
  post,
  put,
  withAutomation,
  words,
} from '../../../test/builders/imported';
import { aLocalRest } from '../../../test/builders/local-rest';
import { jiraProjectIssues } from '../../adapters/jira/project-issues';
import type { IssueId } from '../../domain/ids';
import { success } from '../../domain/result';
import { undoImport } from './undo-import';

describe('undoing an import, with care', () => {
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

  it('goes by where the issues hang now, not by where the import put them', async () => {
    const local = empty();
    const world = anImportWorld(local, 'admin');
    const order = await world.order([row(1), row(2), row(3, { parent: 'row 1' })]);
    const outcomes = await world.run(order);
    const made = (number: number) => {
      const outcome = outcomes.get(number);
      if (outcome?.outcome !== 'made') throw new Error('not made');
      return outcome.issue;
    };
    const child = Object.values(local.store.state().issues).find(({ id }) => id === made(3).id);
    if (child === undefined) throw new Error('no child');
    await local.as('editor', null)(
      `/rest/api/3/issue/${child.id}`,
      put({ fields: { parent: { id: made(2).id } } }),
    );
    const undone = await world.undo(order, outcomes);
    expect(undone.get(3)?.end).toMatchObject({ end: 'kept' });
    expect(undone.get(2)?.end).toEqual({ end: 'holds', below: made(3) });
    expect(undone.get(1)?.end).toEqual({ end: 'deleted' });
  });

  it('sees an older story that was moved below, and one that is made while it runs', async () => {
    const { local, world, order, outcomes, issue } = await imported('admin', 600);
    const stories = await anImportWorld(local, 'admin').order([]);
    const story = { ...issue('CDP-1'), typeId: stories.storyType.id };
    const older = { ...story, id: '90001', key: 'CDP-0' };
    local.store.commit({ op: 'put-issue', issue: older });
    const moved = { ...older, parentId: issue('CDP-1').id };
    const { issues } = world.ports;
    // The search gives it without its new parent; the issue itself has it.
    local.store.commit({ op: 'put-issue', issue: moved });
    let isMade = false;
    const busy = {
      ...issues,
      listIssues: async (...args: Parameters<typeof issues.listIssues>) => {
        const listed = await issues.listIssues(...args);
        const extra = { ...blankProjectIssue, id: '90001' as IssueId, key: 'CDP-0' };
        return listed.ok
          ? success([...listed.value, { ...extra, parentId: issue('CDP-1').id as IssueId }])
          : listed;
      },
      readWork: async (id: IssueId) => {
        if (!isMade) {
          isMade = true;
          const late = { ...story, id: '90003', key: 'CDP-3', parentId: issue('CDP-2').id };
          local.store.commit({ op: 'put-issue', issue: late });
        }
        return issues.readWork(id);
      },
    };
    const undone = await undoImport({ ...world.ports, issues: busy }, order, outcomes, {
      ...{ before: new Map(), withRules: false, onProgress: () => undefined },
    });
    expect(undone.get(1)?.end).toMatchObject({ work: [{ did: 'added-child', what: 'CDP-0' }] });
    expect(ends(undone)).toContainEqual(['CDP-1', 'kept']);
  });

  it('deletes nothing after a rule that it has not told about', async () => {
    const { undo, local } = await imported();
    const refused = { operationId: 'deleteIssue', when: 'before', status: 503 } as const;
    local.rest.faults.inject({ ...refused, seconds: 0, headers: {}, times: 2 });
    const first = await undo();
    expect(ends(first).map(([, end]) => end)).toEqual(['failed', 'failed']);
    const one = Object.values(local.store.state().issues)[0];
    const robot = local.store.state().people.find(({ role }) => role === 'app');
    const item = { field: 'labels', fieldtype: 'jira', fieldId: 'labels', from: '' } as const;
    local.store.commit({
      op: 'add-history',
      history: {
        ...{ id: '99009', issueId: one?.id ?? '', authorId: robot?.accountId ?? '' },
        created: one?.created ?? '',
        items: [{ ...item, fromString: '', to: '', toString: 'new' }],
      },
    });
    const second = await undo({ before: first, withRules: true });
    expect(second.get(1)?.end).toMatchObject({ end: 'kept', by: 'rule' });
    expect((await undo({ before: second, withRules: true })).get(1)?.end).toEqual({
      end: 'deleted',
    });
  });

  it.each([200, 202])('takes a deletion that is answered %i for no deletion', async (status) => {
    const { world, order, outcomes, local } = await imported();
    const request = local.as('admin');
    const odd = jiraProjectIssues((path, init) =>
      init?.method === 'DELETE'
        ? Promise.resolve(Response.json({}, { status }))
        : request(path, init),
    );
    const undone = await undoImport({ ...world.ports, issues: odd }, order, outcomes, {
      ...{ before: new Map(), withRules: false, onProgress: () => undefined },
    });
    expect(ends(undone).map(([, end]) => end)).toEqual(['failed', 'failed']);
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

it.each([
  [{ changelog: { total: 101, histories: [] } }],
  [{ changelog: { histories: [] }, fields: { comment: { total: 3, comments: [] } } }],
  [{ changelog: { histories: [] }, fields: { worklog: { total: 1, worklogs: [] } } }],
])('an issue of which Jira tells a part only is taken for worked on: %j', async (answer) => {
  const found = await readFrom(answer);
  expect(found).toMatchObject({ ok: true, value: { events: [{ did: 'changed' }] } });
});

it('an answer without a changelog is none', async () => {
  expect((await readFrom({})).ok).toBe(false);
});

function readFrom(answer: { readonly fields?: object; readonly changelog?: object }) {
  const fields = { project: { id: '10000' }, created: '2026-11-28T09:00:00.000+0000' };
  const issue = { ...answer, fields: { ...fields, ...answer.fields } };
  const request = (path: string): Promise<Response> =>
    Promise.resolve(Response.json(path.includes('/issue/') ? issue : { issues: [] }));
  return jiraProjectIssues(request).readWork('1' as IssueId);
}
