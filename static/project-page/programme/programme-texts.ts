import type { ProgrammeListName, ProgrammeTextName } from '#domain/programme/programme';
import { t, textsOf } from '../../shared/texts';

/** What the parts of a programme are called, and what belongs into each. */
export const listTexts: Readonly<
  Record<ProgrammeListName, { readonly title: string; readonly one: string; readonly help: string }>
> = {
  goals: {
    get title() {
      return t('pages.programmeTexts.goals');
    },
    one: 'goal',
    get help() {
      return t('pages.programmeTexts.whatTheBusinessWantsUse');
    },
  },
  northStarKpis: {
    get title() {
      return t('pages.programmeTexts.northStarKpis');
    },
    one: 'KPI',
    get help() {
      return t('pages.programmeTexts.theFewFiguresThatThe');
    },
  },
  milestones: {
    get title() {
      return t('pages.programmeTexts.milestones');
    },
    one: 'milestone',
    get help() {
      return t('pages.programmeTexts.whatShallStandWhenBy');
    },
  },
  'refinement.questions': {
    get title() {
      return t('pages.programmeTexts.refinementQuestions');
    },
    one: 'question',
    get help() {
      return t('pages.programmeTexts.whatTheTeamAsksOf');
    },
  },
  'refinement.deck': {
    get title() {
      return t('pages.programmeTexts.planningPokerDeck');
    },
    one: 'card',
    get help() {
      return t('pages.programmeTexts.theCardsThatTheTeam');
    },
  },
  audiences: {
    get title() {
      return t('pages.programmeTexts.audiences');
    },
    one: 'audience',
    get help() {
      return t('pages.programmeTexts.whomUseCasesAreFor');
    },
  },
  channels: {
    get title() {
      return t('pages.programmeTexts.channelsAndTouchpoints');
    },
    one: 'channel',
    get help() {
      return t('pages.programmeTexts.wherePeopleAreMetUse');
    },
  },
  systems: {
    get title() {
      return t('pages.programmeTexts.systems');
    },
    one: 'system',
    get help() {
      return t('pages.programmeTexts.whatIsThereAndHow');
    },
  },
  data: {
    get title() {
      return t('pages.programmeTexts.dataObjects');
    },
    one: 'data object',
    get help() {
      return t('pages.programmeTexts.whichDataThereIsWhose');
    },
  },
  stakeholders: {
    get title() {
      return t('pages.programmeTexts.stakeholders');
    },
    one: 'stakeholder',
    get help() {
      return t('pages.programmeTexts.whoDecidesDoesIsAsked');
    },
  },
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
  touchpoints: 'pages.programmeTexts.touchpointsOnePerLine',
  integration: 'pages.programmeTexts.integration',
  system: 'pages.programmeTexts.system',
  personal: 'pages.programmeTexts.personalData',
  consent: 'pages.programmeTexts.consent',
  role: 'pages.programmeTexts.role',
  responsibilities: 'pages.programmeTexts.responsibilitiesOnePerLine',
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
