// Written by `npm run fields` from ../table.ts. Change the table instead.
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
] as const;
