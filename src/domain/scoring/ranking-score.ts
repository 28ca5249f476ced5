import type { Model } from './models';

/** Half a point is the least effort that is divided by: 0 points would put anything above everything. */
export const leastDivisor = 0.5;

/** What use cases are ranked by: value ÷ effort, or value × ease where more of it is better. */
export function rankingScore({ easier }: Model, value: number, effort: number): number {
  return easier === 'more' ? value * effort : value / Math.max(effort, leastDivisor);
}
