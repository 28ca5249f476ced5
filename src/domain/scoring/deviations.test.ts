import { ratedAs as rated } from '../../../test/builders/rated';
import { standardModels, type Model } from './models';
import { quadrantChances } from './quadrant';
import { scoreUseCase } from './score-use-case';

/*
 * The figures were worked out apart from this code, from the formulas alone: an opinion leaves a doubt of
 * 0.8, so an answer on 1 to 5 reaches 1.6 to each side; PERT's mean and deviation; errors that point the
 * same way; an effort without an upper bound divided and multiplied by 4 to the power of the doubt.
 */
const scored = (model: Model, answers: Parameters<typeof rated>[0], evidence?: 'study') => {
  const scoring = scoreUseCase(model, rated(answers, evidence ?? null), undefined);
  if (scoring.state === 'unscored') throw new Error('unscored');
  return scoring;
};

describe('how far a score may be off', () => {
  const model = standardModels['value-effort'];

  it('is, of a mean, the weighed sum of what its answers may be off', () => {
    const alike = scored(model, { revenue: 3, reach: 3, fit: 3, learning: 3, points: 8 });
    expect(alike.value.mean).toBeCloseTo(3, 9);
    expect(alike.value.sd).toBeCloseTo(0.533333, 5);
    const mixed = scored(model, { revenue: 5, reach: 4, fit: 3, learning: 2, points: 8 });
    expect(mixed.value.mean).toBeCloseTo(3.873333, 5);
    expect(mixed.value.sd).toBeCloseTo(0.386667, 5);
  });

  it('is, of an effort without an upper bound, the cone of uncertainty', () => {
    const { effort } = scored(model, { revenue: 3, reach: 3, fit: 3, learning: 3, points: 8 });
    expect(effort.mean).toBeCloseTo(9.81508, 4);
    expect(effort.sd).toBeCloseTo(3.602075, 5);
  });

  it('decides the chances of the quadrants', () => {
    const { value, effort } = scored(model, {
      ...{ revenue: 5, reach: 4, fit: 3, learning: 2, points: 8 },
    });
    const chances = quadrantChances(model, value, effort);
    expect(chances?.['quick-win']).toBeCloseTo(0.341365, 4);
    expect(chances?.['strategic-bet']).toBeCloseTo(0.646681, 4);
  });

  it('is, of a product, that of its logarithms together', () => {
    const { value } = scored(
      standardModels.rice,
      { riceReach: 1_000, riceImpact: 1, riceConfidence: 0.8, riceEffort: 2 },
      'study',
    );
    expect(value.mean).toBeCloseTo(826.979, 2);
    expect(value.sd).toBeCloseTo(192.183, 2);
  });

  it('is brought from a scale of its own to that of the axis', () => {
    const { own } = standardModels;
    const risk = {
      ...{ id: 'risk', name: 'Risk', weight: 1, direction: 'more' as const },
      scale: { kind: 'number' as const, least: 0, most: 10, unit: '' },
    };
    const ten: Model = { ...own, value: { ...own.value, criteria: [risk] } };
    const { value } = scored(ten, { risk: 5, effort: 3 });
    expect(value.mean).toBeCloseTo(3, 9);
    expect(value.sd).toBeCloseTo(0.533333, 5);
  });
});

describe('a criterion with the name of something that every object has', () => {
  const { own } = standardModels;
  const [first] = own.value.criteria.length > 0 ? own.value.criteria : own.effort.criteria;
  const named = (id: string): Model => {
    if (first === undefined) throw new Error('no criterion');
    return { ...own, value: { ...own.value, criteria: [{ ...first, id }] } };
  };

  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])('%s is a criterion', (id) => {
    const effort = { [own.effort.criteria[0]?.id ?? 'effort']: 3 };
    expect(scoreUseCase(named(id), rated(effort), undefined).state).toBe('unscored');
    expect(scoreUseCase(named(id), rated({ ...effort, [id]: 4 }), undefined)).toMatchObject({
      state: 'scored',
      value: { likely: 4 },
    });
  });
});
