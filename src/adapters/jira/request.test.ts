import { problemOf, read } from './request';
import { jiraScores } from './scores';
import type { JiraRequest } from './request';
import type { IssueId } from '../../domain/ids';

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

describe('a reading', () => {
  const reading = async (...answers: readonly Response[]) => {
    const left = [...answers];
    const waited: number[] = [];
    const end = await read(
      () => Promise.resolve(left.shift() ?? answer(500)),
      '/rest/api/3/issue/1',
      (milliseconds) => {
        waited.push(milliseconds);
        return Promise.resolve();
      },
    );
    return { end, waited, asked: answers.length - left.length };
  };

  it('waits as long as Jira asks, if that is short, and asks again', async () => {
    const slow = answer(429, { 'retry-after': '2' });
    expect(await reading(slow, answer(200))).toEqual({
      end: { ok: true, value: {} },
      waited: [2_000],
      asked: 2,
    });
  });

  it.each([['60'], [undefined]])(
    'is not tried again by itself where the wait is long or not said (%s)',
    async (after) => {
      const slow = answer(429, after === undefined ? {} : { 'retry-after': after });
      const { end, waited, asked } = await reading(slow, answer(200));
      expect(end).toMatchObject({ ok: false, error: { problem: 'slow-down' } });
      expect({ waited, asked }).toEqual({ waited: [], asked: 1 });
    },
  );

  it('is tried once more without a wait where Jira did not answer', async () => {
    expect(await reading(answer(503), answer(200))).toMatchObject({ waited: [], asked: 2 });
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
