import * as v from 'valibot';
import type { JsonObject } from '../use-case/json';
import { boundsOf, type Criterion } from './criterion';
import { modelIds, ratedEffort, standardModels, type Model, type ModelId } from './models';
import { quadrantNames, quadrants, type Quadrant } from './quadrant';

/** From where on an axis counts as high; null where nobody has said so. */
export type Thresholds = { readonly value: number | null; readonly effort: number | null };

/** Thresholds have the unit of their axis: effort that is rated has others than effort in points. */
const thresholdKeys = [...modelIds, 'value-effort-rated'] as const;

/** What thresholds are kept for. */
export type ThresholdKey = (typeof thresholdKeys)[number];

/** How a project scores its use cases. What it does not say is as Northstar brings it. */
export type ScoringSettings = {
  readonly model: ModelId;
  /** Whether effort is the team's estimate or rated from 1 to 5; in the model of value and effort. */
  readonly effortBy: 'points' | 'rating';
  /** The criteria of value; empty for Northstar's own. */
  readonly valueCriteria: readonly Criterion[];
  /** The criteria of effort in a model of one's own, and the pillars of feasibility; empty likewise. */
  readonly effortCriteria: readonly Criterion[];
  readonly feasibilityCriteria: readonly Criterion[];
  readonly thresholds: Readonly<Partial<Record<ThresholdKey, Thresholds>>>;
  readonly names: Readonly<Partial<Record<Quadrant, string>>>;
  /** The id of the estimation field; '' for Jira's own. */
  readonly estimateField: string;
};

/** A project that has decided nothing. */
export const standardScoring: ScoringSettings = {
  model: 'value-effort',
  effortBy: 'points',
  valueCriteria: [],
  effortCriteria: [],
  feasibilityCriteria: [],
  thresholds: {},
  names: {},
  estimateField: '',
};

/** Models whose criteria a project may write itself; the others are defined by their formula. */
const writable: readonly ModelId[] = ['value-effort', 'value-feasibility', 'own'];

/** Whether a project may change the criteria of a model. */
export function hasOwnCriteria(model: ModelId): boolean {
  return writable.includes(model);
}

/** The most criteria that one axis may have: more than that nobody answers in a minute. */
export const criteriaAtMost = 8;

const figure = v.pipe(v.number(), v.finite());
const shortText = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

const scale = v.variant('kind', [
  v.object({
    kind: v.literal('steps'),
    steps: v.pipe(
      v.array(v.object({ value: figure, label: v.pipe(v.string(), v.trim(), v.maxLength(120)) })),
      v.minLength(2),
      v.maxLength(11),
    ),
  }),
  v.object({
    kind: v.literal('number'),
    least: figure,
    most: v.nullable(figure),
    unit: v.pipe(v.string(), v.maxLength(30)),
  }),
]);

const criterion = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.regex(/^[a-zA-Z][\w-]{0,39}$/u)),
    name: shortText(60),
    scale,
    weight: v.pipe(figure, v.minValue(0), v.maxValue(1000)),
    direction: v.picklist(['more', 'less']),
  }),
  v.check((each) => isBounded(each)),
);

/** Criteria are brought to one scale before they are weighed, so each needs both ends. */
function isBounded(each: Pick<Criterion, 'scale'>): boolean {
  const [least, most] = boundsOf(each);
  return most !== null && most > least;
}

const criteria = v.pipe(
  v.array(criterion),
  v.maxLength(criteriaAtMost),
  v.check((all) => new Set(all.map(({ id }) => id)).size === all.length),
  v.check((all) => all.length === 0 || all.some(({ weight }) => weight > 0)),
);

const thresholds = v.object({ value: v.nullable(figure), effort: v.nullable(figure) });

const settings = v.object({
  model: v.picklist(modelIds),
  effortBy: v.picklist(['points', 'rating']),
  valueCriteria: criteria,
  effortCriteria: criteria,
  feasibilityCriteria: v.optional(criteria, []),
  thresholds: v.record(v.picklist(thresholdKeys), thresholds),
  names: v.record(v.picklist(quadrants), shortText(40)),
  estimateField: v.pipe(v.string(), v.regex(/^(?:|customfield_\d{1,12})$/u)),
});

/** Reads untrusted scoring settings; `undefined` where they are none. */
export function parseScoring(raw: unknown): ScoringSettings | undefined {
  const parsed = v.safeParse(settings, raw);
  return parsed.success ? parsed.output : undefined;
}

/** Reads stored settings. Anything unreadable counts as unset: nothing has to be set up. */
export function readScoring(raw: unknown): ScoringSettings {
  return parseScoring(raw) ?? standardScoring;
}

/** Settings as they are stored. */
export function toStoredScoring(scoring: ScoringSettings): JsonObject {
  return JSON.parse(JSON.stringify(scoring)) as JsonObject;
}

/** Under which key the thresholds of a project's model are kept. */
export function thresholdKeyOf({ model, effortBy }: ScoringSettings): ThresholdKey {
  return model === 'value-effort' && effortBy === 'rating' ? 'value-effort-rated' : model;
}

/** Which part holds the criteria of a model's effort; undefined where the model brings them itself. */
export function effortPartOf(model: ModelId): 'effortCriteria' | 'feasibilityCriteria' | undefined {
  if (model === 'own') return 'effortCriteria';
  return model === 'value-feasibility' ? 'feasibilityCriteria' : undefined;
}

/** The model that a project scores by, with its own criteria and thresholds. */
export function modelFor(scoring: ScoringSettings): Model {
  const base = standardModels[scoring.model];
  const key = thresholdKeyOf(scoring);
  const byRating = key === 'value-effort-rated';
  const sides = byRating ? { ...base, effort: ratedEffort } : base;
  const standard = byRating ? { value: 3, effort: 3 } : base.thresholds;
  const own = scoring.thresholds[key] ?? standard;
  if (!hasOwnCriteria(base.id)) return { ...sides, thresholds: own };
  const { valueCriteria } = scoring;
  const part = effortPartOf(base.id);
  const ownEffort = part === undefined ? [] : scoring[part];
  return {
    ...sides,
    value: { ...sides.value, ...(valueCriteria.length > 0 && { criteria: valueCriteria }) },
    effort: { ...sides.effort, ...(ownEffort.length > 0 && { criteria: ownEffort }) },
    thresholds: own,
  };
}

/** What the project calls a quadrant. */
export function nameOfQuadrant({ names }: ScoringSettings, quadrant: Quadrant): string {
  return names[quadrant] ?? quadrantNames[quadrant];
}

/**
 * A short text that changes whenever a score would have to be made again: model, criteria or
 * thresholds. It is a hash (FNV-1a, 32 bits), so two settings may by rare chance share one.
 */
export function scoringVersion(model: Model): string {
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(withoutTexts(model))) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** Names and labels do not change what a score comes to. */
function withoutTexts({ id, value, effort, easier, thresholds: at }: Model): unknown {
  const bare = (side: Model['value']): unknown => ({
    combine: side.combine,
    criteria: side.criteria.map((each) => [
      each.id,
      each.weight,
      each.direction,
      ...boundsOf(each),
      each.scale.kind,
    ]),
  });
  return [id, bare(value), bare(effort), easier, at.value, at.effort];
}
