import { boundsOf, type Scale, type Step } from './criterion';
import { exactly, type Range } from './range';

/** What a score can rest on, from the weakest ground to the strongest. */
export const evidenceLadder = [
  'opinion',
  'agreed',
  'estimate',
  'anecdote',
  'data',
  'study',
  'test',
  'result',
] as const;

/** What a score rests on. */
export type Evidence = (typeof evidenceLadder)[number];

/**
 * How sure each ground makes us, from 0 to 1. The order of the rungs is Gilad's confidence meter; his
 * figures span three powers of ten because they multiply a score, ours set how wide a range is.
 */
export const confidences: Readonly<Record<Evidence, number>> = {
  opinion: 0.2,
  agreed: 0.3,
  estimate: 0.4,
  anecdote: 0.5,
  data: 0.6,
  study: 0.75,
  test: 0.9,
  result: 1,
};

/** The confidence where nobody said what a score rests on: that of an opinion. */
export function confidenceOf(evidence: Evidence | null): number {
  return confidences[evidence ?? 'opinion'];
}

/**
 * The range behind a figure that was given alone. On a bounded scale it reaches to each side by half
 * the scale at no confidence and not at all at full confidence; a figure without an upper bound is
 * divided and multiplied by up to 4, the width of the cone of uncertainty at the first idea (B. Boehm,
 * "Software Engineering Economics", 1981). A range that somebody gave is theirs and stays.
 */
export function widened(given: Range, scale: Scale, evidence: Evidence | null): Range {
  const { low, likely, high } = given;
  const doubt = 1 - confidenceOf(evidence);
  if (low !== high || doubt === 0) return given;
  const [least, most] = boundsOf({ scale });
  if (most === null) {
    const factor = 4 ** doubt;
    return { low: likely / factor, likely, high: likely * factor };
  }
  const reach = (doubt * (most - least)) / 2;
  return { low: Math.max(least, likely - reach), likely, high: Math.min(most, likely + reach) };
}

/** The answer that a rung gives to a model's own question of confidence: the nearest step or share of its scale. */
export function confidenceAnswer(scale: Scale, evidence: Evidence): Range {
  const [, most] = boundsOf({ scale });
  const wanted = confidences[evidence] * (most ?? 1);
  if (scale.kind === 'number') return exactly(Math.max(scale.least, wanted));
  const distance = ({ value }: Step): number => Math.abs(value - wanted);
  const nearest = scale.steps.toSorted((left, right) => distance(left) - distance(right));
  return exactly(nearest[0]?.value ?? wanted);
}
