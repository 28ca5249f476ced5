import { ratedAs } from '../../../test/builders/rated';
import { combine } from './combine';
import { standardModels, type Side } from './models';
import { answerTo, type Rating } from './rating';
import { smallestChange } from './smallest-change';

const { value, effort } = standardModels['value-effort'];
const likely = (rating: Rating): number =>
  combine(
    value,
    value.criteria.map((criterion) => answerTo(criterion, rating)?.likely ?? 0),
  );

describe('smallestChange', () => {
  const now = ratedAs({ revenue: 3, reach: 3, fit: 3, learning: 3 }, 'data');

  it.each([
    [3.4, { revenue: 4 }],
    [2.8, { fit: 2 }],
    [3, {}],
    [4.2, { revenue: 4, reach: 5, fit: 4 }],
  ])('moves as few answers as few steps as it takes to reach %d', (target, changed) => {
    const next = smallestChange(value, now, target);
    expect(likely(next)).toBeCloseTo(target, 9);
    const moved = Object.entries(next.answers).filter(
      ([id, answer]) => answer.likely !== now.answers[id]?.likely,
    );
    expect(moved.length).toBeLessThanOrEqual(Math.max(1, Object.keys(changed).length));
    expect(next.evidence).toBe('data');
  });

  it('begins at the same share of each scale where nothing was answered', () => {
    const fresh = smallestChange(value, { answers: {}, evidence: null }, 4);
    expect(likely(fresh)).toBeCloseTo(4, 9);
    expect(Object.keys(fresh.answers)).toHaveLength(4);
  });

  it('answers with steps of the scale only', () => {
    for (const target of [1.7, 2.9, 3.8981, 4.6]) {
      const fresh = smallestChange(value, { answers: {}, evidence: null }, target);
      for (const { likely: answer } of Object.values(fresh.answers))
        expect([1, 2, 3, 4, 5]).toContain(answer);
    }
  });

  it('moves a range along, as far as its scale goes', () => {
    const ranged = ratedAs({
      revenue: { low: 2, likely: 3, high: 4 },
      ...{ reach: 3, fit: 3, learning: 3 },
    });
    const next = smallestChange(value, ranged, 3.4);
    expect(next.answers['revenue']).toEqual({ low: 3, likely: 4, high: 5 });
  });

  const sideOf = (id: 'wsjf' | 'wsjf-urgency' | 'ice' | 'rice') => standardModels[id].value;
  const comesTo = (side: Side, rating: Rating): number =>
    combine(
      side,
      side.criteria.map((criterion) => answerTo(criterion, rating)?.likely ?? 0),
    );

  it.each([
    ['wsjf', {}, 20],
    ['wsjf-urgency', {}, 20],
    ['ice', {}, 50],
    ['wsjf', { wsjfBusiness: 2, wsjfTime: 3, wsjfRisk: 5 }, 20],
    ['wsjf-urgency', { wsjfBusiness: 2, wsjfTime: 3, wsjfRisk: 5 }, 30],
    ['ice', { iceImpact: 3, iceConfidence: 6 }, 45],
    ['rice', { riceReach: 200, riceImpact: 1, riceConfidence: 1 }, 350],
    ['rice', {}, 500],
  ] as const)('comes to the figure where %s is answered with %j: %d', (id, answers, target) => {
    const side = sideOf(id);
    const before = ratedAs(answers);
    const next = smallestChange(side, before, target);
    const figure = comesTo(side, next);
    expect(Math.abs(figure - target) / target).toBeLessThan(0.02);
    const moved = Object.entries(before.answers).filter(
      ([key, answer]) => next.answers[key]?.likely !== answer.likely,
    );
    expect(moved.length).toBeLessThanOrEqual(1);
  });

  it('answers a number in its own unit where its axis has another', () => {
    const cost = {
      ...{ id: 'cost', name: 'Cost', weight: 1, direction: 'more' as const },
      scale: { kind: 'number' as const, least: 0, most: 100, unit: '' },
    };
    const side = { ...standardModels.own.effort, criteria: [cost] };
    expect(smallestChange(side, ratedAs({}), 3).answers['cost']?.likely).toBe(50);
    expect(smallestChange(side, ratedAs({ cost: 10 }), 4).answers['cost']?.likely).toBe(75);
  });

  it('leaves an answer that follows the evidence to the evidence', () => {
    const side = sideOf('rice');
    const next = smallestChange(side, ratedAs({ riceReach: 100, riceImpact: 1 }, 'result'), 300);
    expect(next.answers['riceConfidence']).toBeUndefined();
    expect(comesTo(side, next)).toBe(300);
  });

  it('takes the figure itself where a side is one number, in halves, within its scale', () => {
    expect(smallestChange(effort, now, 7.3).answers['points']?.likely).toBe(7.5);
    expect(smallestChange(effort, now, -4).answers['points']?.likely).toBe(0);
  });

  it('finds its way with more criteria than can be tried together', () => {
    const many = {
      ...value,
      criteria: Array.from({ length: 8 }, (_each, index) => ({
        id: `c${String(index)}`,
        name: 'C',
        direction: 'more' as const,
        scale: {
          kind: 'steps' as const,
          steps: [1, 2, 3, 4, 5].map((step) => ({ value: step, label: '' })),
        },
        weight: 1,
      })),
    };
    const rating = ratedAs(Object.fromEntries(many.criteria.map(({ id }) => [id, 3])));
    const next = smallestChange(many, rating, 3.5);
    const figure = combine(
      many,
      many.criteria.map(({ id }) => next.answers[id]?.likely ?? 0),
    );
    expect(figure).toBeCloseTo(3.5, 9);
  });
});
