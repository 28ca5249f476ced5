// Written by `npm run fields` from ../table.ts. Change the table instead.
import type { FieldName } from '../../use-case/fields';

/** A chapter of a document: a heading and the fields below it, each with a heading of its own or none. */
export type Chapter = {
  readonly title: string;
  readonly fields: readonly (readonly [FieldName, string])[];
};

/** The chapters in the order in which a use-case document is read. */
export const chapters: readonly Chapter[] = [
  {
    title: 'Identification',
    fields: [
      ['identification.useCaseId', 'Use case ID'],
      ['identification.title', 'Title'],
      ['identification.version', 'Version'],
      ['identification.createdBy', 'Created by'],
      ['identification.dateCreated', 'Date created'],
      ['identification.lastUpdated', 'Last updated'],
    ],
  },
  {
    title: 'Overview',
    fields: [
      ['overview', ''],
      ['description', 'Description'],
      ['businessBenefit', 'Business benefit'],
    ],
  },
  {
    title: 'Why, who, what, where',
    fields: [
      ['stage', 'Stage'],
      ['why', 'Why'],
      ['who', 'Who'],
      ['what', 'What'],
      ['where', 'Where'],
    ],
  },
  {
    title: 'How',
    fields: [
      ['how.data', 'Data'],
      ['how.audience', 'Audience'],
      ['how.journey', 'Journey'],
      ['how.measurement', 'Measurement'],
      ['how.content', 'Content'],
    ],
  },
  {
    title: 'KPI and hypothesis',
    fields: [
      ['kpi.name', 'KPI'],
      ['kpi.unit', 'Unit'],
      ['kpi.baseline', 'Baseline'],
      ['kpi.target', 'Target'],
      ['kpi.direction', 'Direction'],
      ['kpi.by', 'By'],
      ['hypothesis', 'Hypothesis'],
      ['guardrail', 'Guardrail'],
      ['test', 'Test and control'],
      ['decisionModel', 'Decision model'],
      ['result', 'Result'],
      ['metrics', 'Other metrics'],
    ],
  },
  {
    title: 'Story',
    fields: [
      ['story.persona', 'As a'],
      ['story.goal', 'I want'],
      ['story.benefit', 'So that'],
      ['definitionOfDone', 'Definition of done'],
    ],
  },
  { title: 'Goals', fields: [['goals', '']] },
  {
    title: 'Scope',
    fields: [
      ['scope', 'In'],
      ['scopeOut', 'Out'],
    ],
  },
  {
    title: 'Actors',
    fields: [
      ['actors', ''],
      ['processes', 'Processes impacted'],
      ['dataObjects', 'Data objects'],
    ],
  },
  { title: 'Preconditions', fields: [['preconditions', '']] },
  { title: 'Basic flow', fields: [['basicFlow', '']] },
  { title: 'Alternative flows', fields: [['alternativeFlows', '']] },
  { title: 'Postconditions', fields: [['postconditions', '']] },
  {
    title: 'Requirements',
    fields: [
      ['requirements', ''],
      ['technicalRequirements', 'Technical'],
      ['userRequirements', 'User'],
      ['systemRequirements', 'System'],
    ],
  },
  { title: 'Risks and mitigation', fields: [['risks', '']] },
  { title: 'Approval', fields: [['approval', '']] },
  { title: 'Note', fields: [['note', '']] },
];
