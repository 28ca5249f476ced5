import { join } from 'node:path';
import { indexedPropertiesOf, readManifest } from '../../local-jira/forge/manifest';
import { aLocalRest, type LocalRest } from '../../test/builders/local-rest';
import { jiraEstimates } from '../adapters/jira/estimates';
import { jiraProjectIssues } from '../adapters/jira/project-issues';
import type { JiraRequest } from '../adapters/jira/request';
import { jiraScores } from '../adapters/jira/scores';
import { standardScoring } from '../domain/scoring/scoring-settings';
import { toStoredScoring } from '../domain/scoring/scoring-settings';
import { scoreProject } from './score-project';

const indexedProperties = indexedPropertiesOf(readManifest(join(__dirname, '../..')));
const now = (): Promise<void> => Promise.resolve();

const scored = async (
  local: LocalRest,
  settings: object,
  request: JiraRequest = local.as('admin'),
) => {
  const ports = {
    issues: jiraProjectIssues(request, now),
    estimates: jiraEstimates(request),
    scores: jiraScores(request, now),
    clock: { now: () => 1_763_800_000_000 },
  };
  return scoreProject(ports, local.place('CDP-8').project, settings, () => undefined);
};

/** Settings under which low values are high already. */
const generous = {
  schema: 1,
  rev: 1,
  scoring: toStoredScoring({
    ...standardScoring,
    thresholds: { 'value-effort': { value: 1, effort: 8 } },
  }),
};

const scoreIn = (local: LocalRest, key: string) =>
  local.store.state().issueProperties[local.place(key).issue]?.['northstarScore'] as
    { readonly quadrant?: string } | undefined;

describe('scoreProject', () => {
  it('makes the stored scores what the settings come to now, and says how many', async () => {
    const local = aLocalRest({ indexedProperties });
    const made = await scored(local, generous);
    expect(made).toMatchObject({ ok: true, value: { refused: 0 } });
    expect(made.ok && made.value.written).toBeGreaterThan(20);
    expect(scoreIn(local, 'CDP-20')?.quadrant).toBe('quick-win');
    expect(await scored(local, generous)).toMatchObject({ value: { written: 0 } });
  });

  it('goes on where Jira asked to be left alone, in reading and in writing', async () => {
    const local = aLocalRest({ indexedProperties });
    const ask = local.as('admin');
    const refusals = new Map([
      ['/rest/api/3/search/jql', 1],
      ['/rest/api/3/issue/bulkfetch', 2],
      ['/rest/api/3/issue/properties/multi', 2],
    ]);
    const made = await scored(local, generous, (path, init) => {
      const left = refusals.get(path) ?? 0;
      refusals.set(path, left - 1);
      return left > 0
        ? Promise.resolve(Response.json({}, { status: 429, headers: { 'retry-after': '5' } }))
        : ask(path, init);
    });
    expect(made).toMatchObject({ ok: true, value: { refused: 0 } });
    expect([...refusals.values()].every((left) => left < 0)).toBe(true);
    expect(scoreIn(local, 'CDP-20')?.quadrant).toBe('quick-win');
  });

  it('leaves types alone that the project leaves alone', async () => {
    const local = aLocalRest({ indexedProperties });
    const { issues } = local.store.state();
    const typeId = issues[local.place('CDP-20').issue]?.typeId;
    const before = scoreIn(local, 'CDP-20');
    await scored(local, { ...generous, hiddenTypes: [typeId] });
    expect(scoreIn(local, 'CDP-20')).toEqual(before);
  });
});

describe('the estimate of a use case', () => {
  it('is the sum of its stories in its own project, page after page', async () => {
    const local = aLocalRest();
    const place = local.place('CDP-1');
    const ask = local.as('editor');
    const shortened: JiraRequest = (path, init) => {
      if (!path.endsWith('/search/jql') || init?.body === undefined) return ask(path, init);
      const body = { ...(JSON.parse(init.body) as object), maxResults: 2 };
      return ask(path, { ...init, body: JSON.stringify(body) });
    };
    const read = async () => {
      const found = await jiraEstimates(shortened).readEstimate(place, '');
      return found.ok ? found.value : undefined;
    };
    const before = await read();
    expect(before).toMatchObject({ from: 'stories' });
    expect(before?.stories).toBeGreaterThan(3);
    const foreign = local.store.state().issues[local.place('SHOP-1').issue];
    if (foreign === undefined) throw new Error('The world has no shop.');
    const issue = { ...foreign, parentId: place.issue, points: 40 };
    local.store.commit({ op: 'put-issue', issue });
    expect(await read()).toEqual(before);
  });
});
