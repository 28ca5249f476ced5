import { errorFunction } from 'simple-statistics';

/**
 * The chance that a normal quantity stays at or below a figure; `sd` is above 0. It is right to seven
 * digits; chances are shown in whole per cent.
 */
export function normalBelow(figure: number, mean: number, sd: number): number {
  return (1 + errorFunction((figure - mean) / (sd * Math.SQRT2))) / 2;
}
