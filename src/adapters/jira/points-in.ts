/** The estimate of an issue: the first of the fields that holds a number. */
export function pointsIn(
  values: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): number | undefined {
  return fields.map((field) => values[field]).find((value) => typeof value === 'number');
}
