import { normalBelow } from './normal';
import { boundsOf, type Criterion } from './criterion';
import type { Combination, Side } from './models';
import { logSpread, type Spread } from './range';

/**
 * A criterion's answer on the axis. Where answers are weighed or compared with each other, as in a mean
 * and a minimum, each is brought from its own scale to that of the axis, turned round where less is better.
 */
export function onAxis(
  { combine, least, most }: Side,
  criterion: Criterion,
  answer: number,
): number {
  if (!isScaled(combine)) return answer;
  const [from, to] = boundsOf(criterion);
  if (to === null || most === null || to === from) return answer;
  const share = (answer - from) / (to - from);
  return least + (most - least) * (criterion.direction === 'more' ? share : 1 - share);
}

function isScaled(combine: Combination): boolean {
  return combine === 'mean' || combine === 'minimum';
}

/** Each criterion's share of the weights; all alike where no weight is above 0. */
export function sharesOf(criteria: readonly Criterion[]): readonly number[] {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  return criteria.map(({ weight }) => (sum > 0 ? weight / sum : 1 / criteria.length));
}

/**
 * Brings the answers of one axis, in the order of its criteria, into one figure of six digits: what is
 * shown, stored and held against thresholds is the same everywhere, and four threes are three.
 */
export function combine(side: Side, answers: readonly number[]): number {
  return toFigure(combineExactly(side, answers));
}

/** A figure as it is told and kept: six digits are more than anybody can know. */
export function toFigure(figure: number): number {
  return Number(figure.toPrecision(6));
}

/** The same without rounding, for whoever calculates on. */
export function combineExactly(side: Side, answers: readonly number[]): number {
  const shares = sharesOf(side.criteria);
  const figures = side.criteria.map((criterion, index) =>
    onAxis(side, criterion, answers[index] ?? 0),
  );
  switch (side.combine) {
    case 'mean':
      return total(figures.map((figure, index) => figure * (shares[index] ?? 0)));
    case 'product':
      return figures.reduce((product, figure) => product * figure, 1);
    case 'minimum':
      return Math.min(...figures);
    case 'urgency': {
      const [urgency = 0, ...others] = figures;
      return urgency * total(others);
    }
    case 'sum':
    case 'estimate':
      return total(figures);
  }
}

/**
 * The same for uncertain answers. The answers of one axis rest on the same ground, so their errors are
 * taken to point the same way: deviations of a sum add up, and those of a product's logarithms, which
 * is the careful assumption. The pillars of a minimum are taken as independent; its mean and
 * deviation are Clark's. Source: C. E. Clark, "The greatest of a finite set of random variables",
 * Operations Research 9(2), 1961.
 */
export function combineSpreads(side: Side, answers: readonly Spread[]): Spread {
  const shares = sharesOf(side.criteria);
  const spreads = side.criteria.map((criterion, index) =>
    spreadOnAxis(side, criterion, answers[index] ?? { mean: 0, sd: 0 }),
  );
  switch (side.combine) {
    case 'mean':
      return sumOf(
        spreads.map(({ mean, sd }, index) => {
          const share = shares[index] ?? 0;
          return { mean: mean * share, sd: sd * share };
        }),
      );
    case 'product':
      return productOf(spreads);
    case 'minimum':
      return spreads.reduce(lesserOf);
    case 'urgency': {
      const [urgency = { mean: 0, sd: 0 }, ...others] = spreads;
      return productOf([urgency, sumOf(others)]);
    }
    case 'sum':
    case 'estimate':
      return sumOf(spreads);
  }
}

function spreadOnAxis(side: Side, criterion: Criterion, { mean, sd }: Spread): Spread {
  if (!isScaled(side.combine)) return { mean, sd };
  const unit = onAxis(side, criterion, 1) - onAxis(side, criterion, 0);
  return { mean: onAxis(side, criterion, mean), sd: sd * Math.abs(unit) };
}

function total(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}

function sumOf(spreads: readonly Spread[]): Spread {
  return {
    mean: total(spreads.map(({ mean }) => mean)),
    sd: total(spreads.map(({ sd }) => sd)),
  };
}

function productOf(spreads: readonly Spread[]): Spread {
  const mean = spreads.reduce((product, each) => product * each.mean, 1);
  if (mean <= 0) return { mean, sd: 0 };
  const logs = spreads.map(logSpread);
  const middle = total(logs.map((log) => log.mean));
  const sd = total(logs.map((log) => log.sd));
  const skewed = Math.exp(middle + sd ** 2 / 2);
  return { mean: skewed, sd: skewed * Math.sqrt(Math.expm1(sd ** 2)) };
}

/** The lesser of two normal quantities is the greater of their opposites, with the sign turned. */
function lesserOf(left: Spread, right: Spread): Spread {
  const gap = Math.hypot(left.sd, right.sd);
  if (gap === 0) return { mean: Math.min(left.mean, right.mean), sd: 0 };
  const ratio = (right.mean - left.mean) / gap;
  const chance = normalBelow(ratio, 0, 1);
  const density = Math.exp(-(ratio ** 2) / 2) / Math.sqrt(2 * Math.PI);
  const mean = left.mean * chance + right.mean * (1 - chance) - gap * density;
  const square =
    (left.mean ** 2 + left.sd ** 2) * chance +
    (right.mean ** 2 + right.sd ** 2) * (1 - chance) -
    (left.mean + right.mean) * gap * density;
  return { mean, sd: Math.sqrt(Math.max(0, square - mean ** 2)) };
}
