import { seededNormals } from '../../../test/builders/seeded-normals';
import { standardModels } from './models';
import { chanceAhead, topChances } from './rank-chances';

const model = standardModels['value-effort'];

type Uncertain = Parameters<typeof chanceAhead>[1];

const of = (value: number, effort: number, share = 0.15): Uncertain => ({
  value: { mean: value, sd: value * share },
  effort: { mean: effort, sd: effort * share },
});

/** Use cases as a backlog has them: some sure, some hardly known. */
const backlog = (count: number, seed: number): readonly Uncertain[] => {
  const normal = seededNormals(seed);
  return Array.from({ length: count }, () =>
    of(
      Math.min(5, Math.max(1, 3 + normal())),
      Math.exp(1.8 + 0.7 * normal()),
      Math.abs(0.2 * normal()),
    ),
  );
};

/** How often each use case is among the first, in so many seeded draws of log-normal scores. */
const drawn = (marks: readonly Uncertain[], top: number, draws: number): readonly number[] => {
  const normal = seededNormals(7);
  const logs = marks.map(({ value, effort }) => {
    const log = (spread: { mean: number; sd: number }) => {
      const variance = Math.log(1 + (spread.sd / spread.mean) ** 2);
      return { mean: Math.log(spread.mean) - variance / 2, variance };
    };
    const [up, across] = [log(value), log(effort)];
    return { mean: up.mean - across.mean, sd: Math.sqrt(up.variance + across.variance) };
  });
  const hits = new Float64Array(marks.length);
  for (let draw = 0; draw < draws; draw += 1) {
    const scores = logs.map(({ mean, sd }, index) => ({ index, score: mean + sd * normal() }));
    const first = scores.toSorted((left, right) => right.score - left.score).slice(0, top);
    for (const { index } of first) hits[index] = (hits[index] ?? 0) + 1;
  }
  return Array.from(hits, (hit) => hit / draws);
};

test('of two use cases alike, each comes first in half of the outcomes', () => {
  expect(chanceAhead(model, of(4, 5), of(4, 5))).toBeCloseTo(0.5, 6);
  expect(chanceAhead(model, of(5, 2, 0), of(2, 5, 0))).toBeCloseTo(1, 6);
  const better = chanceAhead(model, of(4, 5), of(3.6, 5));
  expect(better).toBeGreaterThan(0.6);
  expect(better + chanceAhead(model, of(3.6, 5), of(4, 5))).toBeCloseTo(1, 6);
});

test.each([
  [2, 1],
  [12, 3],
  [60, 10],
  [120, 20],
])('of %i use cases, the chances to be in the first %i are those of many draws', (count, top) => {
  const marks = backlog(count, count);
  const found = topChances(model, marks, top);
  const wanted = drawn(marks, top, 4_000);
  const worst = Math.max(...found.map((chance, index) => Math.abs(chance - (wanted[index] ?? 0))));
  // Two and a half standard errors of a share of one half, in 4,000 draws.
  expect(worst).toBeLessThan(0.02);
  expect(found.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(top, 1);
});

test('2,000 use cases and the first 100 are still weighed to the same sum', () => {
  const found = topChances(model, backlog(2_000, 3), 100);
  expect(found.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(100, 0);
});

test.each([
  [1_000, 10],
  [500, 3],
  [2_000, 50],
])('%i use cases that are all alike share the first %i places', (count, top) => {
  const alike = Array.from({ length: count }, () => of(3, 5));
  for (const chance of topChances(model, alike, top)) expect(chance * count).toBeCloseTo(top, 0);
});

test('equal scores without doubt share the places that are left', () => {
  const found = topChances(model, [of(5, 1, 0), of(3, 3, 0), of(3, 3, 0), of(1, 9, 0)], 2);
  expect(found[0]).toBeCloseTo(1, 2);
  expect(found[1]).toBeCloseTo(0.5, 1);
  expect(found[2]).toBeCloseTo(found[1] ?? 0, 6);
  expect(found[3]).toBeCloseTo(0, 2);
});

test('where there are no more than the first, all are among them', () => {
  expect(topChances(model, [of(4, 5), of(3, 5)], 2)).toEqual([1, 1]);
});

test('more ease is better where effort is ease', () => {
  const ease = standardModels.ice;
  expect(chanceAhead(ease, of(50, 9), of(50, 4))).toBeGreaterThan(0.95);
});
