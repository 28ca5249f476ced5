import { essentialFields } from '../fields/columns/essentials';
import { isEmpty, type AllValues } from './fields';

/** One thing that keeps a use case from being complete; it is closed by answering its field. */
export type Gap = { readonly field: (typeof essentialFields)[number] };

/**
 * Lists what is still missing from a use case, in the order in which answering helps most.
 * @example findGaps(aUseCase without a baseline) gives [{ field: 'kpi.baseline' }]
 */
export function findGaps(useCase: AllValues): readonly Gap[] {
  return essentialFields.filter((field) => isEmpty(useCase[field])).map((field) => ({ field }));
}
