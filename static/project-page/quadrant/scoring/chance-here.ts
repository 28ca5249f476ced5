import type { Model } from '#domain/scoring/models';
import { quadrantChances } from '#domain/scoring/quadrant';
import type { Mark } from '#domain/quadrant/picture';

/** How likely a use case is in the quadrant where it stands, from 0 to 1; undefined where there are none. */
export function chanceHere({ quadrant, value, effort }: Mark, model: Model): number | undefined {
  return quadrant === null ? undefined : quadrantChances(model, value, effort)?.[quadrant];
}
