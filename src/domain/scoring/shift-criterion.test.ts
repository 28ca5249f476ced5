import { standardModels } from './models';
import { exactly } from './range';
import { shiftCriterion } from './shift-criterion';

const model = standardModels['value-effort'];
const [first] = model.value.criteria;
const [points] = model.effort.criteria;
if (first === undefined || points === undefined) throw new Error('The model has no criteria.');

const shift = (criterion: typeof first, answers: object, by: number, estimated = false) =>
  shiftCriterion(model, criterion, {
    rating: { answers: answers as never, evidence: null },
    estimate: estimated ? { points: 8, from: 'issue', estimated: 0, stories: 0 } : undefined,
    by,
  });

test('an answer moves by its own scale, and a range moves as a whole', () => {
  const range = { low: 1, likely: 2, high: 4 };
  expect(shift(first, { [first.id]: range }, 1)).toEqual({
    outcome: 'shifted',
    change: { input: first.id, base: range, next: { low: 2, likely: 3, high: 5 } },
  });
});

test('no answer leaves its scale; one at its end stays', () => {
  expect(shift(first, { [first.id]: exactly(4) }, 3)).toMatchObject({
    change: { next: exactly(5) },
  });
  expect(shift(first, { [first.id]: exactly(5) }, 1)).toEqual({ outcome: 'at-the-end' });
  expect(shift(first, { [first.id]: exactly(1) }, -1)).toEqual({ outcome: 'at-the-end' });
});

test('what nobody answered, and what the team estimates, is not shifted', () => {
  expect(shift(first, {}, 1)).toEqual({ outcome: 'unanswered' });
  expect(shift(points, { [points.id]: exactly(3) }, 2, true)).toEqual({ outcome: 'estimated' });
  expect(shift(points, { [points.id]: exactly(3) }, 2)).toMatchObject({
    change: { next: exactly(5) },
  });
});

test('tenths stay tenths', () => {
  expect(shift(points, { [points.id]: exactly(0.1) }, 0.2)).toMatchObject({
    change: { next: exactly(0.3) },
  });
});
