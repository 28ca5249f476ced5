import type { AppError, SettingsPayload, SettingsView } from '../contract';
import {
  agreeOn,
  mergeSettings,
  readSettings,
  toStoredSettings,
  type SettingsMerge,
} from '../domain/merge-settings';
import { failure, success, type Result } from '../domain/result';
import type { Json, JsonObject } from '../domain/use-case/json';
import { propertyLimit } from '../domain/use-case/stored-record';
import type { Clock } from '../ports/clock';
import type { AccountId, ProjectId } from '../ports/ids';
import type { ProjectProperties } from '../ports/project-properties';
import { administerProject, seeProject, translateRefusal } from './open-project';

/** What changing settings needs from the world. */
export type SettingsPorts = { readonly projects: ProjectProperties; readonly clock: Clock };

const attempts = 3;

/**
 * Changes a project's settings as the viewer, who must administer it. Jira has no conditional write
 * for project properties: the value is merged part by part, written and read back; what another
 * admin overwrote in between is merged anew, and told where that does not help. What a newer Northstar
 * wrote is left alone, and what is damaged is replaced only where the viewer says so.
 */
export async function changeSettings(
  { projects, clock }: SettingsPorts,
  project: ProjectId,
  viewer: AccountId,
  payload: SettingsPayload,
): Promise<Result<SettingsView, AppError>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await administerProject(projects, project);
    if (!before.ok) return before;
    const { rawSettings } = before.value;
    const planned = planFor(rawSettings, payload);
    if (!planned.ok) return planned;
    const { merge, toWrite } = planned.value;
    const at = new Date(clock.now()).toISOString();
    const next = toStoredSettings(rawSettings, merge, { by: viewer, at });
    const written = toWrite ? await write(projects, project, next) : undefined;
    if (written !== undefined) return failure(written);
    const after = await seeProject(projects, project);
    if (!after.ok) return after;
    const { settings } = readSettings(after.value.rawSettings);
    const wanted = payload.changes.filter(({ part }) => merge.applied.includes(part));
    const lost = wanted.filter(({ part }) => !agreeOn(part, settings, merge.settings));
    const { clashes } = merge;
    if (lost.length === 0 || attempt === attempts - 1)
      return success({ stored: after.value.rawSettings ?? null, clashes, lost });
  }
  return failure({ code: 'busy' });
}

/** What a change makes of the stored settings, and whether that is to be written. */
function planFor(
  raw: Json | undefined,
  { changes, replaceDamaged }: SettingsPayload,
): Result<{ readonly merge: SettingsMerge; readonly toWrite: boolean }, AppError> {
  const read = readSettings(raw);
  if (read.state === 'newer') return failure({ code: 'newer-record' });
  if (read.state === 'damaged' && !replaceDamaged) return failure({ code: 'damaged-record' });
  const merge = mergeSettings(read, changes);
  if (merge === undefined) return failure({ code: 'invalid-payload' });
  return success({ merge, toWrite: merge.applied.length > 0 || read.state === 'damaged' });
}

/** Writes the settings; what it returns is why it could not. */
async function write(
  projects: ProjectProperties,
  project: ProjectId,
  next: JsonObject,
): Promise<AppError | undefined> {
  const over = JSON.stringify(next).length - propertyLimit;
  if (over > 0) return { code: 'too-long', over, longest: [] };
  const written = await projects.writeSettings(project, next);
  return written.ok ? undefined : translateRefusal(written.error);
}
