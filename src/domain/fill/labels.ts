/** What a labelled line or a section of a source can hold. */
export type Element =
  'title' | 'sentence' | StoryElement | DocumentElement | IdentificationElement | FrameworkElement;

type StoryElement =
  | 'precondition'
  | 'postcondition'
  | 'businessBenefit'
  | 'processesImpacted'
  | 'description'
  | 'keyRoles'
  | 'dataObjects'
  | 'keyMetrics'
  | 'definitionOfDone';

type DocumentElement =
  | 'identification'
  | 'overview'
  | 'goals'
  | 'scope'
  | 'scopeOut'
  | 'actors'
  | 'basicFlow'
  | 'alternativeFlows'
  | 'requirements'
  | 'technicalRequirements'
  | 'userRequirements'
  | 'systemRequirements'
  | 'risks'
  | 'approval';

type IdentificationElement = 'useCaseId' | 'createdBy' | 'dateCreated' | 'lastUpdated' | 'version';

type FrameworkElement =
  | 'why'
  | 'who'
  | 'what'
  | 'where'
  | 'how'
  | 'data'
  | 'audience'
  | 'journey'
  | 'measurement'
  | 'content'
  | 'kpi'
  | 'baseline'
  | 'target'
  | 'by'
  | 'stage'
  | 'hypothesis'
  | 'guardrail'
  | 'test'
  | 'decisionModel'
  | 'result'
  | 'unit'
  | 'direction'
  | 'persona'
  | 'goal'
  | 'benefit';

/** Which kind of source a label belongs to; `start` begins a new story. */
export type Family = 'start' | 'story' | 'document' | 'identification' | 'framework' | 'shared';

/** A label as sources write it, and what stands behind it. */
export type Label = {
  readonly element: Element;
  readonly family: Family;
  /** The label's own letters, by which a repeat is told from another name for the same thing. */
  readonly name: string;
};

// Written without spaces, dashes and signs: "Post-condition(s)" and "Post condition" are one label.
const aliases: readonly (readonly [Family, Element, string])[] = [
  ['start', 'title', 'userstory story userstorytitle storytitle'],
  ['identification', 'title', 'title name usecasetitle usecasename usecase'],
  ['shared', 'precondition', 'precondition preconditions'],
  ['shared', 'postcondition', 'postcondition postconditions successguarantee'],
  [
    'story',
    'businessBenefit',
    'potentialbusinessbenefit businessbenefit businessbenefits potentialbusinessbenefits expectedbenefit businessvalue',
  ],
  [
    'story',
    'processesImpacted',
    'processesimpacted impactedprocesses processes businessprocessesimpacted',
  ],
  ['story', 'description', 'userstorydescription storydescription description'],
  ['story', 'keyRoles', 'keyrolesinvolved keyroles roles rolesinvolved'],
  ['story', 'dataObjects', 'dataobjectsdescription dataobjects dataobject dataobjectdescription'],
  ['story', 'keyMetrics', 'keymetricsinvolved keymetrics metrics metricsinvolved'],
  ['story', 'definitionOfDone', 'definitionofdone dod acceptancecriteria'],
  ['document', 'identification', 'usecaseidentification identification'],
  ['document', 'overview', 'overview summary usecaseoverview'],
  ['document', 'goals', 'goals goalsandobjectives objectives'],
  ['document', 'scope', 'scope inscope'],
  ['document', 'scopeOut', 'outofscope scopeout notinscope'],
  ['document', 'actors', 'actors actorsandroles stakeholders'],
  ['document', 'basicFlow', 'basicflow mainflow mainsuccessscenario basicflowofevents normalflow'],
  [
    'document',
    'alternativeFlows',
    'alternativeflows alternativeflow alternateflows alternateflow exceptions',
  ],
  ['document', 'requirements', 'requirements specialrequirements'],
  ['document', 'technicalRequirements', 'technicalrequirements'],
  ['document', 'userRequirements', 'userrequirements'],
  ['document', 'systemRequirements', 'systemrequirements nonfunctionalrequirements'],
  [
    'document',
    'risks',
    'risksandmitigation risksmitigation risks risksandmitigations riskandmitigation',
  ],
  ['document', 'approval', 'approval approvals signoff'],
  ['identification', 'useCaseId', 'usecaseid id'],
  ['identification', 'createdBy', 'createdby author'],
  ['identification', 'dateCreated', 'datecreated created createdon'],
  ['identification', 'lastUpdated', 'lastupdated updated updatedon'],
  ['identification', 'version', 'version'],
  ['framework', 'why', 'why businessobjective objective businessgoal'],
  ['framework', 'who', 'who targetaudience segment'],
  ['framework', 'what', 'what message offer'],
  ['framework', 'where', 'where channel channels touchpoint touchpoints'],
  ['framework', 'how', 'how'],
  ['framework', 'data', 'data datainputs'],
  ['framework', 'audience', 'audience audiences'],
  ['framework', 'journey', 'journey journeys'],
  ['framework', 'measurement', 'measurement measure'],
  ['framework', 'content', 'content'],
  ['framework', 'kpi', 'kpi northstarkpi primarykpi keyperformanceindicator'],
  ['framework', 'baseline', 'baseline kpibaseline'],
  ['framework', 'target', 'target kpitarget'],
  ['framework', 'by', 'by bywhen due targetdate'],
  ['framework', 'stage', 'stage maturity'],
  ['framework', 'hypothesis', 'hypothesis'],
  ['framework', 'guardrail', 'guardrail guardrails'],
  ['framework', 'test', 'testandcontrol testplan controlplan testcontrol'],
  ['framework', 'decisionModel', 'decisionmodel'],
  ['framework', 'result', 'result results'],
  ['framework', 'unit', 'unit kpiunit'],
  ['framework', 'direction', 'direction kpidirection'],
  ['framework', 'persona', 'persona'],
  ['framework', 'goal', 'goal'],
  ['framework', 'benefit', 'benefit'],
];

const labels: ReadonlyMap<string, Label> = new Map(
  aliases.flatMap(([family, element, names]) =>
    names.split(' ').map((name): [string, Label] => [name, { family, element, name }]),
  ),
);

/** Finds the label that a text is, whatever its case, spacing, dashes and numbering. */
export function findLabel(text: string): Label | undefined {
  const letters = text
    .replace(/\(s\)/giu, 's')
    .replace(/&/gu, 'and')
    .replace(/\s+#?\d+$/u, '')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
  return labels.get(letters);
}
