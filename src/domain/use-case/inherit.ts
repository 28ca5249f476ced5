import { isEmpty, withValues, type AllValues, type FieldName, type Values } from './fields';

/** What a story takes from its use case where it says nothing itself. It is shown, never copied. */
export const inheritedFields = [
  'why',
  'who',
  'stage',
  'kpi.name',
  'kpi.unit',
  'kpi.baseline',
  'kpi.target',
  'kpi.direction',
  'kpi.by',
  'hypothesis',
] as const satisfies readonly FieldName[];

/** An issue beside a story, with what its record says. */
export type Candidate = {
  readonly relation: 'parent' | 'original' | 'linked';
  readonly values: Values;
};

/**
 * The use case that a story belongs to: the issue above it, if that says why; else the one linked
 * issue that does. Of several, none is taken: a guess would put words into somebody's mouth.
 */
export function chooseUseCase<Issue extends Candidate>(
  candidates: readonly Issue[],
): Issue | undefined {
  const telling = candidates.filter(
    ({ relation, values }) => relation !== 'original' && !isEmpty(values.why ?? ''),
  );
  const parent = telling.find(({ relation }) => relation === 'parent');
  const [only] = telling;
  return parent ?? (telling.length === 1 ? only : undefined);
}

/** The fields that a story inherits: those that it leaves blank and its use case answers. */
export function inheritedBy(own: AllValues, useCase: Values): Values {
  // A story with a KPI of its own does not mix it with the figures of another.
  const ownKpi = own['kpi.name'] !== '';
  return Object.fromEntries(
    inheritedFields.flatMap((field) => {
      const value = useCase[field];
      const taken = !isEmpty(own[field]) || (ownKpi && field.startsWith('kpi.'));
      return taken || value === undefined || isEmpty(value) ? [] : [[field, value]];
    }),
  );
}

/** A story's values with what it inherits laid into the blanks. */
export function withInherited(own: AllValues, useCase: Values): AllValues {
  return withValues(own, inheritedBy(own, useCase));
}
