import type { AppError } from '../contract';
import type { ProjectId } from '../domain/ids';
import { failure, success, type Result } from '../domain/result';
import type { Estimate } from '../domain/scoring/rating';
import { scoreOf } from '../domain/scoring/score-of';
import { readRating } from '../domain/scoring/stored-rating';
import { readSettings } from '../domain/settings/settings';
import { scoringIn } from '../domain/settings/scoring-in';
import { settingsKey } from '../domain/settings/project-settings';
import type { Json, JsonObject } from '../domain/use-case/json';
import { translateProblem } from '../operations/translate-problem';
import type { Documents } from '../ports/documents';
import type { Estimates } from '../ports/estimates';
import type { IssuePlace, IssueRecords, JiraProblem } from '../ports/issue-records';

/** What deriving needs from the world, as the viewer: it runs in the browser and costs no function time. */
export type DerivePorts = {
  readonly records: Pick<IssueRecords, 'writeScore'>;
  readonly estimates: Pick<Estimates, 'readEstimate'>;
  readonly documents: Pick<Documents, 'read'>;
  readonly now: () => number;
};

/** What derived values follow from, as it is stored; the settings are those of the place's project. */
export type Derivable = {
  readonly rating: Json | undefined;
  readonly useCase: Json | undefined;
  readonly settings: Json | undefined;
};

/**
 * Makes what follows from an issue's answers anew: the stored score. It is written plainly, because it
 * can be made again by whoever looks next; it bears the `rev` of the answers that it was made from. The
 * settings of the project count that the issue is in now, wherever it is looked at. Without answers that
 * can be read nothing is made, and a score that is stored stays.
 */
export async function derive(
  ports: DerivePorts,
  place: IssuePlace,
  stored: Derivable,
): Promise<Result<{ readonly score: JsonObject | null } | undefined, AppError>> {
  if (readRating(stored.rating).state !== 'ready') return success(undefined);
  const ground = await groundOf(ports, place, stored.settings);
  if (!ground.ok) return failure(translateProblem(ground.error));
  // By settings that cannot be read nobody can tell what a score comes to.
  if (readSettings(ground.value.settings).state !== 'ready') return success(undefined);
  const score = scoreOf({ ...stored, ...ground.value, at: ports.now() });
  const written = await ports.records.writeScore(place.issue, score);
  return written.ok ? success({ score }) : failure(translateProblem(written.error));
}

type Ground = { readonly settings: Json | undefined; readonly estimate: Estimate | undefined };

/** The settings and the estimate that count for an issue. */
async function groundOf(
  { estimates, documents }: DerivePorts,
  place: IssuePlace,
  settings: Json | undefined,
): Promise<Result<Ground, JiraProblem>> {
  const found = await estimates.readEstimate(place, scoringIn(settings).estimateField);
  if (!found.ok) return found;
  const { project, estimate } = found.value;
  if (project === place.project) return success({ settings, estimate });
  const own = await documents.read(settingsOf(project));
  if (!own.ok) return own;
  const again = await estimates.readEstimate(
    { ...place, project },
    scoringIn(own.value).estimateField,
  );
  return again.ok ? success({ settings: own.value, estimate: again.value.estimate }) : again;
}

function settingsOf(project: ProjectId): Parameters<Documents['read']>[0] {
  return { entity: 'project', id: project, key: settingsKey };
}
