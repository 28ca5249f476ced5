import { aLocalRest } from '../../../test/builders/local-rest';
import { describeIssueRecords } from '../../../test/ports/issue-records.suite';
import type { IssueId } from '../../domain/ids';
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

const answer = (status: number, body: unknown = {}): JiraResponse => ({
  status,
  headers: { get: () => null },
  json: () => Promise.resolve(body),
});

const issue = '20008' as IssueId;

describe('reading', () => {
  it('tries once more where Jira did not answer, and then says so', async () => {
    const asked: string[] = [];
    const request: JiraRequest = (path) => {
      asked.push(path);
      return Promise.reject(new Error('reset'));
    };
    expect(await jiraIssueRecords(request).readRaw(issue, 'useCase')).toEqual({
      ok: false,
      error: { problem: 'no-answer' },
    });
    const path = '/rest/api/3/issue/20008?fields=summary&properties=northstarUseCase';
    expect(asked).toEqual([path, path]);
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
    await jiraIssueRecords(request).readRaw('../../issue/1?x#y' as IssueId, 'useCase');
    expect(asked[0]).toBe(
      '/rest/api/3/issue/..%2F..%2Fissue%2F1%3Fx%23y?fields=summary&properties=northstarUseCase',
    );
  });
});
