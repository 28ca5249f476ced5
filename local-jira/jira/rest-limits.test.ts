import { ask } from '../../test/builders/ask';
import { aLocalRest } from '../../test/builders/local-rest';

const story = (summary: string) => ({
  fields: { project: { key: 'CDP' }, issuetype: { name: 'Story' }, summary },
});

describe('at the limits', () => {
  it('takes and gives properties of 32,768 characters', async () => {
    const local = aLocalRest();
    const value = 'x'.repeat(32_766);
    const put = { method: 'PUT', path: '/issue/CDP-14/properties/x', body: value };
    expect((await ask(local, put)).status).toBe(201);
    expect((await ask(local, { path: '/issue/CDP-14/properties/x' })).body).toEqual({
      key: 'x',
      value,
    });
  });

  it('fetches 1,000 issues in the documented shape, and names those that are not there', async () => {
    const issueIdsOrKeys = Array.from(
      { length: 1_000 },
      (_none, index) => `CDP-${String(index + 1)}`,
    );
    const body = { issueIdsOrKeys, fields: ['summary'], properties: ['northstarUseCase'] };
    const local = aLocalRest();
    const answer = await ask(local, { method: 'POST', path: '/issue/bulkfetch', body });
    const { issues, issueErrors } = answer.body as { issues: unknown[]; issueErrors: unknown[] };
    expect(issues.length + issueErrors.length).toBe(1_000);
    expect(issueErrors).toContainEqual({
      id: 'CDP-119',
      errorMessage: 'Issue does not exist or you do not have permission to see it.',
    });
    const labels = { ...body, fields: ['labels'] };
    const refused = await ask(local, { method: 'POST', path: '/issue/bulkfetch', body: labels });
    expect(refused.status).toBe(400);
  });

  it('creates fifty issues at once, each with its own key, and tells which of them failed', async () => {
    const local = aLocalRest();
    const issueUpdates = Array.from({ length: 50 }, (_none, index) =>
      story(index === 7 ? '' : `Number ${String(index)}`),
    );
    const answer = await ask(local, {
      method: 'POST',
      path: '/issue/bulk',
      body: { issueUpdates },
    });
    const { issues, errors } = answer.body as {
      issues: readonly { key: string }[];
      errors: readonly { failedElementNumber: number }[];
    };
    expect(new Set(issues.map(({ key }) => key)).size).toBe(49);
    expect(errors.map(({ failedElementNumber }) => failedElementNumber)).toEqual([7]);
  });
});
