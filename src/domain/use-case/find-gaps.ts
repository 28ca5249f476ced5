import { isEmpty, type AllValues, type FieldName } from './fields';

/** The fields without which a use case cannot be judged or measured, the most telling first. */
export const essentialFields = [
  'why',
  'who',
  'what',
  'where',
  'kpi.name',
  'kpi.baseline',
  'kpi.target',
  'kpi.by',
  'how.measurement',
  'how.data',
  'how.audience',
  'how.journey',
  'how.content',
  'stage',
] as const satisfies readonly FieldName[];

/** One thing that keeps a use case from being complete; it is closed by answering its field. */
export type Gap = { readonly field: (typeof essentialFields)[number] };

/**
 * Lists what is still missing from a use case, in the order in which answering helps most.
 * @example findGaps(aUseCase without a baseline) gives [{ field: 'kpi.baseline' }]
 */
export function findGaps(useCase: AllValues): readonly Gap[] {
  return essentialFields.filter((field) => isEmpty(useCase[field])).map((field) => ({ field }));
}
