import { jiraDocuments } from '../adapters/jira/documents';
import { jiraEstimates } from '../adapters/jira/estimates';
import { jiraIssueRecords } from '../adapters/jira/issue-records';
import { standardScoring, toStoredScoring } from '../domain/scoring/scoring-settings';
import { derive } from '../bulk/derive-score';
import { call } from '../../test/builders/call-resolver';
import { aLocalRest, type LocalRest } from '../../test/builders/local-rest';

describe('rating, as four kinds of person', () => {
  const four = { low: 4, likely: 4, high: 4 };
  const answers = ['revenue', 'reach', 'fit', 'learning', 'points'];
  const rated = (local: LocalRest, key = 'CDP-8') => ({
    issue: local.place(key).issue,
    opId: 'rating-1',
    changes: answers.map((input) => ({ input, base: null, next: four })),
  });
  const storedOn = (local: LocalRest, key: string, property: string) =>
    local.store.state().issueProperties[local.place(key).issue]?.[property];

  it.each([
    ['editor', { ok: true, value: { state: 'saved', clashes: [] } }],
    ['admin', { ok: true, value: { state: 'saved', clashes: [] } }],
    ['reader', { ok: false, error: { code: 'may-not-edit' } }],
    ['stranger', { ok: false, error: { code: 'gone' } }],
  ] as const)('recordRating as %s', async (role, expected) => {
    const local = aLocalRest();
    // The context stands on another issue: the rights are checked on the one that is named.
    const result = await call(local, role, 'recordRating', rated(local, 'CDP-13'));
    expect(result).toMatchObject(expected);
    expect(storedOn(local, 'CDP-13', 'northstarRating') !== undefined).toBe(expected.ok);
    expect(storedOn(local, 'CDP-8', 'northstarRating')).toBeUndefined();
  });

  it.each([
    ['editor', true],
    ['admin', true],
    ['reader', false],
    ['stranger', false],
  ] as const)('derive as %s: Jira itself judges who may write the score', async (role, may) => {
    const local = aLocalRest();
    const place = local.place('CDP-13');
    await call(local, 'editor', 'recordRating', rated(local, 'CDP-13'));
    const request = local.as(role);
    const ports = {
      ...{ records: jiraIssueRecords(request), estimates: jiraEstimates(request) },
      documents: jiraDocuments(request),
      now: () => 1_763_800_000_000,
    };
    const rating = storedOn(local, 'CDP-13', 'northstarRating');
    const derived = await derive(ports, place, { rating, useCase: undefined, settings: undefined });
    expect(derived.ok).toBe(may);
    expect(storedOn(local, 'CDP-13', 'northstarScore') !== undefined).toBe(may);
  });

  it.each([
    ['no issue', { issue: 'CDP-8' }],
    ['no changes', { changes: [] }],
    ['an input that is no name', { changes: [{ input: '__proto__', base: null, next: four }] }],
    ['an input with signs', { changes: [{ input: 'a.b', base: null, next: four }] }],
    ['a figure', { changes: [{ input: 'reach', base: null, next: 4 }] }],
    [
      'a range that falls',
      { changes: [{ input: 'reach', base: null, next: { low: 4, likely: 3, high: 5 } }] },
    ],
    ['a rung that does not exist', { changes: [{ input: 'evidence', base: null, next: 'faith' }] }],
    [
      'an input twice',
      {
        changes: [
          { input: 'reach', base: null, next: four },
          { input: 'reach', base: null, next: four },
        ],
      },
    ],
  ])('refuses a rating with %s', async (_name, change) => {
    const local = aLocalRest();
    expect(await call(local, 'editor', 'recordRating', { ...rated(local), ...change })).toEqual({
      ok: false,
      error: { code: 'invalid-payload' },
    });
  });

  it.each([
    ['a criterion that nobody asks about', 'wealth', false],
    ['the evidence', 'evidence', true],
    ['a criterion of another model', 'riceReach', true],
  ])('takes answers of what the project asks about only: %s', async (_name, input, may) => {
    const local = aLocalRest();
    const next = input === 'evidence' ? 'data' : four;
    const change = { input, base: null, next };
    const one = await call(local, 'editor', 'recordRating', {
      ...rated(local),
      changes: [change],
    });
    expect(one).toMatchObject(may ? { ok: true } : { error: { code: 'invalid-payload' } });
    const { issue } = local.place('CDP-13');
    const edits = [{ issue, opId: 'rating-many', changes: [change] }];
    const many = await call(local, 'editor', 'takeMany', { document: 'rating', edits });
    expect(many).toMatchObject(may ? { ok: true } : { error: { code: 'invalid-payload' } });
  });

  it('takes answers to a criterion that the project wrote itself, whatever it is called', async () => {
    const local = aLocalRest();
    const { project } = local.place('CDP-8');
    const scale = { kind: 'number', least: 1, most: 5, unit: '' } as const;
    const own = {
      id: 'constructor',
      name: 'Constructor',
      weight: 1,
      direction: 'more',
      scale,
    } as const;
    const scoring = toStoredScoring({ ...standardScoring, valueCriteria: [own] });
    const value = { schema: 1, rev: 1, scoring };
    local.store.commit({
      ...{ op: 'put-project-property', projectId: project, key: 'northstarSettings' },
      value,
    });
    const payload = {
      ...rated(local),
      changes: [{ input: 'constructor', base: null, next: four }],
    };
    expect(await call(local, 'editor', 'recordRating', payload)).toMatchObject({ ok: true });
    expect(storedOn(local, 'CDP-8', 'northstarRating')).toMatchObject({
      answers: { constructor: 4 },
    });
    const again = { ...payload, opId: 'rating-2' };
    const back = [{ input: 'constructor', base: four, next: null }];
    expect(await call(local, 'editor', 'recordRating', { ...again, changes: back })).toMatchObject({
      ok: true,
      value: { state: 'saved', clashes: [] },
    });
  });
});
