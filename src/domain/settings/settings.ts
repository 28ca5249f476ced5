import * as v from 'valibot';
import { readWhereItShows, whereItShows, type WhereItShows } from './project-settings';
import { parseScoring, toStoredScoring, type ScoringSettings } from '../scoring/scoring-settings';
import { scoringIn } from './scoring-in';
import type { ClashOf } from '../document/operation';
import { sameJson } from '../document/seal';
import { isJsonObject, type JsonObject } from '../use-case/json';

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
  'feasibilityCriteria',
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
export type SettingsClash = ClashOf<SettingsChange>;

/** Who changed what, and when; edits of earlier versions do not tell from what to what. */
export type SettingsEdit = {
  /** '' of edits that an earlier version made. */
  readonly op: string;
  readonly by: string;
  readonly at: string;
  readonly parts: readonly string[];
  readonly steps: readonly { readonly part: string; readonly from: string; readonly to: string }[];
};

/**
 * Settings with their history, as they were read. Of a newer Northstar's and of damaged ones, what can
 * be read counts; they are not written over unless somebody says so.
 */
export type ReadSettings = {
  readonly state: 'ready' | 'newer' | 'damaged';
  readonly rev: number;
  readonly settings: ProjectSettings;
  readonly changes: readonly SettingsEdit[];
  /** The value as it stands, with keys that are not ours. */
  readonly source: JsonObject;
};

const step = v.object({ part: v.string(), from: v.string(), to: v.string() });

const frame = v.object({
  rev: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  changes: v.optional(
    v.array(
      v.object({
        op: v.optional(v.string(), ''),
        by: v.string(),
        at: v.string(),
        parts: v.array(v.string()),
        steps: v.optional(v.array(step), []),
      }),
    ),
    [],
  ),
});

/** Reads an untrusted settings value, with what nobody decided as Northstar brings it. */
export function readSettings(raw: unknown): ReadSettings {
  const parsed = v.safeParse(frame, raw);
  const { rev, changes } = parsed.success ? parsed.output : { rev: 0, changes: [] };
  const settings = { ...readWhereItShows(raw), ...scoringIn(raw) };
  return { state: stateOf(raw), rev, changes, settings, source: isJsonObject(raw) ? raw : {} };
}

const schema = 1;

function stateOf(raw: unknown): ReadSettings['state'] {
  if (raw === undefined || raw === null) return 'ready';
  if (!isJsonObject(raw)) return 'damaged';
  if (typeof raw['schema'] === 'number' && raw['schema'] > schema) return 'newer';
  const scoring = raw['scoring'] === undefined || parseScoring(raw['scoring']) !== undefined;
  return scoring && v.is(whereItShows, raw) && v.is(frame, raw) ? 'ready' : 'damaged';
}

const where = v.object({
  visibility: v.picklist(['on', 'off']),
  hiddenTypes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{1,18}$/u))), v.maxLength(100)),
});

/** Reads what the settings are to be; `undefined` where it would not be settings. */
export function parseSettings(raw: unknown): ProjectSettings | undefined {
  const shows = v.safeParse(where, raw);
  const scoring = parseScoring(raw);
  return shows.success && scoring !== undefined ? { ...shows.output, ...scoring } : undefined;
}

/** The settings as they are written, with their history. Foreign keys are kept. */
export function toStoredSettings(
  source: JsonObject,
  settings: ProjectSettings,
  { rev, changes }: { readonly rev: number; readonly changes: readonly JsonObject[] },
): JsonObject {
  const { visibility, hiddenTypes, ...scoring } = settings;
  return {
    ...source,
    schema,
    rev,
    visibility,
    hiddenTypes: [...hiddenTypes],
    scoring: toStoredScoring(scoring),
    changes,
  };
}

/** Whether settings hold a part as others do. */
export function agreeOn(part: SettingsPart, one: ProjectSettings, other: ProjectSettings): boolean {
  return sameJson(one[part], other[part]);
}
