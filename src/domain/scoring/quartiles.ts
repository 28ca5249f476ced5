import { quantile } from 'simple-statistics';

/** A quarter, a half and three quarters of the figures lie below these. */
export type Quartiles = readonly [number, number, number];

/** Fewer figures have no quarters worth a line. */
const fewest = 4;

/**
 * The quartiles of figures, as a help where a model has no thresholds of its own; undefined for fewer
 * than four figures.
 */
export function quartilesOf(figures: readonly number[]): Quartiles | undefined {
  if (figures.length < fewest) return undefined;
  const [lower = 0, middle = 0, upper = 0] = quantile([...figures], [0.25, 0.5, 0.75]);
  return [lower, middle, upper];
}
