import type { FieldName } from '#domain/use-case/fields';

/** Fields that are read and edited together. The first one names the group. */
export type FieldGroup = {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly FieldName[];
};

const single = (field: FieldName, label: string): FieldGroup => ({
  id: field,
  label,
  fields: [field],
});

export const stageGroup = single('stage', 'Stage');
export const hypothesisGroup = single('hypothesis', 'Hypothesis');
export const noteGroup = single('note', 'Note');

export const kpiGroup: FieldGroup = {
  id: 'kpi',
  label: 'KPI',
  fields: ['kpi.name', 'kpi.unit', 'kpi.baseline', 'kpi.target', 'kpi.direction', 'kpi.by'],
};

export const storyGroup: FieldGroup = {
  id: 'story',
  label: 'Story',
  fields: ['story.persona', 'story.goal', 'story.benefit'],
};

export const frameworkGroups: readonly FieldGroup[] = [
  single('why', 'Why'),
  single('who', 'Who'),
  single('what', 'What'),
  single('where', 'Where'),
];

export const pillarGroups: readonly FieldGroup[] = [
  single('how.data', 'Data'),
  single('how.audience', 'Audience'),
  single('how.journey', 'Journey'),
  single('how.measurement', 'Measurement'),
  single('how.content', 'Content'),
];

export const planGroups: readonly FieldGroup[] = [
  single('guardrail', 'Guardrail'),
  single('test', 'Test and control'),
  single('decisionModel', 'Decision model'),
  single('result', 'Result'),
];

export const documentGroups: readonly FieldGroup[] = [
  {
    id: 'identification',
    label: 'Identification',
    fields: [
      'identification.useCaseId',
      'identification.title',
      'identification.createdBy',
      'identification.dateCreated',
      'identification.lastUpdated',
      'identification.version',
    ],
  },
  single('overview', 'Overview'),
  single('description', 'Description'),
  single('businessBenefit', 'Business benefit'),
  single('goals', 'Goals'),
  { id: 'scope', label: 'Scope', fields: ['scope', 'scopeOut'] },
  single('actors', 'Actors and roles'),
  single('processes', 'Processes impacted'),
  single('dataObjects', 'Data objects'),
  single('metrics', 'Metrics'),
  single('definitionOfDone', 'Definition of done'),
  single('preconditions', 'Preconditions'),
  single('basicFlow', 'Basic flow'),
  single('alternativeFlows', 'Alternative flows'),
  single('postconditions', 'Postconditions'),
  {
    id: 'requirements',
    label: 'Requirements',
    fields: ['requirements', 'technicalRequirements', 'userRequirements', 'systemRequirements'],
  },
  single('risks', 'Risks and mitigation'),
  single('approval', 'Approval'),
];

const groups = [
  stageGroup,
  hypothesisGroup,
  noteGroup,
  kpiGroup,
  storyGroup,
  ...frameworkGroups,
  ...pillarGroups,
  ...planGroups,
  ...documentGroups,
];

/** The group that a field is edited in. */
export function groupOf(field: FieldName): FieldGroup {
  return groups.find((group) => group.fields.includes(field)) ?? stageGroup;
}
