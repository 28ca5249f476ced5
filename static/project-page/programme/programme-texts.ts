import type { ProgrammeListName, ProgrammeTextName } from '#domain/programme/programme';

/** What the parts of a programme are called, and what belongs into each. */
export const listTexts: Readonly<
  Record<ProgrammeListName, { readonly title: string; readonly one: string; readonly help: string }>
> = {
  goals: {
    title: 'Goals',
    one: 'goal',
    help: 'What the business wants. Use cases pick it as their why.',
  },
  northStarKpis: {
    title: 'North-star KPIs',
    one: 'KPI',
    help: 'The few figures that the goals are judged by.',
  },
  milestones: {
    title: 'Milestones',
    one: 'milestone',
    help: 'What shall stand when, by crawl, walk and run.',
  },
  'refinement.questions': {
    title: 'Refinement questions',
    one: 'question',
    help: 'What the team asks of a story before it estimates it.',
  },
  'refinement.deck': {
    title: 'Planning-poker deck',
    one: 'card',
    help: 'The cards that the team estimates with.',
  },
  audiences: {
    title: 'Audiences',
    one: 'audience',
    help: 'Whom use cases are for. Use cases pick it as their who.',
  },
  channels: {
    title: 'Channels and touchpoints',
    one: 'channel',
    help: 'Where people are met. Use cases pick it as their where.',
  },
  systems: { title: 'Systems', one: 'system', help: 'What is there, and how it is connected.' },
  data: {
    title: 'Data objects',
    one: 'data object',
    help: 'Which data there is, whose it is, and whether it needs consent.',
  },
  stakeholders: {
    title: 'Stakeholders',
    one: 'stakeholder',
    help: 'Who decides, does, is asked, is told.',
  },
};

/** What the attributes of entries are called. */
export const attributeTitles: Readonly<Record<string, string>> = {
  detail: 'Detail',
  goal: 'Goal',
  unit: 'Unit',
  direction: 'Direction',
  stage: 'Stage',
  due: 'Due',
  rule: 'Rule',
  touchpoints: 'Touchpoints, one per line',
  integration: 'Integration',
  system: 'System',
  personal: 'Personal data',
  consent: 'Consent',
  role: 'Role',
  responsibilities: 'Responsibilities, one per line',
  raci: 'RACI (responsible, accountable, consulted, informed)',
};

export const textTitles: Readonly<Record<ProgrammeTextName, string>> = {
  'operatingModel.team': 'Operating model: team',
  'operatingModel.process': 'Operating model: process',
  'operatingModel.documentation': 'Operating model: documentation',
  'operatingModel.tools': 'Operating model: tools',
  landscape: 'Landscape',
  compliance: 'Compliance and security',
};

/** What a programme of an industry often begins with: goals, and the KPIs that they are judged by. */
export type Starter = {
  readonly goals: readonly string[];
  readonly kpis: readonly (readonly [name: string, unit: string, direction: 'up' | 'down'])[];
};

/** Starting points by industry. The figures are the team's own. */
export const starters: Readonly<Record<string, Starter>> = {
  Retail: {
    goals: [
      'Sell more to known customers',
      'Win customers who come back',
      'Send fewer parcels back',
    ],
    kpis: [
      ['Revenue per customer and year', '€', 'up'],
      ['Repeat purchase rate', '%', 'up'],
      ['Returns', '%', 'down'],
    ],
  },
  Travel: {
    goals: ['Sell directly instead of through others', 'Earn more on each journey'],
    kpis: [
      ['Direct bookings', '%', 'up'],
      ['Ancillary revenue per passenger', '€', 'up'],
      ['Abandoned bookings', '%', 'down'],
    ],
  },
  Banking: {
    goals: ['Be the first bank of more customers', 'Serve more of them digitally'],
    kpis: [
      ['Products per customer', '', 'up'],
      ['Digitally active customers', '%', 'up'],
      ['Dormant accounts', '%', 'down'],
    ],
  },
  Media: {
    goals: ['Keep subscribers for longer', 'Turn readers into subscribers'],
    kpis: [
      ['Subscriber churn a month', '%', 'down'],
      ['Trials that become paid', '%', 'up'],
      ['Minutes per active reader', 'min', 'up'],
    ],
  },
  'Food and catering': {
    goals: ['Know guests and their taste', 'Waste less food'],
    kpis: [
      ['Orders per guest and month', 'orders', 'up'],
      ['Guests with a known profile', '%', 'up'],
      ['Food waste per order', 'g', 'down'],
    ],
  },
  'Business to business': {
    goals: ['Talk to companies when they are ready', 'Grow with the customers we have'],
    kpis: [
      ['Qualified leads that become deals', '%', 'up'],
      ['Net revenue retention', '%', 'up'],
      ['Days from lead to first meeting', 'days', 'down'],
    ],
  },
};
