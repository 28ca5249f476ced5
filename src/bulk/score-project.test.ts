import { join } from 'node:path';
import { indexedPropertiesOf, readManifest } from '../../local-jira/forge/manifest';
import { aLocalRest, type LocalRest } from '../../test/builders/local-rest';
import { jiraEstimates } from '../adapters/jira/estimates';
import { jiraProjectIssues } from '../adapters/jira/project-issues';
import type { JiraRequest } from '../adapters/jira/request';
import { jiraScores } from '../adapters/jira/scores';
import { standardScoring } from '../domain/scoring/scoring-settings';
import { toStoredScoring } from '../domain/scoring/scoring-settings';
import type { Issue } from '../../local-jira/jira/state';
import { isRestricted } from '../adapters/jira/restriction';
import { estimatesOf } from '../domain/scoring/estimate-of';
import { scoreProject } from './score-project';

const indexedProperties = indexedPropertiesOf(readManifest(join(__dirname, '../..')));
const now = (): Promise<void> => Promise.resolve();

const portsOn = (local: LocalRest, request: JiraRequest = local.as('admin')) => ({
  issues: jiraProjectIssues(request, now),
  estimates: jiraEstimates(request),
  scores: jiraScores(request, now),
  clock: { now: () => 1_763_800_000_000 },
});

const scored = async (local: LocalRest, settings: object, request?: JiraRequest) => {
  const ports = portsOn(local, request);
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
  const world = () => {
    const local = aLocalRest();
    const place = local.place('CDP-1');
    const read = async (role: 'editor' | 'admin' = 'editor') => {
      const ask = local.as(role);
      const shortened: JiraRequest = (path, init) => {
        if (!path.endsWith('/search/jql') || init?.body === undefined) return ask(path, init);
        const body = { ...(JSON.parse(init.body) as object), maxResults: 2 };
        return ask(path, { ...init, body: JSON.stringify(body) });
      };
      const found = await jiraEstimates(shortened).readEstimate(place, '');
      return found.ok ? found.value.estimate : undefined;
    };
    const change = (key: string, with_: Partial<Issue>) => {
      const issue = local.store.state().issues[local.place(key).issue];
      if (issue === undefined) throw new Error(`no ${key}`);
      local.store.commit({ op: 'put-issue', issue: { ...issue, ...with_ } });
    };
    return { local, place, read, change };
  };

  it('is the sum of its stories in its own project, page after page', async () => {
    const { place, read, change } = world();
    const before = await read();
    expect(before).toMatchObject({ from: 'stories' });
    expect(before?.stories).toBeGreaterThan(3);
    change('SHOP-1', { parentId: place.issue, points: 40 });
    expect(await read()).toEqual({
      ...before,
      uncounted: { restricted: 0, elsewhere: 1, points: 40 },
    });
  });

  it('counts no story under issue security, and says so to who sees it', async () => {
    const { local, place, read, change } = world();
    const before = await read();
    const story = Object.values(local.store.state().issues).find(
      ({ parentId, points }) => parentId === place.issue && points === 8,
    );
    const [level] = local.store.state().securityLevels;
    if (before === undefined || level === undefined || story === undefined)
      throw new Error('The world has no such story.');
    const points = 8;
    change(story.key, { securityLevelId: level.id });
    const counted = {
      ...before,
      points: before.points - points,
      estimated: before.estimated - 1,
      stories: before.stories - 1,
    };
    const after = await read('admin');
    expect(after).toEqual({ ...counted, uncounted: { restricted: 1, elsewhere: 0, points } });
    // Who does not see the story is told the same sum, and nothing of the story.
    expect(await read('editor')).toEqual(counted);
  });

  it('leaves restricted stories out of the scores of all likewise', async () => {
    const { local, place, change } = world();
    const sum = async () => {
      const listed = await portsOn(local).issues.listIssues(place.project, {
        ...{ kinds: [], pointsIn: ['customfield_10026'] },
      });
      return estimatesOf(listed.ok ? listed.value : []).get(place.issue)?.points ?? 0;
    };
    const before = await sum();
    const story = Object.values(local.store.state().issues).find(
      ({ parentId, points }) => parentId === place.issue && points === 8,
    );
    const securityLevelId = local.store.state().securityLevels[0]?.id ?? '';
    change(story?.key ?? '', { securityLevelId });
    expect(await sum()).toBe(before - 8);
  });

  it.each([
    [{ security: { id: '1' } }, true],
    [{ security: null }, false],
    [{}, false],
    [{ issuerestriction: { issuerestrictions: {}, shouldDisplay: true } }, false],
    [{ issuerestriction: { issuerestrictions: { projectrole: [{}] }, shouldDisplay: true } }, true],
  ])('takes %j for restricted: %s', (fields, restricted) => {
    expect(isRestricted(fields)).toBe(restricted);
  });
});
