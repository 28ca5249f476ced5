import { aLocalRest } from '../../../test/builders/local-rest';
import { manyUseCases } from '../../../local-jira/worlds/many-use-cases';
import { indexedPropertiesOf, readManifest } from '../../../local-jira/forge/manifest';
import { join } from 'node:path';
import type { ProjectId } from '../../domain/ids';
import type { ScoredIssue } from '../../domain/quadrant/scored-issue';
import { jiraScoredIssues } from './scored-issues';

const indexedProperties = indexedPropertiesOf(readManifest(join(__dirname, '../../..')));
const project = '10000' as ProjectId;
const points = ['customfield_10026'];
const noWait = () => Promise.resolve();

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

const reading = async (request: Ask) => {
  const issues: ScoredIssue[] = [];
  const unread: string[] = [];
  let known = 0;
  const ids = await jiraScoredIssues(request, noWait).readAll(project, Promise.resolve(points), {
    onIds: (count) => {
      known = count;
    },
    onIssues: (portion) => {
      issues.push(...portion);
    },
    onUnread: (portion) => {
      unread.push(...portion);
    },
    onSlowDown: () => undefined,
  });
  return { ids, issues, known, unread };
};

type Asked = {
  readonly jql?: string;
  readonly maxResults?: number;
  readonly issueIdsOrKeys?: readonly string[];
};

const askedIn = (init: RequestInit | undefined): Asked =>
  JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as Asked;

/** Jira, but of issues that are asked for by id some are passed over in silence. */
const passingOver =
  (ask: Ask, isPassedOver: (id: string) => boolean): Ask =>
  async (path, init) => {
    const answer = await ask(path, init);
    if (!path.endsWith('/bulkfetch')) return answer;
    const body = (await answer.json()) as { issues: { id: string }[]; issueErrors: object[] };
    return Response.json({ ...body, issues: body.issues.filter(({ id }) => !isPassedOver(id)) });
  };

describe('scored issues over Jira', () => {
  it('reads 12,000 with 3 pages of ids and 12 portions, each once', async () => {
    const local = aLocalRest({ state: manyUseCases('many', 12_000), indexedProperties });
    const { ids, issues, known } = await reading(local.as('editor'));
    expect(local.exchanges()).toHaveLength(15);
    expect(ids.ok && ids.value.length).toBe(12_000);
    expect(new Set(issues.map(({ id }) => id)).size).toBe(12_000);
    expect(known).toBe(12_000);
    expect(issues[0]).toMatchObject({
      score: { model: 'value-effort' },
      points: expect.any(Number) as number,
    });
  });

  it('follows the token where Jira refuses a range, and loses nobody', async () => {
    const state = manyUseCases('many', 11_000);
    const gone = Object.values(state.issues).find(({ key }) => key === 'CDP-6000');
    const issues = Object.fromEntries(
      Object.entries(state.issues).filter(([id]) => id !== gone?.id),
    );
    const local = aLocalRest({ state: { ...state, issues }, indexedProperties });
    const read = await reading(local.as('editor'));
    expect(read.ids.ok && read.ids.value.length).toBe(10_999);
    expect(new Set(read.issues.map(({ id }) => id)).size).toBe(10_999);
  });

  it('falls back to a hundred at once where Jira takes no thousand', async () => {
    const local = aLocalRest({ state: manyUseCases('many', 1_200), indexedProperties });
    const ask = local.as('editor');
    const strict: Ask = (path, init) => {
      if ((askedIn(init).issueIdsOrKeys?.length ?? 0) <= 100) return ask(path, init);
      return Promise.resolve(Response.json({ errorMessages: ['too many'] }, { status: 400 }));
    };
    const { issues } = await reading(strict);
    expect(new Set(issues.map(({ id }) => id)).size).toBe(1_200);
  });

  it('follows the token of a range whose pages are shorter than asked', async () => {
    const local = aLocalRest({ state: manyUseCases('many', 12_000), indexedProperties });
    const ask = local.as('editor');
    const { ids, issues } = await reading((path, init) => {
      const asked = askedIn(init);
      const body = JSON.stringify({ ...asked, maxResults: 2_500 });
      return ask(path, asked.maxResults === undefined ? init : { ...init, body });
    });
    expect(ids.ok && new Set(ids.value).size).toBe(12_000);
    expect(new Set(issues.map(({ id }) => id)).size).toBe(12_000);
  });

  it('asks once more for whom an answer passes over, and tells who is missing then', async () => {
    const local = aLocalRest({ state: manyUseCases('many', 1_200), indexedProperties });
    const seen = new Set<string>();
    const request = passingOver(local.as('editor'), (id) => {
      const first = !seen.has(id);
      seen.add(id);
      return id.endsWith('500') || (first && id.endsWith('7'));
    });
    const { ids, issues, unread } = await reading(request);
    expect(ids.ok && ids.value.length).toBe(1_200);
    expect(unread.length).toBeGreaterThan(0);
    expect(unread.every((id) => id.endsWith('500'))).toBe(true);
    expect(issues.length + unread.length).toBe(1_200);
  });

  it('does not wait for whom Jira says to be out of sight', async () => {
    const local = aLocalRest({ state: manyUseCases('many', 300), indexedProperties });
    const ask = local.as('editor');
    const { issues, unread } = await reading(async (path, init) => {
      const answer = await ask(path, init);
      if (!path.endsWith('/bulkfetch')) return answer;
      const { issues: all } = (await answer.json()) as { issues: { id: string }[] };
      const [gone, ...others] = all;
      return Response.json({ issues: others, issueErrors: [{ id: gone?.id }] });
    });
    expect([issues.length, unread]).toEqual([299, []]);
  });

  it('waits as long as Jira says, and asks again what was not answered', async () => {
    const local = aLocalRest({ state: manyUseCases('many', 300), indexedProperties });
    const ask = local.as('editor');
    const waits: number[] = [];
    const answers = [
      () => Response.json({}, { status: 429, headers: { 'retry-after': '7' } }),
      () => Response.json({}, { status: 503 }),
      () => Response.json({}, { status: 429 }),
    ];
    const busy: Ask = (path, init) => {
      const trouble = answers.shift();
      return trouble === undefined ? ask(path, init) : Promise.resolve(trouble());
    };
    const source = jiraScoredIssues(busy, (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    });
    const told: number[] = [];
    const ids = await source.readIds(project, (seconds) => told.push(seconds));
    expect(ids.ok && ids.value.length).toBe(300);
    expect(waits).toEqual([7_000, 600, 20_000]);
    expect(told).toEqual([7, 20]);
  });

  it('gives up with the problem where Jira goes on refusing', async () => {
    const never: Ask = () => Promise.resolve(Response.json({}, { status: 503 }));
    const { ids } = await reading(never);
    expect(ids).toEqual({ ok: false, error: { problem: 'no-answer' } });
  });

  it('leaves out what the person does not see', async () => {
    const local = aLocalRest({ indexedProperties });
    const { issues } = await reading(local.as('stranger'));
    expect(issues).toEqual([]);
    const secret = (role: 'editor' | 'admin') =>
      reading(local.as(role)).then(({ issues: all }) => all.some(({ key }) => key === 'CDP-119'));
    expect([await secret('editor'), await secret('admin')]).toEqual([false, true]);
  });

  it('lists who has no score in the order of rank, and what changed since a moment', async () => {
    const local = aLocalRest({ indexedProperties });
    const source = jiraScoredIssues(local.as('editor'), noWait);
    const unscored = await source.readUnscored(project);
    const keyOf = (id: string) => local.store.state().issues[id]?.key;
    expect(unscored.ok && unscored.value.slice(0, 3).map(keyOf)).toEqual([
      'CDP-1',
      'CDP-2',
      'CDP-3',
    ]);
    const now = Math.floor(Date.now() / 1000);
    const { issue } = local.place('CDP-14');
    const score = { ...(local.store.state().issueProperties[issue]?.['northstarScore'] as object) };
    local.store.commit({
      op: 'put-issue-property',
      issueIds: [issue],
      key: 'northstarScore',
      value: { ...score, modifiedAt: now } as never,
    });
    const changes = await source.readChanges(
      project,
      { scored: now - 60, updated: now - 60 },
      points,
    );
    expect(changes.ok && changes.value?.map(({ key }) => key)).toContain('CDP-14');
  });
});
