import { normalBelow } from './normal';
import type { Model, Side } from './models';
import { logSpread, type Spread } from './range';

/** Where value and effort put a use case. */
export type Quadrant = 'quick-win' | 'strategic-bet' | 'easy-fill' | 'deprioritise';

/** All four, in reading order: the best first. */
export const quadrants = [
  'quick-win',
  'strategic-bet',
  'easy-fill',
  'deprioritise',
] as const satisfies readonly Quadrant[];

/** The quadrants' names, where a project has not renamed them. */
export const quadrantNames: Readonly<Record<Quadrant, string>> = {
  'quick-win': 'Quick win',
  'strategic-bet': 'Strategic bet',
  'easy-fill': 'Easy fill',
  deprioritise: 'Deprioritise',
};

/** The quadrant of two figures; what reaches a threshold is high. Null where a model has no thresholds. */
export function quadrantOf(
  { thresholds, easier }: Model,
  value: number,
  effort: number,
): Quadrant | null {
  if (thresholds.value === null || thresholds.effort === null) return null;
  const valuable = value >= thresholds.value;
  const easy = effort >= thresholds.effort === (easier === 'more');
  if (valuable) return easy ? 'quick-win' : 'strategic-bet';
  return easy ? 'easy-fill' : 'deprioritise';
}

/** How likely each quadrant is, from 0 to 1; the four add up to 1. Value and effort are taken as independent. */
export function quadrantChances(
  model: Model,
  value: Spread,
  effort: Spread,
): Readonly<Record<Quadrant, number>> | null {
  const { thresholds, easier } = model;
  if (thresholds.value === null || thresholds.effort === null) return null;
  const valuable = chanceToReach(model.value, value, thresholds.value);
  const high = chanceToReach(model.effort, effort, thresholds.effort);
  const easy = easier === 'more' ? high : 1 - high;
  return {
    'quick-win': valuable * easy,
    'strategic-bet': valuable * (1 - easy),
    'easy-fill': (1 - valuable) * easy,
    deprioritise: (1 - valuable) * (1 - easy),
  };
}

/**
 * The chance that an uncertain figure reaches a threshold: normal on a bounded axis, log-normal with
 * the same mean and deviation where figures have no upper bound.
 */
export function chanceToReach(side: Side, { mean, sd }: Spread, threshold: number): number {
  if (sd === 0) return mean >= threshold ? 1 : 0;
  if (!isSkewed(side) || mean <= 0) return 1 - normalBelow(threshold, mean, sd);
  if (threshold <= 0) return 1;
  const log = logSpread({ mean, sd });
  return 1 - normalBelow(Math.log(threshold), log.mean, log.sd);
}

/** The middle eight of ten outcomes: from the 10th to the 90th percentile. */
export function likelyRange(side: Side, { mean, sd }: Spread): readonly [number, number] {
  const ninetieth = 1.281551565545;
  if (isSkewed(side) && mean > 0) {
    const log = logSpread({ mean, sd });
    return [Math.exp(log.mean - ninetieth * log.sd), Math.exp(log.mean + ninetieth * log.sd)];
  }
  const { least, most } = side;
  return [
    Math.max(least, mean - ninetieth * sd),
    Math.min(most ?? Number.POSITIVE_INFINITY, mean + ninetieth * sd),
  ];
}

/** Products and sums without an upper bound have a long tail to one side only. */
export function isSkewed({ most, combine }: Side): boolean {
  return most === null || combine === 'product';
}
