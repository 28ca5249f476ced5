import { keyed, row } from '../../../test/builders/import-rows';
import { anImportWorld } from '../../../test/builders/import-world';
import { ends, imported, post, put, words, type Ask } from '../../../test/builders/imported';
import { aLocalRest } from '../../../test/builders/local-rest';

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
    // A colleague's link is their work, also where it joins two issues of the import.
    expect((await again.undo()).get(1)?.end).toMatchObject({
      end: 'kept',
      work: [
        { did: 'linked', what: 'CDP-2' },
        { did: 'linked', what: 'CDP-3' },
      ],
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
});
