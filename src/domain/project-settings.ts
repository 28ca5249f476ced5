import * as v from 'valibot';
import { isJsonObject, type JsonObject } from './use-case/json';

/** The project property that holds a project's settings. */
export const settingsKey = 'northstarSettings';

/** Whether Northstar shows on the issues of a project. */
export type Visibility = 'on' | 'off';

/** What a project's admins decided. Without a property, Northstar shows: nothing has to be set up. */
export type ProjectSettings = { readonly rev: number; readonly visibility: Visibility };

const settingsSchema = v.object({
  rev: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  visibility: v.optional(v.picklist(['on', 'off']), 'on'),
});

/** Reads an untrusted settings value. Anything unreadable counts as unset, which shows Northstar. */
export function readSettings(raw: unknown): ProjectSettings {
  const result = v.safeParse(settingsSchema, raw);
  return result.success ? result.output : { rev: 0, visibility: 'on' };
}

/** The settings as they are written. Keys that are not ours are kept. */
export function toStoredSettings(raw: unknown, next: ProjectSettings): JsonObject {
  return { ...(isJsonObject(raw) ? raw : {}), schema: 1, ...next };
}
