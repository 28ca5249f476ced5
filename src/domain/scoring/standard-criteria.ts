import type { Criterion, Scale } from './criterion';

function steps(...labels: readonly string[]): Scale {
  return { kind: 'steps', steps: labels.map((label, index) => ({ value: index + 1, label })) };
}

/** What makes a use case valuable, where a project has not said otherwise. */
export const standardValue: readonly Criterion[] = [
  {
    id: 'revenue',
    name: 'Revenue impact',
    weight: 4,
    direction: 'more',
    scale: steps(
      'None that we could measure',
      'Pays for its own running',
      'Visible in one channel’s result',
      'Visible in the quarter’s result',
      'Moves the year’s result',
    ),
  },
  {
    id: 'reach',
    name: 'Customers reached',
    weight: 3,
    direction: 'more',
    scale: steps(
      'A handful',
      'Under 5% of customers',
      'One in ten customers',
      'A third of customers',
      'Most customers',
    ),
  },
  {
    id: 'fit',
    name: 'Strategic fit',
    weight: 2,
    direction: 'more',
    scale: steps(
      'Serves no goal of the programme',
      'Serves a goal indirectly',
      'Serves one goal',
      'Serves a first goal of the year',
      'The year’s goal depends on it',
    ),
  },
  {
    id: 'learning',
    name: 'What we learn',
    weight: 1,
    direction: 'more',
    scale: steps(
      'Nothing new',
      'Confirms what we know',
      'Answers a question of one team',
      'Answers a question of several teams',
      'Decides what we build next',
    ),
  },
];

/** Effort on a scale of its own, for teams that do not estimate in points. */
export const effortScale: Criterion = {
  id: 'effort',
  name: 'Effort',
  weight: 1,
  direction: 'more',
  scale: steps(
    'A day or two, one person',
    'A week, one team',
    'A sprint, one team',
    'Several sprints or two teams',
    'A quarter or longer',
  ),
};

/** Effort in the unit of the team's estimates, where there is no estimate. */
export const effortPoints: Criterion = {
  id: 'points',
  name: 'Effort',
  weight: 1,
  direction: 'more',
  scale: { kind: 'number', least: 0, most: null, unit: 'points' },
};

/** What has to be in place: the weakest pillar decides, and names what is to be done. */
export const feasibilityPillars: readonly Criterion[] = [
  {
    id: 'data',
    name: 'Data',
    weight: 1,
    direction: 'more',
    scale: steps(
      'Not collected',
      'Collected, not connected',
      'Connected, with holes',
      'Connected and checked',
      'In daily use for the same purpose',
    ),
  },
  {
    id: 'capability',
    name: 'Capability',
    weight: 1,
    direction: 'more',
    scale: steps(
      'Nobody can do it',
      'A partner could do it',
      'We could learn it in a quarter',
      'We have done something like it',
      'We do it every month',
    ),
  },
];

/** From 1 to 10, with what 1, 3, 5, 8 and 10 mean. */
const ten = (...labels: readonly [string, string, string, string, string]): Scale => ({
  ...{ kind: 'number', least: 1, most: 10, unit: 'of 10' },
  anchors: [1, 3, 5, 8, 10].map((value, index) => ({ value, label: labels[index] ?? '' })),
});
const anyNumber = (unit: string): Scale => ({ kind: 'number', least: 0, most: null, unit });

/** WSJF compares: the smallest of the list is 1, and the others are so many times as much. */
const compared = (label: string): Scale => ({
  ...{ kind: 'number', least: 0, most: null, unit: '' },
  anchors: [
    { value: 1, label: `${label} of the least in the list` },
    { value: 5, label: 'Clearly more than the least' },
    { value: 13, label: 'Many times the least' },
  ],
});

const plain = (id: string, name: string, scale: Scale): Criterion => ({
  id,
  name,
  scale,
  weight: 1,
  direction: 'more',
});

const byEvidence = (id: string, scale: Scale): Criterion => ({
  ...plain(id, 'Confidence', scale),
  fromEvidence: true,
});

/**
 * RICE, with the published steps. Source: S. McBride, "RICE: simple prioritization", Intercom. The source
 * calls less than half sure a moonshot and gives it no figure; 20% is ours.
 */
export const rice = {
  reach: plain('riceReach', 'Reach', anyNumber('customers a quarter')),
  impact: plain('riceImpact', 'Impact', {
    kind: 'steps',
    steps: [
      { value: 0.25, label: 'Minimal' },
      { value: 0.5, label: 'Low' },
      { value: 1, label: 'Medium' },
      { value: 2, label: 'High' },
      { value: 3, label: 'Massive' },
    ],
  }),
  confidence: byEvidence('riceConfidence', {
    kind: 'steps',
    steps: [
      { value: 0.2, label: 'A moonshot, below 50%: counts as 20%' },
      { value: 0.5, label: 'Low: 50%' },
      { value: 0.8, label: 'Medium: 80%' },
      { value: 1, label: 'High: 100%' },
    ],
  }),
  effort: plain('riceEffort', 'Effort', {
    kind: 'number',
    least: 0.5,
    most: null,
    unit: 'person-months',
  }),
};

/** The questions that ask whom a use case reaches. */
export const reachIds: readonly string[] = ['reach', 'riceReach'];

/** ICE: impact, confidence and ease, each from 1 to 10. */
export const ice = {
  impact: plain(
    'iceImpact',
    'Impact',
    ten(
      'Nobody would notice',
      'A few customers would notice',
      'Visible in one channel’s result',
      'Visible in the quarter’s result',
      'Moves the year’s result',
    ),
  ),
  confidence: byEvidence(
    'iceConfidence',
    ten(
      'A guess',
      'Others agree',
      'A few customers asked for it',
      'A study or market data',
      'A measured result',
    ),
  ),
  ease: plain(
    'iceEase',
    'Ease',
    ten(
      'A quarter or longer, several teams',
      'Several sprints',
      'A sprint, one team',
      'A few days, one person',
      'Done today',
    ),
  ),
};

/** Weighted shortest job first: what a delay costs, by the size of the job. Source: Reinertsen; SAFe. */
export const wsjf = {
  business: plain('wsjfBusiness', 'User and business value', compared('The value')),
  time: plain('wsjfTime', 'Time criticality', compared('The urgency')),
  risk: plain('wsjfRisk', 'Risk reduction, opportunity', compared('The gain')),
  size: plain('wsjfSize', 'Job size', { kind: 'number', least: 0.5, most: null, unit: '' }),
};
