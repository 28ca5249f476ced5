import { aLocalRest } from '../../../test/builders/local-rest';
import { describeIssueRecords } from '../../../test/ports/issue-records.suite';
import type { IssueId, TaskId } from '../../ports/ids';
import { jiraIssueRecords } from './issue-records';
import type { JiraRequest, JiraResponse } from './request';

describeIssueRecords('Jira REST', () => {
  const local = aLocalRest();
  const place = local.place('CDP-8');
  const revoke = (permission: 'EDIT_ISSUES' | 'BROWSE_PROJECTS'): void => {
    local.store.commit({ op: 'grant', projectId: place.project, permission, accountIds: [] });
  };
  return {
    records: jiraIssueRecords(local.as('editor')),
    place,
    put: (value) => {
      local.store.commit({
        op: 'put-issue-property',
        issueIds: [place.issue],
        key: 'northstarUseCase',
        value,
      });
    },
    mayNotEdit: () => {
      revoke('EDIT_ISSUES');
    },
    hide: () => {
      revoke('BROWSE_PROJECTS');
    },
  };
});

const answer = (
  status: number,
  body: unknown = {},
  headers: Record<string, string> = {},
): JiraResponse => ({
  status,
  headers: { get: (name) => headers[name.toLowerCase()] ?? null },
  json: () => Promise.resolve(body),
});

const issue = '20008' as IssueId;
const write = { seen: undefined, next: { schema: 1 } };

describe('the answer to a conditional write', () => {
  const writeWith = (response: JiraResponse) =>
    jiraIssueRecords(() => Promise.resolve(response)).writeIfUnchanged(issue, 'useCase', write);

  it('names the task in the Location of a 303', async () => {
    const headers = { location: 'https://site.example/rest/api/3/task/10234' };
    expect(await writeWith(answer(303, {}, headers))).toEqual({ ok: true, value: '10234' });
  });

  it('is the task itself where the 303 was followed', async () => {
    expect(await writeWith(answer(200, { id: '10234', status: 'ENQUEUED' }))).toEqual({
      ok: true,
      value: '10234',
    });
  });

  it.each([
    [409, { problem: 'busy' }],
    [403, { problem: 'forbidden' }],
    [404, { problem: 'gone' }],
    [500, { problem: 'no-answer' }],
    [400, { problem: 'refused', status: 400 }],
    [200, { problem: 'refused', status: 200 }],
  ])('is told as a problem for %i', async (status, error) => {
    expect(await writeWith(answer(status))).toEqual({ ok: false, error });
  });

  it.each([
    ['7', 7],
    [undefined, null],
  ])('carries the advice of a rate limit (%s)', async (header, seconds) => {
    const response = answer(429, {}, header === undefined ? {} : { 'retry-after': header });
    expect(await writeWith(response)).toEqual({
      ok: false,
      error: { problem: 'slow-down', seconds },
    });
  });

  it('asks for a first write only where nothing is, and else for the value seen', async () => {
    const bodies: unknown[] = [];
    const request: JiraRequest = (_path, init) => {
      bodies.push(JSON.parse(init?.body ?? ''));
      return Promise.resolve(answer(409));
    };
    const records = jiraIssueRecords(request);
    await records.writeIfUnchanged(issue, 'useCase', write);
    await records.writeIfUnchanged(issue, 'useCase', { ...write, seen: { a: 1 } });
    expect(bodies).toEqual([
      { value: { schema: 1 }, filter: { entityIds: [20008], hasProperty: false } },
      { value: { schema: 1 }, filter: { entityIds: [20008], currentValue: { a: 1 } } },
    ]);
  });
});

describe('reading', () => {
  it('tries once more where Jira did not answer, and then says so', async () => {
    const asked: string[] = [];
    const request: JiraRequest = (path) => {
      asked.push(path);
      return Promise.reject(new Error('reset'));
    };
    expect(await jiraIssueRecords(request).readTask('1' as TaskId)).toEqual({
      ok: false,
      error: { problem: 'no-answer' },
    });
    expect(asked).toEqual(['/rest/api/3/task/1', '/rest/api/3/task/1']);
  });

  it.each([
    ['COMPLETE', 'finished'],
    ['ENQUEUED', 'running'],
    ['RUNNING', 'running'],
    ['FAILED', 'failed'],
    ['DEAD', 'failed'],
    ['CANCELLED', 'failed'],
  ])('takes a task that is %s for %s', async (status, value) => {
    const request: JiraRequest = () => Promise.resolve(answer(200, { status }));
    expect(await jiraIssueRecords(request).readTask('1' as TaskId)).toEqual({ ok: true, value });
  });

  it('refuses an answer that is not in Jira’s shape', async () => {
    const request: JiraRequest = () => Promise.resolve(answer(200, { key: 7 }));
    const { place } = aLocalRest();
    expect(await jiraIssueRecords(request).loadSubject(place('CDP-8'))).toEqual({
      ok: false,
      error: { problem: 'refused', status: 200 },
    });
  });

  it('follows an issue that was moved to another project', async () => {
    const local = aLocalRest();
    const { issue: moved } = local.place('SHOP-1');
    const { project } = local.place('CDP-8');
    const target = local.place('SHOP-1').project;
    const value = { schema: 1, visibility: 'off' };
    local.store.commit({
      op: 'put-project-property',
      projectId: target,
      key: 'northstarSettings',
      value,
    });
    const subject = await jiraIssueRecords(local.as('editor')).loadSubject({
      issue: moved,
      project,
    });
    expect(subject).toMatchObject({ ok: true, value: { placement: 'project-off' } });
  });

  it('cannot be led elsewhere by an id', async () => {
    const asked: string[] = [];
    const request: JiraRequest = (path) => {
      asked.push(path);
      return Promise.resolve(answer(404));
    };
    await jiraIssueRecords(request).readTask('../../issue/1?x#y' as TaskId);
    expect(asked[0]).toBe('/rest/api/3/task/..%2F..%2Fissue%2F1%3Fx%23y');
  });
});
