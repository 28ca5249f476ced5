import { success } from '../../domain/result';
import type { Estimate } from '../../domain/scoring/rating';
import type { Estimates } from '../../ports/estimates';

/** The team's estimate of every issue in memory; undefined where nothing is estimated. */
export function memoryEstimates(estimate?: Estimate): Estimates {
  return {
    readEstimate: () => Promise.resolve(success(estimate)),
    fieldIds: (field) => Promise.resolve(success(field === '' ? [] : [field])),
    listFields: () => Promise.resolve(success([])),
  };
}
