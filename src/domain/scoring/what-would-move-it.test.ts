import { ratedAs as rated } from '../../../test/builders/rated';
import { standardModels, type Model } from './models';
import { quadrantOf } from './quadrant';
import { exactly } from './range';
import type { Rating } from './rating';
import { scoreUseCase, type Scored } from './score-use-case';
import { whatWouldMoveIt, whatWouldOvertake } from './what-would-move-it';

const scoredBy = (model: Model, rating: Rating): Scored => {
  const scoring = scoreUseCase(model, rating, undefined);
  if (scoring.state === 'unscored') throw new Error('unscored');
  return scoring;
};

const valueEffort = standardModels['value-effort'];
const good = { revenue: 5, reach: 4, fit: 4, learning: 2 };

describe('whatWouldMoveIt', () => {
  it('names the estimate at which a quick win becomes a strategic bet', () => {
    const moves = whatWouldMoveIt(valueEffort, rated({ ...good, points: 5 }), undefined);
    expect(moves).toContainEqual(
      expect.objectContaining({ to: 8, just: 'at', quadrant: 'strategic-bet' }),
    );
  });

  it('names the nearest step of one criterion that leads elsewhere, and only such', () => {
    const rating = rated({ revenue: 3, reach: 3, fit: 3, learning: 3, points: 20 });
    const moves = whatWouldMoveIt(valueEffort, rating, undefined);
    expect(moves).toContainEqual(
      expect.objectContaining({ from: 3, to: 2, quadrant: 'deprioritise' }),
    );
    expect(moves).toContainEqual(
      expect.objectContaining({ to: 8, just: 'below', quadrant: 'quick-win' }),
    );
    for (const { criterion, to, just } of moves) {
      if (just !== 'at') continue;
      const after = { ...rating.answers, [criterion.id]: exactly(to) };
      const scored = scoredBy(valueEffort, { ...rating, answers: after });
      expect(quadrantOf(valueEffort, scored.value.likely, scored.effort.likely)).not.toBe(
        'strategic-bet',
      );
    }
  });
});

describe('answers that are plain numbers', () => {
  const cost = {
    id: 'cost',
    name: 'Cost',
    weight: 1,
    direction: 'more',
    scale: { kind: 'number', least: 0, most: 100, unit: 'k€' },
  } as const;
  const own: Model = {
    ...standardModels.own,
    effort: { ...standardModels.own.effort, criteria: [cost] },
  };

  it('tip over in their own unit, not in that of the axis', () => {
    const moves = whatWouldMoveIt(own, rated({ ...good, cost: 60 }), undefined);
    expect(moves).toContainEqual(
      expect.objectContaining({ from: 60, to: 50, just: 'below', quadrant: 'quick-win' }),
    );
    const risk: Model = {
      ...own,
      effort: { ...own.effort, criteria: [{ ...cost, direction: 'less' }] },
    };
    expect(whatWouldMoveIt(risk, rated({ ...good, cost: 40 }), undefined)).toContainEqual(
      expect.objectContaining({ from: 40, to: 50, just: 'above', quadrant: 'quick-win' }),
    );
  });

  it('tip over on both axes', () => {
    const model: Model = { ...standardModels.ice, thresholds: { value: 50, effort: 6 } };
    const moves = whatWouldMoveIt(
      model,
      rated({ iceImpact: 8, iceConfidence: 5, iceEase: 7 }),
      undefined,
    );
    expect(moves.map(({ criterion, to, just }) => [criterion.id, to, just])).toEqual([
      ['iceEase', 6, 'below'],
      ['iceConfidence', 6.25, 'at'],
      ['iceImpact', 10, 'at'],
    ]);
  });
});

describe('whatWouldOvertake', () => {
  it('offers no effort below the least that is divided by', () => {
    const ahead = {
      value: { likely: 5, mean: 5, sd: 0 },
      effort: { likely: 0.5, mean: 0.5, sd: 0 },
    };
    const behind = { value: { likely: 3, mean: 3, sd: 0 }, effort: { likely: 1, mean: 1, sd: 0 } };
    expect(whatWouldOvertake(valueEffort, behind, ahead).effort).toBeUndefined();
  });

  it('gives the value or the effort with which one comes before another', () => {
    const ahead = scoredBy(valueEffort, rated({ ...good, points: 5 }));
    const behind = scoredBy(valueEffort, rated({ ...good, points: 8 }));
    expect(whatWouldOvertake(valueEffort, behind, ahead)).toEqual({
      value: undefined,
      effort: 5,
    });
  });
});
