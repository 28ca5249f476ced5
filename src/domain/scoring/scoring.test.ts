import fc from 'fast-check';
import { estimateOf } from './estimate-of';
import { widened } from './evidence';
import { explainScore } from './explain-score';
import { standardModels, type Model, type ModelId } from './models';
import { seededNormals } from '../../../test/builders/seeded-normals';
import { likelyRange, quadrantChances, quadrantOf } from './quadrant';
import { ratedAs as rated } from '../../../test/builders/rated';
import { exactly, logSpread, spreadOf } from './range';
import { noRating, type Rating } from './rating';
import { limitingCriteria, scoreUseCase, type Scored } from './score-use-case';

const scoredBy = (model: Model, rating: Rating): Scored => {
  const scoring = scoreUseCase(model, rating, undefined);
  if (scoring.state === 'unscored') throw new Error('unscored');
  return scoring;
};

/** Of one answer on a scale from 1 to 5, with nothing but an opinion behind it. */
const scale = {
  kind: 'steps',
  steps: [1, 2, 3, 4, 5].map((value) => ({ value, label: '' })),
} as const;

describe('the chances of the default model', () => {
  it.each([
    ['nobody said', null, 1.4, 4.6, 3.2 / 6],
    ['an opinion', 'opinion', 1.4, 4.6, 3.2 / 6],
    ['agreed', 'agreed', 1.6, 4.4, 2.8 / 6],
    ['a test', 'test', 2.8, 3.2, 0.4 / 6],
    ['a result', 'result', 3, 3, 0],
  ] as const)('rest on deviations that follow the ground: %s', (_name, evidence, low, high, sd) => {
    const range = widened(exactly(3), scale, evidence);
    expect(range.low).toBeCloseTo(low, 9);
    expect(range.high).toBeCloseTo(high, 9);
    expect(spreadOf(range).mean).toBeCloseTo(3, 9);
    expect(spreadOf(range).sd).toBeCloseTo(sd, 9);
  });
});

const say = (figure: number): string => String(Number(figure.toFixed(2)));
const valueEffort = standardModels['value-effort'];
const good = { revenue: 5, reach: 4, fit: 4, learning: 2 };

describe('scoreUseCase', () => {
  it('weighs the criteria of value, and divides by the effort', () => {
    const scored = scoredBy(valueEffort, rated({ ...good, points: 5 }));
    expect(scored.value.likely).toBeCloseTo(4.2, 10);
    expect(scored.score).toBeCloseTo(0.84, 10);
  });

  it('reaches a threshold exactly: four threes are three, whatever the weights', () => {
    const threes = { revenue: 3, reach: 3, fit: 3, learning: 3, points: 5 };
    expect(scoredBy(valueEffort, rated(threes)).value.likely).toBe(3);
  });

  it('leaves an unrated use case unscored and says what is missing, also where one answer is', () => {
    const nothing = scoreUseCase(valueEffort, noRating, undefined);
    expect(nothing).toMatchObject({ state: 'unscored' });
    const most = scoreUseCase(
      valueEffort,
      rated({ revenue: 5, reach: 4, learning: 2, points: 5 }),
      undefined,
    );
    expect(most).toMatchObject({ missing: [{ id: 'fit' }] });
  });

  it.each([
    ['stories', { points: 13, from: 'stories', estimated: 3, stories: 4 } as const],
    ['issue', { points: 13, from: 'issue', estimated: 0, stories: 0 } as const],
  ])(
    'takes the effort from the estimate of its %s before a number of its own',
    (from, estimate) => {
      const scored = scoreUseCase(valueEffort, rated({ ...good, points: 5 }), estimate);
      expect(scored).toMatchObject({ effort: { likely: 13 }, effortFrom: from });
    },
  );

  it('divides by half a point at least, so that 0 points put nothing above everything', () => {
    expect(scoredBy(valueEffort, rated({ ...good, points: 0 })).score).toBeCloseTo(8.4, 10);
  });

  it('turns a criterion round where less is better, and brings scales of any length to one', () => {
    const risk = {
      id: 'risk',
      name: 'Risk',
      weight: 1,
      direction: 'less',
      scale: { kind: 'number', least: 0, most: 100, unit: '%' },
    } as const;
    const own: Model = {
      ...standardModels.own,
      value: { ...standardModels.own.value, criteria: [risk] },
    };
    expect(scoredBy(own, rated({ risk: 25, effort: 2 })).value.likely).toBe(4);
    expect(scoredBy(own, rated({ risk: 100, effort: 2 })).value.likely).toBe(1);
  });

  it('takes the weakest pillar as the feasibility, and names it', () => {
    const model = standardModels['value-feasibility'];
    const rating = rated({ ...good, data: 2, capability: 5 }, 'result');
    expect(scoredBy(model, rating)).toMatchObject({ effort: { likely: 2 } });
    expect(limitingCriteria(model.effort, rating)).toMatchObject([{ id: 'data' }]);
  });

  it.each([
    ['rice', 'data', 0.5],
    ['rice', 'study', 0.8],
    ['rice', 'test', 0.8],
    ['rice', 'result', 1],
    ['ice', 'data', 6],
    ['ice', 'opinion', 2],
  ] as const)('lets the evidence answer the confidence of %s: %s is %d', (id, rung, expected) => {
    const answers = { riceReach: 1, riceImpact: 1, riceEffort: 1, iceImpact: 1, iceEase: 1 };
    const scored = scoredBy(standardModels[id], rated(answers, rung));
    expect(scored.value.likely).toBeCloseTo(expected, 10);
  });

  it('takes an answer that lies off a scale which has changed since for none', () => {
    const scoring = scoreUseCase(valueEffort, rated({ ...good, revenue: 9, points: 5 }), undefined);
    expect(scoring).toMatchObject({ state: 'unscored', missing: [{ id: 'revenue' }] });
  });

  it('never moves because another use case changed: the score is a function of its own answers', () => {
    const answer = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(answer, answer, answer, answer, fc.integer({ min: 0, max: 40 }), (...all) => {
        const [revenue, reach, fit, learning, points] = all;
        const rating = rated({ revenue, reach, fit, learning, points });
        const scored = scoredBy(valueEffort, rating);
        expect(scored.value.likely).toBeGreaterThanOrEqual(1);
        expect(scored.value.likely).toBeLessThanOrEqual(5);
        expect(scoredBy(valueEffort, rating)).toEqual(scored);
      }),
    );
  });
});

describe('quadrantOf', () => {
  it.each([
    [4, 3, 'quick-win'],
    [3, 7.9, 'quick-win'],
    [3, 8, 'strategic-bet'],
    [2.9, 7.9, 'easy-fill'],
    [2.9, 8, 'deprioritise'],
  ])('puts value %d and %d points into %s', (value, points, expected) => {
    expect(quadrantOf(valueEffort, value, points)).toBe(expected);
  });

  it('says none where a model has no thresholds', () => {
    expect(quadrantOf(standardModels.rice, 100, 1)).toBeNull();
    expect(quadrantChances(standardModels.rice, { mean: 1, sd: 1 }, { mean: 1, sd: 1 })).toBeNull();
  });
});

describe('quadrantChances', () => {
  it('adds up to 1, and is certain where nothing is uncertain', () => {
    const { value, effort } = scoredBy(valueEffort, rated({ ...good, points: 5 }, 'result'));
    expect(quadrantChances(valueEffort, value, effort)).toEqual({
      'quick-win': 1,
      'strategic-bet': 0,
      'easy-fill': 0,
      deprioritise: 0,
    });
  });

  it('agrees with a simulation of the same distributions', () => {
    const [value, effort] = [
      { mean: 3.5, sd: 0.5 },
      { mean: 6, sd: 2 },
    ];
    const chances = quadrantChances(valueEffort, value, effort);
    const log = logSpread(effort);
    const normal = seededNormals(7);
    const draws = Array.from({ length: 100_000 }, () => {
      const [up, across] = [value.mean + value.sd * normal(), log.mean + log.sd * normal()];
      return quadrantOf(valueEffort, up, Math.exp(across));
    });
    const share = draws.filter((each) => each === 'quick-win').length / draws.length;
    expect(chances?.['quick-win']).toBeCloseTo(share, 2);
    const total = Object.values(chances ?? {}).reduce((sum, chance) => sum + chance, 0);
    expect(total).toBeCloseTo(1, 12);
  });

  it('grows surer with the evidence', () => {
    const sureness = (['opinion', 'data', 'test'] as const).map((evidence) => {
      const { value, effort } = scoredBy(valueEffort, rated({ ...good, points: 5 }, evidence));
      return quadrantChances(valueEffort, value, effort)?.['quick-win'] ?? 0;
    });
    expect(sureness).toEqual([...sureness].sort((left, right) => left - right));
  });

  it('keeps a range that somebody gave, whatever the evidence', () => {
    const range = { low: 3, likely: 4, high: 5 };
    const answers = { ...good, revenue: range, reach: range, fit: range, learning: range };
    const spreads = (['opinion', 'result'] as const).map((evidence) => {
      const scored = scoredBy(valueEffort, rated({ ...answers, points: 5 }, evidence));
      return scored.value.sd;
    });
    expect(spreads[0]).toBeCloseTo(spreads[1] ?? 0, 12);
  });

  it('shows the middle eight of ten outcomes within the axis', () => {
    const { value, effort } = valueEffort;
    expect(likelyRange(value, { mean: 4.9, sd: 0.5 })[1]).toBe(5);
    const [low, high] = likelyRange(effort, { mean: 8, sd: 3 });
    expect(low).toBeGreaterThan(0);
    expect(high).toBeGreaterThan(8);
  });
});

describe('explainScore', () => {
  const worked = (id: ModelId, answers: Readonly<Record<string, number>>) => {
    const rating = rated(answers, 'result');
    const scored = scoredBy(standardModels[id], rating);
    return explainScore(standardModels[id], { rating, scored }, say).map(
      ({ how, result }) => `${how} = ${result}`,
    );
  };

  it.each([
    [
      'value-effort',
      { ...good, points: 5 },
      ['0.4 × 5 + 0.3 × 4 + 0.2 × 4 + 0.1 × 2 = 4.2 of 5', ' = 5 points', '4.2 ÷ 5 = 0.84'],
    ],
    [
      'value-feasibility',
      { ...good, data: 5, capability: 2 },
      [
        '0.4 × 5 + 0.3 × 4 + 0.2 × 4 + 0.1 × 2 = 4.2 of 5',
        'the least of 5, 2 = 2 of 5',
        '4.2 × 2 = 8.4',
      ],
    ],
    [
      'rice',
      { riceReach: 450, riceImpact: 3, riceConfidence: 1, riceEffort: 2 },
      ['450 × 3 × 1 = 1350', ' = 2 person-months', '1350 ÷ 2 = 675'],
    ],
    [
      'ice',
      { iceImpact: 8, iceConfidence: 5, iceEase: 7 },
      ['8 × 5 = 40', ' = 7 of 10', '40 × 7 = 280'],
    ],
    [
      'wsjf',
      { wsjfBusiness: 7, wsjfTime: 9, wsjfRisk: 5, wsjfSize: 2 },
      ['7 + 9 + 5 = 21', ' = 2', '21 ÷ 2 = 10.5'],
    ],
    [
      'wsjf-urgency',
      { wsjfBusiness: 21, wsjfTime: 3, wsjfRisk: 21, wsjfSize: 40 },
      ['3 × (21 + 21) = 126', ' = 40', '126 ÷ 40 = 3.15'],
    ],
    [
      'own',
      { ...good, effort: 2 },
      ['0.4 × 5 + 0.3 × 4 + 0.2 × 4 + 0.1 × 2 = 4.2 of 5', ' = 2 of 5', '4.2 ÷ 2 = 2.1'],
    ],
  ] as const)('fills the formula of %s', (id, answers, expected) => {
    expect(worked(id, answers)).toEqual(expected);
  });
});

describe('a feasibility of own pillars', () => {
  const pillar = (id: string, most: number, direction: 'more' | 'less') =>
    ({
      ...{ id, name: id, weight: 1, direction },
      scale: { kind: 'number', least: 0, most, unit: '' },
    }) as const;
  const model: Model = {
    ...standardModels['value-feasibility'],
    effort: {
      ...standardModels['value-feasibility'].effort,
      criteria: [
        pillar('data', 5, 'more'),
        pillar('risk', 5, 'less'),
        pillar('coverage', 100, 'more'),
      ],
    },
  };

  it('is the least of them on one scale, whatever their own scale and direction', () => {
    const rating = rated({ ...good, data: 5, risk: 5, coverage: 60 }, 'result');
    expect(scoredBy(model, rating).effort).toMatchObject({ likely: 1, mean: 1, sd: 0 });
    expect(limitingCriteria(model.effort, rating)).toMatchObject([{ id: 'risk' }]);
    expect(scoredBy(model, rated({ ...good, data: 5, risk: 0, coverage: 60 })).effort.likely).toBe(
      3.4,
    );
  });
});

describe('one figure everywhere', () => {
  it('is rounded before it is held against a threshold', () => {
    const model: Model = { ...standardModels.rice, thresholds: { value: 12_350, effort: 2 } };
    const answers = { riceReach: 12_346.04, riceImpact: 1, riceConfidence: 1, riceEffort: 1 };
    const { value, effort } = scoredBy(model, rated(answers));
    expect(value.likely).toBe(12_346);
    expect(quadrantOf(model, value.likely, effort.likely)).toBe('easy-fill');
  });

  it('adds estimates without what binary fractions leave over', () => {
    const story = (points: number) => ({ subtask: false, points });
    expect(estimateOf(undefined, [1.4, 2.8, 3.8].map(story))?.points).toBe(8);
  });
});
