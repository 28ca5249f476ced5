import * as v from 'valibot';
import { readWhereItShows, type WhereItShows } from './project-settings';
import {
  parseScoring,
  readScoring,
  toStoredScoring,
  type ScoringSettings,
} from './scoring/scoring-settings';
import { isJsonObject, type JsonObject } from './use-case/json';

/** Everything that a project's admins decide. */
export type ProjectSettings = WhereItShows & ScoringSettings;

/** The name of one decision. */
export type SettingsPart = keyof ProjectSettings;

/** Every part, in the order of the settings page. */
export const settingsParts = [
  'visibility',
  'hiddenTypes',
  'model',
  'effortBy',
  'valueCriteria',
  'effortCriteria',
  'thresholds',
  'names',
  'estimateField',
] as const satisfies readonly SettingsPart[];

/** One decision's change: what the admin saw, and what they want. */
export type SettingsChange = {
  readonly part: SettingsPart;
  readonly base: unknown;
  readonly next: unknown;
};

/** Two admins decided differently: `theirs` is what is set now. */
export type SettingsClash = SettingsChange & { readonly theirs: unknown };

/** Who changed what, and when. */
export type SettingsEdit = {
  readonly by: string;
  readonly at: string;
  readonly parts: readonly string[];
};

/** Settings with their history, as they were read. */
export type ReadSettings = {
  readonly rev: number;
  readonly settings: ProjectSettings;
  readonly changes: readonly SettingsEdit[];
};

/** How many changes of the settings are remembered. */
const changesKept = 20;

const frame = v.object({
  rev: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  changes: v.optional(
    v.array(v.object({ by: v.string(), at: v.string(), parts: v.array(v.string()) })),
    [],
  ),
});

/** Reads an untrusted settings value, with what nobody decided as Northstar brings it. */
export function readSettings(raw: unknown): ReadSettings {
  const parsed = v.safeParse(frame, raw);
  const { rev, changes } = parsed.success ? parsed.output : { rev: 0, changes: [] };
  return { rev, changes, settings: { ...readWhereItShows(raw), ...scoringIn(raw) } };
}

/** How a project scores, from its unread settings. */
export function scoringIn(raw: unknown): ScoringSettings {
  return readScoring(isJsonObject(raw) ? raw['scoring'] : undefined);
}

/** What a change does to the settings. */
export type SettingsMerge = {
  readonly settings: ProjectSettings;
  readonly applied: readonly SettingsPart[];
  readonly clashes: readonly SettingsClash[];
};

/** Applies changes part by part; `undefined` where the result would not be settings. */
export function mergeSettings(
  { settings }: ReadSettings,
  changes: readonly SettingsChange[],
): SettingsMerge | undefined {
  const next: Record<string, unknown> = { ...settings };
  const applied: SettingsPart[] = [];
  const clashes: SettingsClash[] = [];
  for (const change of changes) {
    const theirs = settings[change.part];
    if (same(theirs, change.next)) continue;
    if (same(theirs, change.base)) {
      next[change.part] = change.next;
      applied.push(change.part);
    } else clashes.push({ ...change, theirs });
  }
  const parsed = parseSettings(next);
  return parsed && { settings: parsed, applied, clashes };
}

const where = v.object({
  visibility: v.picklist(['on', 'off']),
  hiddenTypes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{1,18}$/u))), v.maxLength(100)),
});

function parseSettings(raw: unknown): ProjectSettings | undefined {
  const shows = v.safeParse(where, raw);
  const scoring = parseScoring(raw);
  return shows.success && scoring !== undefined ? { ...shows.output, ...scoring } : undefined;
}

/** The settings as they are written: one `rev` on, with the change remembered. Foreign keys are kept. */
export function toStoredSettings(
  raw: unknown,
  { settings, applied }: SettingsMerge,
  signed: { readonly by: string; readonly at: string },
): JsonObject {
  const { rev, changes } = readSettings(raw);
  const { visibility, hiddenTypes, ...scoring } = settings;
  return {
    ...(isJsonObject(raw) ? raw : {}),
    schema: 1,
    rev: rev + 1,
    visibility,
    hiddenTypes: [...hiddenTypes],
    scoring: toStoredScoring(scoring),
    changes: [...changes, { ...signed, parts: applied }].slice(-changesKept),
  };
}

/** Whether settings hold what a change wanted. */
export function holdsSettings(settings: ProjectSettings, { part, next }: SettingsChange): boolean {
  return same(settings[part], next);
}

/** Keys of an object may stand in any order; lists may not. */
function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, sorted(each)] as const);
  return Object.fromEntries(entries.sort(([left], [right]) => left.localeCompare(right)));
}
