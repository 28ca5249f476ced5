import { readSettings, type ProjectSettings } from '../domain/settings/settings';
import { success, type Result } from '../domain/result';
import { estimatesOf } from '../domain/scoring/estimate-of';
import type { Estimate } from '../domain/scoring/rating';
import { modelFor, scoringVersion } from '../domain/scoring/scoring-settings';
import { readScore } from '../domain/scoring/stored-score';
import { stateOfScore } from '../domain/quadrant/score-state';
import type { Json, JsonObject } from '../domain/use-case/json';
import type { Estimates } from '../ports/estimates';
import type { IssueId, ProjectId } from '../domain/ids';
import type { JiraProblem } from '../ports/issue-records';
import type { ProjectIssues } from '../ports/project-issues';
import type { ProjectProperties } from '../ports/project-properties';
import type { Scores } from '../ports/scores';
import { scoreOf } from '../domain/scoring/score-of';

/** What scoring a whole project needs, in the browser and as the viewer. */
export type ProjectScorePorts = {
  readonly issues: ProjectIssues;
  readonly estimates: Estimates;
  readonly scores: Scores;
  readonly clock: { readonly now: () => number };
};

/** An issue that somebody answered about, with what its effort is estimated at. */
export type RatedIssue = {
  readonly id: IssueId;
  readonly key: string;
  readonly rating: Json;
  readonly useCase: Json | undefined;
  readonly score: Json | undefined;
  readonly estimate: Estimate | undefined;
};

/** All issues of a project that bear answers, of the types that it does not leave alone, as far as the viewer sees them. */
export async function loadRatings(
  { issues, estimates }: Pick<ProjectScorePorts, 'issues' | 'estimates'>,
  project: ProjectId,
  { estimateField, hiddenTypes }: Pick<ProjectSettings, 'estimateField' | 'hiddenTypes'>,
): Promise<Result<readonly RatedIssue[], JiraProblem>> {
  const fields = await estimates.fieldIds(estimateField);
  if (!fields.ok) return fields;
  const listed = await issues.listIssues(project, {
    kinds: ['rating', 'useCase', 'score'],
    pointsIn: fields.value,
  });
  if (!listed.ok) return listed;
  const estimated = estimatesOf(listed.value);
  return success(
    listed.value.flatMap(({ id, key, typeId, raw }) =>
      raw.rating === undefined || hiddenTypes.includes(typeId)
        ? []
        : [
            {
              id,
              key,
              rating: raw.rating,
              useCase: raw.useCase,
              score: raw.score,
              estimate: estimated.get(id),
            },
          ],
    ),
  );
}

/**
 * Makes the stored scores of a project anew where they are not what its settings come to now: no
 * points and no function time are spent. Then reads back how many are current and how many are not.
 */
export async function scoreProject(
  ports: ProjectScorePorts,
  project: ProjectId,
  settings: unknown,
  onProgress: (done: number, all: number) => void,
): Promise<Result<{ readonly written: number; readonly refused: number }, JiraProblem>> {
  const decided = readSettings(settings).settings;
  const model = modelFor(decided);
  const rated = await loadRatings(ports, project, decided);
  if (!rated.ok) return rated;
  const stale = rated.value.filter(
    ({ rating, useCase, estimate, score }) =>
      stateOfScore(score, { rating, useCase, model, estimate }) === 'stale',
  );
  const scores = new Map<IssueId, JsonObject | null>(
    stale.map((issue) => [
      issue.id,
      scoreOf({ ...issue, settings: settings as Json, at: ports.clock.now() }),
    ]),
  );
  const written = await ports.scores.writeScores(scores, (done) => {
    onProgress(done, stale.length);
  });
  if (!written.ok) return written;
  const after = await ports.issues.listIssues(project, { kinds: ['score'] });
  if (!after.ok) return after;
  const version = scoringVersion(model);
  const refused = after.value.filter(({ id, raw }) => {
    const wanted = scores.get(id);
    const found = readScore(raw.score);
    return (
      wanted !== undefined && (wanted === null ? found !== undefined : found?.version !== version)
    );
  });
  return success({ written: stale.length - refused.length, refused: refused.length });
}

const attempts = 3;

/**
 * Makes the stored scores anew after settings were changed; and once more, where another admin changed
 * them meanwhile: of two that run at once, the last to end knows the newest settings.
 */
export async function scoreToNewest(
  ports: ProjectScorePorts & { readonly projects: ProjectProperties },
  project: ProjectId,
  settings: unknown,
  onProgress: (done: number, all: number) => void,
): ReturnType<typeof scoreProject> {
  let newest = settings;
  for (let attempt = 1; ; attempt += 1) {
    const made = await scoreProject(ports, project, newest, onProgress);
    const later = await ports.projects.loadProject(project);
    if (!made.ok || !later.ok || attempt === attempts) return made;
    const { rawSettings } = later.value;
    if (readSettings(rawSettings).rev <= readSettings(newest).rev) return made;
    newest = rawSettings;
  }
}
