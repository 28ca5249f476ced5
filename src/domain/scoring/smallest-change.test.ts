import { ratedAs } from '../../../test/builders/rated';
import { combine } from './combine';
import { standardModels } from './models';
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
