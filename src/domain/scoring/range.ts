import * as v from 'valibot';

/** What somebody thinks a quantity is: the least, the likeliest and the most; all alike where they said one figure. */
export type Range = { readonly low: number; readonly likely: number; readonly high: number };

/** A range as it is stored: one figure, or three in rising order. */
export type StoredRange = number | readonly [number, number, number];

const figure = v.pipe(v.number(), v.finite());

const storedRange = v.union([
  figure,
  v.pipe(
    v.tuple([figure, figure, figure]),
    v.check(([low, likely, high]) => low <= likely && likely <= high),
  ),
]);

/** A range as it crosses the bridge: three figures in rising order. */
export const rangeSchema = v.pipe(
  v.object({ low: figure, likely: figure, high: figure }),
  v.check(({ low, likely, high }) => low <= likely && likely <= high),
);

/** A single figure, as a range without width. */
export function exactly(figure: number): Range {
  return { low: figure, likely: figure, high: figure };
}

/** Reads an untrusted stored range; `undefined` where it is none. */
export function readRange(raw: unknown): Range | undefined {
  const parsed = v.safeParse(storedRange, raw);
  if (!parsed.success) return undefined;
  if (typeof parsed.output === 'number') return exactly(parsed.output);
  const [low, likely, high] = parsed.output;
  return { low, likely, high };
}

/** A range in its shortest form. */
export function storeRange({ low, likely, high }: Range): StoredRange {
  return low === high ? likely : [low, likely, high];
}

/** Mean and standard deviation of an uncertain quantity, in its own unit. */
export type Spread = { readonly mean: number; readonly sd: number };

/**
 * PERT's estimate from three figures: mean (low + 4 likely + high) / 6, standard deviation
 * (high - low) / 6. Source: Malcolm et al., "Application of a technique for research and development
 * program evaluation", Operations Research 7(5), 1959.
 */
export function spreadOf({ low, likely, high }: Range): Spread {
  return { mean: (low + 4 * likely + high) / 6, sd: (high - low) / 6 };
}

/** Mean and deviation of the logarithm of a log-normal quantity. */
export function logSpread({ mean, sd }: Spread): Spread {
  const variance = Math.log(1 + (sd / mean) ** 2);
  return { mean: Math.log(mean) - variance / 2, sd: Math.sqrt(variance) };
}
