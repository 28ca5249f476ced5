// Written by `npm run fields` from ../table.ts. Change the table instead.
import type { FieldName } from '../../use-case/fields';

/** A part of the record that is edited on one page. */
export type Section = {
  readonly id: string;
  readonly title: string;
  readonly group: 'Use case' | 'Story' | 'Document';
  readonly fields: readonly FieldName[];
};

/** All sections in reading order; every field of the record is in exactly one. */
export const sections: readonly Section[] = [
  { id: 'why', title: 'Stage and why', group: 'Use case', fields: ['stage', 'why'] },
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
  {
    id: 'identification',
    title: 'Identification',
    group: 'Document',
    fields: [
      'identification.useCaseId',
      'identification.title',
      'identification.version',
      'identification.createdBy',
      'identification.dateCreated',
      'identification.lastUpdated',
    ],
  },
  { id: 'overview', title: 'Overview and goals', group: 'Document', fields: ['overview', 'goals'] },
  { id: 'scope', title: 'Scope', group: 'Document', fields: ['scope', 'scopeOut'] },
  { id: 'basicFlow', title: 'Basic flow', group: 'Document', fields: ['basicFlow'] },
  {
    id: 'alternativeFlows',
    title: 'Alternative flows',
    group: 'Document',
    fields: ['alternativeFlows'],
  },
  {
    id: 'requirements',
    title: 'Requirements',
    group: 'Document',
    fields: ['requirements', 'technicalRequirements', 'userRequirements', 'systemRequirements'],
  },
  { id: 'risks', title: 'Risks and mitigation', group: 'Document', fields: ['risks'] },
  { id: 'approval', title: 'Approval', group: 'Document', fields: ['approval'] },
  { id: 'note', title: 'Note', group: 'Document', fields: ['note'] },
];
