import { problemOf } from './request';
import { jiraScores } from './scores';
import type { JiraRequest } from './request';
import type { IssueId } from '../../ports/ids';

const answer = (status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(status === 204 ? null : '{}', { status, headers });

describe('what an answer of Jira stands for', () => {
  it.each([
    [401, { problem: 'forbidden' }],
    [403, { problem: 'forbidden' }],
    [404, { problem: 'gone' }],
    [409, { problem: 'busy' }],
    [429, { problem: 'slow-down', seconds: null }],
    [400, { problem: 'refused', status: 400 }],
    [413, { problem: 'refused', status: 413 }],
    [500, { problem: 'no-answer' }],
    [503, { problem: 'no-answer' }],
  ])('%i', (status, problem) => {
    expect(problemOf(answer(status))).toEqual(problem);
  });

  it('is how long to wait, where Jira says so', () => {
    expect(problemOf(answer(429, { 'retry-after': '7' }))).toEqual({
      problem: 'slow-down',
      seconds: 7,
    });
  });
});

describe('scores of many issues', () => {
  it('go in portions of 100, each once', async () => {
    const portions: number[] = [];
    const request: JiraRequest = (_path, init) => {
      const { issues } = JSON.parse(String(init?.body)) as { readonly issues: readonly unknown[] };
      portions.push(issues.length);
      return Promise.resolve(answer(204));
    };
    const ids = Array.from({ length: 250 }, (_, index) => String(index) as IssueId);
    const scores = new Map(ids.map((id) => [id, { schema: 1 }]));
    const progress: number[] = [];
    const end = await jiraScores(request, () => Promise.resolve()).writeScores(scores, (done) => {
      progress.push(done);
    });
    expect(end).toEqual({ ok: true, value: null });
    expect(portions).toEqual([100, 100, 50]);
    expect(progress).toEqual([100, 200, 250]);
  });
});
