// Written by `npm run fields` from ../table.ts. Change the table instead.
import type { FieldName } from '../../use-case/fields';

/** Fields that are read and edited together. The first one names the group. */
export type FieldGroup = {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly FieldName[];
};

/** The groups of each part of the panel. */
export const fieldGroups = {
  stage: [{ id: 'stage', label: 'Stage', fields: ['stage'] }],
  framework: [
    { id: 'why', label: 'Why', fields: ['why'] },
    { id: 'who', label: 'Who', fields: ['who'] },
    { id: 'what', label: 'What', fields: ['what'] },
    { id: 'where', label: 'Where', fields: ['where'] },
  ],
  pillars: [
    { id: 'how.data', label: 'Data', fields: ['how.data'] },
    { id: 'how.audience', label: 'Audience', fields: ['how.audience'] },
    { id: 'how.journey', label: 'Journey', fields: ['how.journey'] },
    { id: 'how.measurement', label: 'Measurement', fields: ['how.measurement'] },
    { id: 'how.content', label: 'Content', fields: ['how.content'] },
  ],
  kpi: [
    {
      id: 'kpi',
      label: 'KPI',
      fields: ['kpi.name', 'kpi.unit', 'kpi.baseline', 'kpi.target', 'kpi.direction', 'kpi.by'],
    },
  ],
  hypothesis: [{ id: 'hypothesis', label: 'Hypothesis', fields: ['hypothesis'] }],
  plan: [
    { id: 'guardrail', label: 'Guardrail', fields: ['guardrail'] },
    { id: 'test', label: 'Test and control', fields: ['test'] },
    { id: 'decisionModel', label: 'Decision model', fields: ['decisionModel'] },
    { id: 'result', label: 'Result', fields: ['result'] },
  ],
  story: [
    { id: 'story', label: 'Story', fields: ['story.persona', 'story.goal', 'story.benefit'] },
  ],
  document: [
    {
      id: 'identification',
      label: 'Identification',
      fields: [
        'identification.useCaseId',
        'identification.title',
        'identification.version',
        'identification.createdBy',
        'identification.dateCreated',
        'identification.lastUpdated',
      ],
    },
    { id: 'overview', label: 'Overview', fields: ['overview'] },
    { id: 'description', label: 'Description', fields: ['description'] },
    { id: 'businessBenefit', label: 'Business benefit', fields: ['businessBenefit'] },
    { id: 'goals', label: 'Goals', fields: ['goals'] },
    { id: 'scope', label: 'Scope', fields: ['scope', 'scopeOut'] },
    { id: 'actors', label: 'Actors and roles', fields: ['actors'] },
    { id: 'processes', label: 'Processes impacted', fields: ['processes'] },
    { id: 'dataObjects', label: 'Data objects', fields: ['dataObjects'] },
    { id: 'metrics', label: 'Metrics', fields: ['metrics'] },
    { id: 'definitionOfDone', label: 'Definition of done', fields: ['definitionOfDone'] },
    { id: 'preconditions', label: 'Preconditions', fields: ['preconditions'] },
    { id: 'basicFlow', label: 'Basic flow', fields: ['basicFlow'] },
    { id: 'alternativeFlows', label: 'Alternative flows', fields: ['alternativeFlows'] },
    { id: 'postconditions', label: 'Postconditions', fields: ['postconditions'] },
    {
      id: 'requirements',
      label: 'Requirements',
      fields: ['requirements', 'technicalRequirements', 'userRequirements', 'systemRequirements'],
    },
    { id: 'risks', label: 'Risks and mitigation', fields: ['risks'] },
    { id: 'approval', label: 'Approval', fields: ['approval'] },
  ],
  note: [{ id: 'note', label: 'Note', fields: ['note'] }],
} as const satisfies Readonly<Record<string, readonly FieldGroup[]>>;
