import type { FieldName } from '../use-case/fields';
import type { Element } from './labels';

/** The field that an element of a source becomes, where it becomes one as it stands. */
export const textFields: Readonly<Partial<Record<Element, FieldName>>> = {
  title: 'identification.title',
  useCaseId: 'identification.useCaseId',
  createdBy: 'identification.createdBy',
  dateCreated: 'identification.dateCreated',
  lastUpdated: 'identification.lastUpdated',
  version: 'identification.version',
  businessBenefit: 'businessBenefit',
  overview: 'overview',
  scope: 'scope',
  requirements: 'requirements',
  approval: 'approval',
  why: 'why',
  who: 'who',
  what: 'what',
  where: 'where',
  data: 'how.data',
  audience: 'how.audience',
  journey: 'how.journey',
  measurement: 'how.measurement',
  content: 'how.content',
  hypothesis: 'hypothesis',
  guardrail: 'guardrail',
  test: 'test',
  decisionModel: 'decisionModel',
  result: 'result',
  scopeOut: 'scopeOut',
  persona: 'story.persona',
  goal: 'story.goal',
  benefit: 'story.benefit',
};

/** The field that an element becomes as a list of items. */
export const listFields: Readonly<Partial<Record<Element, FieldName>>> = {
  precondition: 'preconditions',
  postcondition: 'postconditions',
  processesImpacted: 'processes',
  keyRoles: 'actors',
  dataObjects: 'dataObjects',
  keyMetrics: 'metrics',
  goals: 'goals',
  actors: 'actors',
  basicFlow: 'basicFlow',
  alternativeFlows: 'alternativeFlows',
  technicalRequirements: 'technicalRequirements',
  userRequirements: 'userRequirements',
  systemRequirements: 'systemRequirements',
  definitionOfDone: 'definitionOfDone',
};

const readFields: Readonly<Partial<Record<Element, FieldName>>> = {
  sentence: 'story.persona',
  description: 'description',
  risks: 'risks',
  kpi: 'kpi.name',
  baseline: 'kpi.baseline',
  target: 'kpi.target',
  by: 'kpi.by',
  stage: 'stage',
  unit: 'kpi.unit',
  direction: 'kpi.direction',
};

/** The field that an element mainly speaks of, for telling people where a line went. */
export function fieldOfElement(element: Element): FieldName | undefined {
  return textFields[element] ?? listFields[element] ?? readFields[element];
}
