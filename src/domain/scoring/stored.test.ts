import { movesBetween } from './moves-between';
import { standardModels, type Model } from './models';
import { exactly } from './range';
import { ratedAs as rated } from '../../../test/builders/rated';
import { scoreOf } from './score-of';
import { scoreUseCase, type Scored } from './score-use-case';
import type { Rating } from './rating';
import { standardScoring } from './scoring-settings';
import { firstRating } from '../../../local-jira/worlds/stored-document';
import { ratingDocument } from './rating-document';
import { newRating, readRating } from './stored-rating';
import { readScore, scoreLimit } from './stored-score';
import { stateOfScore } from '../quadrant/score-state';
import { reachIn, toStoredScore } from './write-score';

const valueEffort = standardModels['value-effort'];
const good = { revenue: 5, reach: 4, fit: 4, learning: 2 };
const signed = { op: 'operation-1', by: 'ines', at: '2026-11-22T09:00:00.000Z' };

const scoredBy = (model: Model, rating: Rating): Scored => {
  const scoring = scoreUseCase(model, rating, undefined);
  if (scoring.state === 'unscored') throw new Error('unscored');
  return scoring;
};

describe('answers that cannot be read', () => {
  it.each([
    ['a newer rating', { schema: 9, rev: 1, answers: {}, changes: [] }],
    ['a damaged rating', { schema: 1, rev: 'one', answers: {}, changes: [] }],
  ])('of %s no score is made, and none is taken away', (_name, stored) => {
    const now = { rating: stored, useCase: undefined, model: valueEffort, estimate: undefined };
    const score = toStoredScore(scoredBy(valueEffort, rated({ ...good, points: 5 })), {
      ...{ model: valueEffort, version: 'aaaaaa', rev: 1, stage: '' },
      ...{ reach: undefined, modifiedAt: 1 },
    });
    expect(stateOfScore(score, now)).toBe('unknown');
  });
});

describe('a stored score', () => {
  const rating = {
    ...newRating(),
    ...rated({ riceReach: 123_456.789, riceImpact: 0.25, riceEffort: 1234.5678 }, 'study'),
  };

  it('reads back what was written, and stays small with the longest figures', () => {
    const model: Model = { ...standardModels.rice, thresholds: { value: 1, effort: 1 } };
    const frame = {
      model,
      version: 'zzzzzz',
      rev: 99_999,
      stage: 'crawl',
      reach: reachIn(model, rating),
      modifiedAt: 1_763_800_000,
    } as const;
    const stored = toStoredScore(scoredBy(model, rating), frame);
    expect(JSON.stringify(stored).length).toBeLessThanOrEqual(scoreLimit);
    expect(readScore(stored)).toMatchObject({
      rev: 99_999,
      quadrant: 'strategic-bet',
      stage: 'crawl',
      reach: 123_500,
    });
    for (const broken of [
      undefined,
      'x',
      {},
      { ...stored, value: 'much' },
      { ...stored, schema: 2 },
    ])
      expect(readScore(broken)).toBeUndefined();
  });

  it.each([
    ['the answers', { rev: 7 }, undefined, false],
    ['the settings', { version: 'other' }, undefined, false],
    ['the estimate', {}, { points: 8, from: 'issue', estimated: 0, stories: 0 } as const, false],
    ['the stage', { stage: 'walk' }, undefined, false],
    ['nothing', {}, undefined, true],
  ])('is not current after a change of %s', (_name, change, estimate, current) => {
    const given = rated({ ...good, points: 5 });
    const stored = firstRating(given, signed);
    const score = scoreOf({
      rating: stored,
      useCase: undefined,
      settings: undefined,
      estimate: undefined,
      at: 0,
    });
    const now = { rating: stored, useCase: undefined, model: valueEffort, estimate };
    expect(stateOfScore({ ...score, ...change }, now) === 'current').toBe(current);
  });

  it('without answers was written from outside', () => {
    const now = { rating: undefined, useCase: undefined, model: valueEffort, estimate: undefined };
    expect(stateOfScore({ schema: 1, value: 5 }, now)).toBe('from-outside');
    expect(stateOfScore(undefined, now)).toBe('current');
  });
});

describe('a stored rating', () => {
  it.each([
    [undefined, 'absent'],
    ['text', 'damaged'],
    [{ schema: 1, rev: 1, answers: { reach: 'much' }, changes: [] }, 'damaged'],
    [{ schema: 1, rev: 1, answers: { reach: [5, 4, 3] }, changes: [] }, 'damaged'],
    [{ schema: 1, rev: -1, answers: {}, changes: [] }, 'damaged'],
    [{ schema: 2, rev: 1, answers: {}, changes: [] }, 'newer'],
    [{ schema: 1, rev: 1, answers: { reach: [3, 4, 5] }, changes: [] }, 'ready'],
  ])('of %j is %s', (raw, state) => {
    expect(readRating(raw).state).toBe(state);
  });

  it('keeps foreign keys, and clashes where two people differ', () => {
    const before = { ...firstRating(rated({ reach: 3 }, 'data'), signed), later: 1 };
    const saved = ratingDocument.change(before, { ...signed, op: 'operation-2' }, [
      { input: 'reach', base: exactly(2), next: exactly(5) },
      { input: 'evidence', base: 'data', next: 'test' },
      { input: 'fit', base: null, next: exactly(4) },
    ]);
    expect(saved).toMatchObject({
      end: 'changed',
      clashes: [{ input: 'reach', theirs: exactly(3) }],
      value: { later: 1, rev: 2, evidence: 'test', answers: { reach: 3, fit: 4 } },
    });
    expect(saved.end === 'changed' && saved.value['changes']).toMatchObject([
      { inputs: ['reach', 'evidence'] },
      { inputs: ['evidence', 'fit'] },
    ]);
  });
});

describe('movesBetween', () => {
  it('groups what other settings would put elsewhere', () => {
    const stored = (answers: Readonly<Record<string, number>>) =>
      firstRating(rated(answers), signed);
    const issue = (key: string, answers: Readonly<Record<string, number>>) => ({
      key,
      rating: stored(answers),
      estimate: undefined,
    });
    const issues = [
      issue('A-1', { ...good, points: 5 }),
      issue('A-2', { ...good, points: 3 }),
      issue('A-3', { ...good, points: 13 }),
    ];
    const now = { settings: standardScoring, issues };
    const tighter = { ...standardScoring, thresholds: { 'value-effort': { value: 3, effort: 4 } } };
    expect(movesBetween(now, { settings: tighter, issues })).toEqual([
      { from: 'quick-win', to: 'strategic-bet', keys: ['A-1'] },
    ]);
    const other = { ...standardScoring, model: 'rice' as const };
    expect(movesBetween(now, { settings: other, issues })).toEqual([
      { from: 'quick-win', to: 'unscored', keys: ['A-1', 'A-2'] },
      { from: 'strategic-bet', to: 'unscored', keys: ['A-3'] },
    ]);
    // The estimates of another field move use cases, too.
    const points = { points: 20, from: 'issue', estimated: 0, stories: 0 } as const;
    const estimated = issues.map((each) => ({ ...each, estimate: points }));
    expect(movesBetween(now, { settings: standardScoring, issues: estimated })).toEqual([
      { from: 'quick-win', to: 'strategic-bet', keys: ['A-1', 'A-2'] },
    ]);
  });
});
