import type { Criterion } from './criterion';
import {
  effortPoints,
  effortScale,
  feasibilityPillars,
  ice,
  rice,
  standardValue,
  wsjf,
} from './standard-criteria';

/** How use cases can be scored. */
export const modelIds = [
  'value-effort',
  'value-feasibility',
  'rice',
  'ice',
  'wsjf',
  'wsjf-urgency',
  'own',
] as const;

/** How use cases are scored. */
export type ModelId = (typeof modelIds)[number];

/**
 * How the answers of an axis become one figure: their weighted mean on a scale from 1 to 5, product,
 * sum, the least of them, the first times the sum of the others, or the team's estimate.
 */
export type Combination = 'mean' | 'product' | 'sum' | 'minimum' | 'urgency' | 'estimate';

/** One axis of a model. */
export type Side = {
  readonly label: string;
  readonly combine: Combination;
  readonly criteria: readonly Criterion[];
  /** The unit of the figure, '' where it has none. */
  readonly unit: string;
  /** The ends of the axis; null where it has no upper bound. */
  readonly least: number;
  readonly most: number | null;
};

/** A way to score: value, what stands against it (or makes it easy), and where each begins to be high. */
export type Model = {
  readonly id: ModelId;
  readonly value: Side;
  readonly effort: Side;
  /** Less effort is better; of feasibility and ease, more is. */
  readonly easier: 'less' | 'more';
  /** From where on an axis counts as high; null until a project says so. */
  readonly thresholds: { readonly value: number | null; readonly effort: number | null };
};

const oneToFive = { least: 1, most: 5, unit: 'of 5' } as const;
const unbounded = { least: 0, most: null, unit: '' } as const;

const valueSide: Side = {
  label: 'Value',
  combine: 'mean',
  criteria: standardValue,
  ...oneToFive,
};

const points: Side = {
  ...unbounded,
  label: 'Effort',
  combine: 'estimate',
  criteria: [effortPoints],
  unit: 'points',
};

const wsjfSize: Side = {
  ...unbounded,
  label: 'Job size',
  combine: 'sum',
  criteria: [wsjf.size],
};

const unset = { value: null, effort: null } as const;

/** The models as they are before a project changes them. */
export const standardModels: Readonly<Record<ModelId, Model>> = {
  'value-effort': {
    id: 'value-effort',
    value: valueSide,
    effort: points,
    easier: 'less',
    thresholds: { value: 3, effort: 8 },
  },
  'value-feasibility': {
    id: 'value-feasibility',
    value: valueSide,
    effort: {
      label: 'Feasibility',
      combine: 'minimum',
      criteria: feasibilityPillars,
      ...oneToFive,
    },
    easier: 'more',
    thresholds: { value: 3, effort: 3 },
  },
  rice: {
    id: 'rice',
    value: {
      ...unbounded,
      label: 'Value',
      combine: 'product',
      criteria: [rice.reach, rice.impact, rice.confidence],
    },
    effort: {
      ...unbounded,
      label: 'Effort',
      combine: 'sum',
      criteria: [rice.effort],
      unit: 'person-months',
    },
    easier: 'less',
    thresholds: unset,
  },
  ice: {
    id: 'ice',
    value: {
      label: 'Value',
      combine: 'product',
      criteria: [ice.impact, ice.confidence],
      least: 1,
      most: 100,
      unit: '',
    },
    effort: {
      label: 'Ease',
      combine: 'sum',
      criteria: [ice.ease],
      least: 1,
      most: 10,
      unit: 'of 10',
    },
    easier: 'more',
    thresholds: unset,
  },
  wsjf: {
    id: 'wsjf',
    value: {
      ...unbounded,
      label: 'Cost of delay',
      combine: 'sum',
      criteria: [wsjf.business, wsjf.time, wsjf.risk],
    },
    effort: wsjfSize,
    easier: 'less',
    thresholds: unset,
  },
  'wsjf-urgency': {
    id: 'wsjf-urgency',
    value: {
      ...unbounded,
      label: 'Cost of delay',
      combine: 'urgency',
      criteria: [wsjf.time, wsjf.business, wsjf.risk],
    },
    effort: wsjfSize,
    easier: 'less',
    thresholds: unset,
  },
  own: {
    id: 'own',
    value: valueSide,
    effort: { label: 'Effort', combine: 'mean', criteria: [effortScale], ...oneToFive },
    easier: 'less',
    thresholds: { value: 3, effort: 3 },
  },
};

/** The side of an effort that is rated from 1 to 5 instead of estimated in points. */
export const ratedEffort: Side = standardModels.own.effort;
