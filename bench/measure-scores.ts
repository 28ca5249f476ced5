import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Criterion } from '../src/domain/scoring/criterion';
import { standardModels, type Model } from '../src/domain/scoring/models';
import { quadrantNames, quadrantOf } from '../src/domain/scoring/quadrant';
import { exactly } from '../src/domain/scoring/range';
import { scoreUseCase, type Scored } from '../src/domain/scoring/score-use-case';

/** One published case: what was expected and what Northstar makes of the same inputs. */
export type ScoreCase = {
  readonly name: string;
  readonly model: string;
  readonly expected: number | string;
  readonly actual: number | string;
  /** What was printed, where that forgets part of the formula that stands beside it. */
  readonly published?: number;
};

type Reader = (file: unknown) => readonly ScoreCase[] | undefined;

/** Scores the cases of a file; `undefined` where its shape is none that holds scores. */
export function measureScores(path: string): { readonly cases: readonly ScoreCase[] } | undefined {
  const file = JSON.parse(readFileSync(path, 'utf8')) as unknown;
  const read = readers.map((reader) => reader(file)).find((cases) => cases !== undefined);
  return read && { cases: read };
}

const riceFile = v.object({
  cases: v.array(
    v.object({
      name: v.string(),
      reach_value: v.number(),
      impact: v.number(),
      confidence: v.number(),
      effort: v.number(),
      expected: v.number(),
    }),
  ),
});

const readRice: Reader = (file) => {
  const parsed = v.safeParse(riceFile, file);
  if (!parsed.success) return undefined;
  return parsed.output.cases.map(({ name, expected, ...of }) => ({
    name,
    model: 'rice',
    expected,
    actual: scored(standardModels.rice, {
      riceReach: of.reach_value,
      riceImpact: of.impact,
      riceConfidence: of.confidence,
      riceEffort: of.effort,
    }).score,
  }));
};

const wsjfFile = v.object({
  cases: v.array(
    v.object({
      name: v.optional(v.string()),
      bv: v.number(),
      tc: v.number(),
      rr: v.number(),
      size: v.number(),
      cod: v.optional(v.number()),
      expected: v.number(),
    }),
  ),
});

const readWsjf: Reader = (file) => {
  const parsed = v.safeParse(wsjfFile, file);
  if (!parsed.success) return undefined;
  return parsed.output.cases.flatMap(({ bv, tc, rr, size, cod, expected, ...of }, index) => {
    const name = of.name ?? `case ${String(index + 1)}`;
    const answers = { wsjfBusiness: bv, wsjfTime: tc, wsjfRisk: rr, wsjfSize: size };
    const { value, score } = scored(standardModels.wsjf, answers);
    const whole = { name, model: 'wsjf', expected, actual: score };
    const delay = { name: `${name}: cost of delay`, model: 'wsjf', actual: value.likely };
    return cod === undefined ? [whole] : [whole, { ...delay, expected: cod }];
  });
};

const urgencyFile = v.object({
  text_formula: v.string(),
  criticality: v.record(v.string(), v.number()),
  rows: v.array(
    v.object({
      name: v.string(),
      value: v.number(),
      rr: v.number(),
      size: v.number(),
      crit: v.string(),
      published: v.number(),
    }),
  ),
});

/** The printed figures of this shape leave out the division that its own formula names. */
const readUrgency: Reader = (file) => {
  const parsed = v.safeParse(urgencyFile, file);
  if (!parsed.success) return undefined;
  const { criticality, rows } = parsed.output;
  return rows.map(({ name, value, rr, size, crit, published }) => ({
    name,
    model: 'wsjf-urgency',
    expected: published / size,
    actual: scored(standardModels['wsjf-urgency'], {
      wsjfTime: criticality[crit] ?? 0,
      wsjfBusiness: value,
      wsjfRisk: rr,
      wsjfSize: size,
    }).score,
    published,
  }));
};

const pillars = v.object({
  data: v.number(),
  capability: v.number(),
  expected_overall: v.number(),
});

const feasibilityFile = v.looseObject({
  threshold: v.string(),
  rows: v.array(
    v.object({
      use_case: v.string(),
      impact: v.number(),
      feasibility: v.number(),
      expected: v.string(),
    }),
  ),
});

const readFeasibility: Reader = (file) => {
  const parsed = v.safeParse(feasibilityFile, file);
  if (!parsed.success) return undefined;
  const { threshold, rows, ...others } = parsed.output;
  const model = feasibilityModel(Number(/\d+(?:\.\d+)?/u.exec(threshold)?.[0] ?? 3));
  const placed = rows.map(({ use_case: name, impact, feasibility, expected }) => {
    const { value, effort } = scored(model, { impact, data: feasibility, capability: feasibility });
    const quadrant = quadrantOf(model, value.likely, effort.likely);
    const actual = quadrant === null ? '' : quadrantNames[quadrant];
    return { name, model: 'value-feasibility', expected, actual };
  });
  const least = Object.entries(others).flatMap(([name, raw]) => {
    const one = v.safeParse(pillars, raw);
    if (!one.success) return [];
    const { data, capability, expected_overall: expected } = one.output;
    const { effort } = scored(model, { impact: 1, data, capability });
    return [{ name, model: 'value-feasibility', expected, actual: effort.likely }];
  });
  return [...placed, ...least];
};

/** One published figure of value instead of criteria; the pillars as they are. */
function feasibilityModel(threshold: number): Model {
  const base = standardModels['value-feasibility'];
  const impact: Criterion = {
    id: 'impact',
    name: 'Impact',
    weight: 1,
    direction: 'more',
    scale: { kind: 'number', least: 1, most: 5, unit: '' },
  };
  return {
    ...base,
    value: { ...base.value, criteria: [impact] },
    thresholds: { value: threshold, effort: threshold },
  };
}

const readers: readonly Reader[] = [readRice, readWsjf, readUrgency, readFeasibility];

function scored(model: Model, answers: Readonly<Record<string, number>>): Scored {
  const ranges = Object.entries(answers).map(([id, answer]) => [id, exactly(answer)] as const);
  const rating = { answers: Object.fromEntries(ranges), evidence: null };
  const scoring = scoreUseCase(model, rating, undefined);
  if (scoring.state === 'scored') return scoring;
  throw new TypeError(`Nothing answers ${scoring.missing.map(({ id }) => id).join(', ')}.`);
}
