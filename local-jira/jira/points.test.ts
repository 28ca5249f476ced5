import { aLocalRest } from '../../test/builders/local-rest';

describe('points', () => {
  it('are counted for functions only: one, and one for each object', async () => {
    const local = aLocalRest();
    const search = (scopes: readonly string[] | null) =>
      local.as('editor', scopes)('/rest/api/3/search/jql?jql=project%3DSHOP&fields=summary');
    await search(null);
    await search(['read:jira-work']);
    const [client, app] = local.rest.log.all();
    const issues = Object.values(local.store.state().issues).filter(
      ({ projectId }) => projectId === '10001',
    );
    expect(client?.points).toBe(0);
    expect(app?.points).toBe(1 + issues.length);
  });
});
