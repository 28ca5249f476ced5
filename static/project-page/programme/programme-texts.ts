import type { ProgrammeListName, ProgrammeTextName } from '#domain/programme/programme';
import { textsOf } from '../../shared/texts';

/** What the parts of a programme are called, and what belongs into each. */
export const listTexts: Readonly<
  Record<ProgrammeListName, { readonly title: string; readonly one: string; readonly help: string }>
> = {
  goals: textsOf({
    title: 'pages.programmeTexts.goals',
    one: 'pages.programmeTexts.oneGoal',
    help: 'pages.programmeTexts.whatTheBusinessWantsUse',
  }),
  northStarKpis: textsOf({
    title: 'pages.programmeTexts.northStarKpis',
    one: 'pages.programmeTexts.oneKpi',
    help: 'pages.programmeTexts.theFewFiguresThatThe',
  }),
  milestones: textsOf({
    title: 'pages.programmeTexts.milestones',
    one: 'pages.programmeTexts.oneMilestone',
    help: 'pages.programmeTexts.whatShallStandWhenBy',
  }),
  'refinement.questions': textsOf({
    title: 'pages.programmeTexts.refinementQuestions',
    one: 'pages.programmeTexts.oneQuestion',
    help: 'pages.programmeTexts.whatTheTeamAsksOf',
  }),
  'refinement.deck': textsOf({
    title: 'pages.programmeTexts.planningPokerDeck',
    one: 'pages.programmeTexts.oneCard',
    help: 'pages.programmeTexts.theCardsThatTheTeam',
  }),
  audiences: textsOf({
    title: 'pages.programmeTexts.audiences',
    one: 'pages.programmeTexts.oneAudience',
    help: 'pages.programmeTexts.whomUseCasesAreFor',
  }),
  channels: textsOf({
    title: 'pages.programmeTexts.channelsAndTouchpoints',
    one: 'pages.programmeTexts.oneChannel',
    help: 'pages.programmeTexts.wherePeopleAreMetUse',
  }),
  systems: textsOf({
    title: 'pages.programmeTexts.systems',
    one: 'pages.programmeTexts.oneSystem',
    help: 'pages.programmeTexts.whatIsThereAndHow',
  }),
  data: textsOf({
    title: 'pages.programmeTexts.dataObjects',
    one: 'pages.programmeTexts.oneDataObject',
    help: 'pages.programmeTexts.whichDataThereIsWhose',
  }),
  stakeholders: textsOf({
    title: 'pages.programmeTexts.stakeholders',
    one: 'pages.programmeTexts.oneStakeholder',
    help: 'pages.programmeTexts.whoDecidesDoesIsAsked',
  }),
};

/** What the attributes of entries are called. */
export const attributeTitles: Readonly<Record<string, string>> = textsOf({
  detail: 'pages.programmeTexts.detail',
  goal: 'pages.programmeTexts.goal',
  unit: 'pages.programmeTexts.unit',
  direction: 'pages.programmeTexts.direction',
  stage: 'pages.programmeTexts.stage',
  due: 'pages.programmeTexts.due',
  rule: 'pages.programmeTexts.rule',
  touchpoints: 'pages.programmeTexts.touchpoints',
  integration: 'pages.programmeTexts.integration',
  system: 'pages.programmeTexts.system',
  personal: 'pages.programmeTexts.personalData',
  consent: 'pages.programmeTexts.consent',
  role: 'pages.programmeTexts.role',
  responsibilities: 'pages.programmeTexts.responsibilities',
  raci: 'pages.programmeTexts.raciResponsibleAccountableConsulte',
});

export const textTitles: Readonly<Record<ProgrammeTextName, string>> = textsOf({
  'operatingModel.team': 'pages.programmeTexts.operatingModelTeam',
  'operatingModel.process': 'pages.programmeTexts.operatingModelProcess',
  'operatingModel.documentation': 'pages.programmeTexts.operatingModelDocumentation',
  'operatingModel.tools': 'pages.programmeTexts.operatingModelTools',
  landscape: 'pages.programmeTexts.landscape',
  compliance: 'pages.programmeTexts.complianceAndSecurity',
});

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
