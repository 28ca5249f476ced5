import { isEmpty, type FieldName } from '../use-case/fields';
import type { UseCaseDocument } from './document';

/** A chapter of a document: a heading and the fields below it. */
export type Chapter = {
  readonly title: string;
  readonly fields: readonly (readonly [FieldName, string])[];
};

/** The chapters in the order in which a use-case document is read. */
const chapters: readonly Chapter[] = [
  {
    title: 'Identification',
    fields: [
      ['identification.useCaseId', 'Use case ID'],
      ['identification.title', 'Title'],
      ['identification.version', 'Version'],
      ['identification.createdBy', 'Created by'],
      ['identification.dateCreated', 'Date created'],
      ['identification.lastUpdated', 'Last updated'],
      ['stage', 'Stage'],
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

/** The chapters of a document that say something, with only the fields that do. */
export function chaptersOf({ values }: UseCaseDocument): readonly Chapter[] {
  return chapters
    .map(({ title, fields }) => ({
      title,
      fields: fields.filter(([field]) => !isEmpty(values[field])),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** Every field that a document can hold. */
export const documentedFields: readonly FieldName[] = chapters.flatMap(({ fields }) =>
  fields.map(([field]) => field),
);
