import { join } from 'node:path';
import { indexedPropertiesOf, readManifest } from '../../../../local-jira/forge/manifest';
import { jiraEstimates } from '../../../../src/adapters/jira/estimates';
import { jiraProjectProperties } from '../../../../src/adapters/jira/project-properties';
import type { JiraRequest } from '../../../../src/adapters/jira/request';
import { jiraScoredIssues } from '../../../../src/adapters/jira/scored-issues';
import type { IssueId, ProjectId } from '../../../../src/domain/ids';
import { aLocalRest, type LocalRest } from '../../../../test/builders/local-rest';
import type { FoundPicture, PictureCache } from './picture-cache';
import { createPictureStore, type PictureStore } from './picture-store';

const indexedProperties = indexedPropertiesOf(readManifest(join(__dirname, '../../../..')));

/** A cache that keeps what it is given, as the browser does. */
const aCache = (): PictureCache & { readonly kept: () => FoundPicture | undefined } => {
  let kept: FoundPicture | undefined;
  return {
    kept: () => kept,
    read: () => Promise.resolve(kept),
    write: (picture) => {
      kept = { ...picture, places: new Float32Array(), rated: [] };
      return Promise.resolve();
    },
    noteRated: (rated) => {
      kept &&= { ...kept, rated };
      return Promise.resolve();
    },
    drop: () => {
      kept = undefined;
      return Promise.resolve();
    },
  };
};

const aVisit = async (
  local: LocalRest,
  cache: PictureCache,
  request: JiraRequest = local.as('editor'),
): Promise<PictureStore> => {
  const store = createPictureStore({
    site: 'site',
    project: '10000' as ProjectId,
    source: jiraScoredIssues(request, () => Promise.resolve()),
    projects: jiraProjectProperties(request),
    estimates: jiraEstimates(request),
    cache,
    now: Date.now,
  });
  await store.load();
  return store;
};

const issueIn = (store: PictureStore, id: IssueId) =>
  store.state().issues.find((issue) => issue.id === id);

describe('a visit of the picture', () => {
  const place = (local: LocalRest) => local.place('CDP-14').issue;

  it('looks for estimates where the project says now, not where it said at the last visit', async () => {
    const local = aLocalRest({ indexedProperties });
    const cache = aCache();
    await aVisit(local, cache);
    expect(issueIn(await aVisit(local, cache), place(local))?.points).toBe(5);
    const value = { schema: 1, rev: 1, scoring: {} };
    const scoring = {
      ...{ model: 'value-effort', effortBy: 'points', valueCriteria: [], effortCriteria: [] },
      ...{ thresholds: {}, names: {}, estimateField: 'customfield_10099' },
    };
    local.store.commit({
      op: 'put-project-property',
      projectId: '10000',
      key: 'northstarSettings',
      value: { ...value, scoring },
    });
    const again = await aVisit(local, cache);
    expect(issueIn(again, place(local))?.points).toBeUndefined();
    expect(cache.kept()?.pointsIn).toEqual(['customfield_10099']);
  });

  it('forgets a score that was removed since, of which no query tells', async () => {
    const local = aLocalRest({ indexedProperties });
    const cache = aCache();
    await aVisit(local, cache);
    const issueIds = [place(local)];
    local.store.commit({ op: 'delete-issue-property', issueIds, key: 'northstarScore' });
    expect(issueIn(await aVisit(local, cache), place(local))?.score).toBeUndefined();
  });

  it('shows what the viewer rated, though the index does not know of it yet', async () => {
    const local = aLocalRest({ indexedProperties, indexLagSeconds: () => 600 });
    const cache = aCache();
    const first = await aVisit(local, cache);
    const id = place(local);
    const score = local.store.state().issueProperties[id]?.['northstarScore'] as object;
    local.store.commit({
      op: 'put-issue-property',
      issueIds: [id],
      key: 'northstarScore',
      value: { ...score, value: 1.25 },
    });
    await first.rated(new Map([[id, { rev: 1, ops: [], changes: [], answers: {} } as never]]));
    expect(issueIn(await aVisit(local, cache), id)?.score?.value.likely).toBe(1.25);
  });

  it('asks for no more than what changed, however long ago all was scored', async () => {
    const local = aLocalRest({ indexedProperties });
    const cache = aCache();
    await aVisit(local, cache);
    const before = local.exchanges().length;
    await aVisit(local, cache);
    const asked = local.exchanges().slice(before);
    const bodies = asked.filter(({ path }) => path.endsWith('/bulkfetch'));
    expect(bodies).toEqual([]);
    expect(asked.filter(({ path }) => path.endsWith('/search/jql'))).toHaveLength(3);
  });

  it('counts whom Jira does not tell, and finds them by reading again', async () => {
    const local = aLocalRest({ indexedProperties });
    const ask = local.as('editor');
    let silent = true;
    const request: JiraRequest = async (path, init) => {
      const answer = await ask(path, init);
      if (!silent || !path.endsWith('/bulkfetch')) return answer;
      const body = (await answer.json()) as { issues: { key: string }[] };
      const issues = body.issues.filter(({ key }) => key !== 'CDP-14');
      return Response.json({ ...body, issues });
    };
    const cache = aCache();
    const store = await aVisit(local, cache, request);
    expect(store.state()).toMatchObject({ phase: 'ready', unread: 1 });
    silent = false;
    await store.load();
    expect(store.state()).toMatchObject({ phase: 'ready', unread: 0 });
    expect(issueIn(store, place(local))).toBeDefined();
  });

  it('keeps nothing of a project that the viewer may not see any more', async () => {
    const local = aLocalRest({ indexedProperties });
    const cache = aCache();
    await aVisit(local, cache);
    expect(cache.kept()).toBeDefined();
    const lost = await aVisit(local, cache, local.as('stranger'));
    expect(lost.state().phase).toBe('failed');
    expect(cache.kept()).toBeUndefined();
  });
});
