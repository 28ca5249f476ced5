import type { FieldName } from '#domain/use-case/fields';

/** What a field is called, and the question that it answers. */
export type FieldText = { readonly label: string; readonly question: string };

const text = (label: string, question: string): FieldText => ({ label, question });

export const fieldTexts: Readonly<Record<FieldName, FieldText>> = {
  stage: text('Stage', 'How far does it go: simple, triggered, or real-time?'),
  why: text('Why', 'Which business objective does this serve?'),
  who: text('Who', 'Which audience, exactly?'),
  what: text('What', 'What do they get: message, offer or service?'),
  where: text('Where', 'On which channels or touchpoints?'),
  'how.data': text('Data', 'Which data does it need, and is it there?'),
  'how.audience': text('Audience', 'By which rule does somebody get in, and out again?'),
  'how.journey': text('Journey', 'What happens when, and what stops it?'),
  'how.measurement': text(
    'Measurement',
    'How will you see the effect? Name the control group and its size.',
  ),
  'how.content': text('Content', 'Which content has to exist?'),
  'kpi.name': text('KPI', 'Which one figure should move?'),
  'kpi.unit': text('Unit', '%, €, orders …'),
  'kpi.baseline': text('Baseline', 'Where does it stand now?'),
  'kpi.target': text('Target', 'Where should it get to?'),
  'kpi.direction': text('Direction', 'Which way is better?'),
  'kpi.by': text('Day', 'Reach it by which day?'),
  hypothesis: text(
    'Hypothesis',
    'Word it freely, or leave it empty to compose it from the fields.',
  ),
  'story.persona': text('Persona', 'As a …'),
  'story.goal': text('Goal', 'I want …'),
  'story.benefit': text('Benefit', 'so that …'),
  note: text('Note', 'What else came with the text.'),
  'identification.useCaseId': text('Use case ID', 'Its number in your own list.'),
  'identification.title': text('Title', 'Its name in the document.'),
  'identification.createdBy': text('Created by', 'Who wrote it down first?'),
  'identification.dateCreated': text('Date created', 'When?'),
  'identification.lastUpdated': text('Last updated', 'When was the document last changed?'),
  'identification.version': text('Version', 'Which version of the document?'),
  overview: text('Overview', 'What is it about, in a few sentences?'),
  description: text('Description', 'What else belongs to the story?'),
  businessBenefit: text('Business benefit', 'What does the business gain?'),
  goals: text('Goals', 'What should be reached? One per line.'),
  scope: text('Scope', 'What is in, what is out?'),
  actors: text('Actors and roles', 'Who takes part? One per line.'),
  processes: text('Processes impacted', 'Which processes change? One per line.'),
  dataObjects: text('Data objects', 'Which data objects are touched? One per line.'),
  metrics: text('Metrics', 'Which other figures are watched? One per line.'),
  preconditions: text('Preconditions', 'What must hold before? One per line.'),
  basicFlow: text('Basic flow', 'Which steps, in order? One per line.'),
  alternativeFlows: text('Alternative flows', 'What if a step fails? One per line.'),
  postconditions: text('Postconditions', 'What holds afterwards? One per line.'),
  requirements: text('Requirements', 'What must technology, users and systems bring?'),
  risks: text('Risks and mitigation', 'One per line: Risk: … Mitigation: …'),
  approval: text('Approval', 'Who signs off?'),
};
