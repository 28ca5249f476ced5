import type { Model } from './models';
import { normalBelow } from './normal';
import { logSpread, type Spread } from './range';
import { leastDivisor } from './ranking-score';

/** A use case as far as its uncertain rank goes. */
type Uncertain = { readonly value: Spread; readonly effort: Spread };

/** The most use cases whose ranks are weighed against each other, and the longest list of the first. */
export const rankedAtMost = 2_000;
export const topAtMost = 100;

/** At how many scores it is looked who is above: where scores stand, at most, and evenly between. */
const cellsAtMost = 192;
const cellsBetween = 96;

/** A chance that is as good as none. */
const negligible = 1e-9;

/** The least deviation of a score's logarithm: scores that are closer than 0.1% share their chance. */
const blur = 1e-3;

/**
 * The chance, from 0 to 1, that a use case comes before another. Scores are taken as independent of
 * each other and log-normal: a score is a quotient or a product.
 */
export function chanceAhead(model: Model, one: Uncertain, other: Uncertain): number {
  const [left, right] = [logScore(model, one), logScore(model, other)];
  return 1 - normalBelow(0, left.mean - right.mean, Math.hypot(left.sd, right.sd));
}

/**
 * The chance of each use case, from 0 to 1, to be among the first `top`; they add up to `top`. Exact
 * for such scores but for the fineness of the cells: within a cell of scores, the number of those
 * above it is Poisson-binomial, and each use case's own part is taken out of it again. For at most
 * `rankedAtMost` use cases and the first `topAtMost`.
 */
export function topChances(
  model: Model,
  marks: readonly Uncertain[],
  top: number,
): readonly number[] {
  if (marks.length <= top) return marks.map(() => 1);
  const all = marks.map((mark) => logScore(model, mark));
  const low = scoreWith(all, manyFor(top));
  // Who never gets above where it is open has no part in it, and of thousands that is almost everybody.
  const contenders = all.flatMap((score, index) =>
    chanceAbove(score, low) > negligible ? [{ ...score, index }] : [],
  );
  const chances = marks.map(() => 0);
  chancesOf(contenders, edgesOf(contenders, low), top).forEach((chance, own) => {
    chances[contenders[own]?.index ?? 0] = Math.min(1, Math.max(0, chance));
  });
  return chances;
}

function chancesOf(
  scores: readonly Spread[],
  edges: readonly number[],
  top: number,
): readonly number[] {
  const chances = scores.map((score) => chanceAbove(score, edges.at(-1) ?? 0));
  edges.slice(1).forEach((end, index) => {
    const start = edges[index] ?? end;
    const above = scores.map((score) => chanceAbove(score, (start + end) / 2));
    const counts = countsOf(above, countedFor(top));
    scores.forEach((score, own) => {
      const here = chanceAbove(score, start) - chanceAbove(score, end);
      if (here > negligible)
        chances[own] = (chances[own] ?? 0) + here * fewerThan(top, counts, above[own] ?? 0);
    });
  });
  return chances;
}

function logScore({ easier }: Model, { value, effort }: Uncertain): Spread {
  const up = logSpread(atLeast(value, 1e-6));
  const across = logSpread(atLeast(effort, easier === 'more' ? 1e-6 : leastDivisor));
  const mean = easier === 'more' ? up.mean + across.mean : up.mean - across.mean;
  return { mean, sd: Math.max(blur, Math.hypot(up.sd, across.sd)) };
}

function atLeast({ mean, sd }: Spread, least: number): Spread {
  return { mean: Math.max(mean, least), sd };
}

function chanceAbove({ mean, sd }: Spread, score: number): number {
  return 1 - normalBelow(score, mean, sd);
}

/** With so many expected above, a place among the first `top` is out of the question: below 1e-6. */
function manyFor(top: number): number {
  return top + 6 * Math.sqrt(top) + 12;
}

/** How far scores above are counted: where so many are expected, more have a chance below 1e-9. */
function countedFor(top: number): number {
  const many = manyFor(top);
  return Math.ceil(many + 7 * Math.sqrt(many) + 10);
}

/**
 * The edges of the cells, from where too many are surely above to where nobody is left. They stand
 * close together where scores do, at each score's middle and some deviations to both sides, and evenly
 * in between, for scores that are all alike.
 */
function edgesOf(scores: readonly Spread[], low: number): readonly number[] {
  const high = scoreWith(scores, 1e-4);
  const reaches = [-3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3];
  const wanted = scores
    .flatMap(({ mean, sd }) => reaches.map((reach) => mean + reach * sd))
    .filter((edge) => edge > low && edge < high)
    .sort((left, right) => left - right);
  const every = Math.max(1, wanted.length / cellsAtMost);
  const kept = Array.from({ length: Math.floor(wanted.length / every) }, (_each, index) =>
    Number(wanted[Math.floor(index * every)]),
  );
  const even = Array.from(
    { length: cellsBetween },
    (_each, index) => low + ((index + 1) / (cellsBetween + 1)) * (high - low),
  );
  return [low, ...[...kept, ...even].sort((left, right) => left - right), high];
}

/** The score above which so many are expected. */
function scoreWith(scores: readonly Spread[], count: number): number {
  let low = Math.min(...scores.map(({ mean, sd }) => mean - 6 * sd));
  let high = Math.max(...scores.map(({ mean, sd }) => mean + 6 * sd));
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (low + high) / 2;
    const expected = scores.reduce((sum, score) => sum + chanceAbove(score, middle), 0);
    if (expected > count) low = middle;
    else high = middle;
  }
  return low;
}

/** The chances that exactly 0, 1, 2 … scores are above, as far as they are counted. */
function countsOf(above: readonly number[], counted: number): Float64Array {
  const counts = new Float64Array(Math.min(above.length, counted) + 1);
  counts[0] = 1;
  above.forEach((chance, index) => {
    if (chance < negligible ** 2) return;
    const most = Math.min(index + 1, counts.length - 1);
    let fewer = 0;
    for (let count = 0; count <= most; count += 1) {
      const before = counts[count] ?? 0;
      counts[count] = before * (1 - chance) + fewer * chance;
      fewer = before;
    }
  });
  return counts;
}

/**
 * The chance that fewer than `top` of the others are above. One's own part is divided out of the
 * counts from the end where rounding errors shrink: from the lowest for a small chance, from the
 * highest for a large one.
 */
function fewerThan(top: number, counts: Float64Array, own: number): number {
  let [sum, others] = [0, 0];
  if (own <= 0.5) {
    for (let count = 0; count < top; count += 1) {
      others = ((counts[count] ?? 0) - own * others) / (1 - own);
      sum += others;
    }
    return sum;
  }
  for (let count = counts.length - 2; count >= top; count -= 1) {
    others = ((counts[count + 1] ?? 0) - (1 - own) * others) / own;
    sum += others;
  }
  return 1 - sum;
}
