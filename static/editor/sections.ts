import { isEmpty, type AllValues, type FieldName } from '#domain/use-case/fields';

/** A part of the record that is edited on one page. */
export type Section = {
  readonly id: string;
  readonly title: string;
  readonly group: 'Use case' | 'Story' | 'Document';
  readonly fields: readonly FieldName[];
};

const document = (title: string, ...fields: readonly FieldName[]): Section => ({
  id: fields[0] ?? title,
  title,
  group: 'Document',
  fields,
});

/** All sections in reading order; every field of the record is in exactly one. */
export const sections: readonly Section[] = [
  { id: 'why', title: 'Why and stage', group: 'Use case', fields: ['why', 'stage'] },
  {
    id: 'kpi',
    title: 'KPI',
    group: 'Use case',
    fields: ['kpi.name', 'kpi.unit', 'kpi.baseline', 'kpi.target', 'kpi.direction', 'kpi.by'],
  },
  { id: 'who', title: 'Who, what, where', group: 'Use case', fields: ['who', 'what', 'where'] },
  {
    id: 'how',
    title: 'How',
    group: 'Use case',
    fields: ['how.data', 'how.audience', 'how.journey', 'how.measurement', 'how.content'],
  },
  { id: 'hypothesis', title: 'Hypothesis', group: 'Use case', fields: ['hypothesis'] },
  {
    id: 'plan',
    title: 'Measurement plan',
    group: 'Use case',
    fields: ['guardrail', 'test', 'decisionModel', 'result'],
  },
  {
    id: 'story',
    title: 'Story',
    group: 'Story',
    fields: ['story.persona', 'story.goal', 'story.benefit', 'description', 'businessBenefit'],
  },
  {
    id: 'conditions',
    title: 'Conditions',
    group: 'Story',
    fields: ['preconditions', 'postconditions'],
  },
  {
    id: 'touches',
    title: 'Roles, data, metrics',
    group: 'Story',
    fields: ['actors', 'processes', 'dataObjects', 'metrics'],
  },
  { id: 'done', title: 'Definition of done', group: 'Story', fields: ['definitionOfDone'] },
  document(
    'Identification',
    'identification.useCaseId',
    'identification.title',
    'identification.version',
    'identification.createdBy',
    'identification.dateCreated',
    'identification.lastUpdated',
  ),
  document('Overview and goals', 'overview', 'goals'),
  document('Scope', 'scope', 'scopeOut'),
  document('Basic flow', 'basicFlow'),
  document('Alternative flows', 'alternativeFlows'),
  document(
    'Requirements',
    'technicalRequirements',
    'userRequirements',
    'systemRequirements',
    'requirements',
  ),
  document('Risks and mitigation', 'risks'),
  document('Approval', 'approval'),
  document('Note', 'note'),
];

/** How many of a section's questions are answered. */
export function answeredIn({ fields }: Section, values: AllValues): number {
  return fields.filter((field) => !isEmpty(values[field])).length;
}

/** The section that a field is edited in. */
export function sectionOf(field: FieldName): Section {
  const found = sections.find(({ fields }) => fields.includes(field));
  if (found === undefined) throw new Error(`${field} is in no section.`);
  return found;
}
