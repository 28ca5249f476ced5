import { scoringIn } from '#domain/settings/scoring-in';
import { success, type Result } from '#domain/result';
import { estimatesOf } from '#domain/scoring/estimate-of';
import { modelFor } from '#domain/scoring/scoring-settings';
import type { IssueId } from '#domain/ids';
import type { JiraProblem } from '#ports/issue-records';
import type { ProjectProperties } from '#ports/project-properties';
import type { ScoredIssue } from '#domain/quadrant/scored-issue';
import { staleIn } from '#domain/quadrant/picture';
import type { FoundPicture } from './picture-cache';
import type { PictureState, PictureWorld, Update } from './picture-state';

type Subject = ReturnType<ProjectProperties['loadProject']>;

/** What a reading rests on: where estimates were looked for, and when all was last read in full. */
type Ground = { readonly pointsIn: readonly string[]; readonly readAt: number };

/** Reads the project, beginning with the places of the last visit if they are kept. */
export async function loadPicture(
  world: PictureWorld,
  state: () => PictureState,
  update: Update,
): Promise<void> {
  const { cache, project } = world;
  const at = Math.floor(world.now() / 1000);
  update({ unread: 0, slowDown: undefined });
  const kept = cache.read().then((found) => {
    if (found !== undefined && state().phase === 'loading')
      update({ shadows: found.places, phase: 'checking', scoring: found.scoring });
    return found;
  });
  const subject = world.projects.loadProject(project);
  const ranked = readRanked(world, update);
  const before = await kept;
  const read = await (before === undefined
    ? readAll(world, update, { fields: fieldsOf(world, subject), at })
    : refresh(world, update, { before, subject, ranked, at }));
  const found = await subject;
  if (!found.ok || !read.ok) {
    const problem = found.ok ? (read.ok ? undefined : read.error) : found.error;
    if (problem?.problem === 'gone' || problem?.problem === 'forbidden') void cache.drop();
    update({ phase: 'failed', problem });
    return;
  }
  const scoring = scoringIn(found.value.rawSettings);
  update({ subject: found.value, scoring, pointsIn: read.value.pointsIn });
  await scoreStale(world, state, update);
  update({ phase: 'ready', shadows: undefined, slowDown: undefined });
  void cache.write({ ...read.value, at, scoring, issues: state().issues });
}

/** Where estimates stand: as the project chose, else in Jira's own fields, which are asked for meanwhile. */
async function fieldsOf({ estimates }: PictureWorld, subject: Subject): Promise<readonly string[]> {
  const [found, standard] = await Promise.all([subject, estimates.fieldIds('')]);
  const chosen = found.ok ? scoringIn(found.value.rawSettings).estimateField : '';
  if (chosen !== '') return [chosen];
  return standard.ok ? standard.value : [];
}

/** How long after one picture the next is drawn at the soonest while portions arrive, in milliseconds. */
const betweenPictures = 300;

/** Reads everything; the picture is usable from the first portion on. */
async function readAll(
  { source, project, now }: PictureWorld,
  update: Update,
  { fields, at }: { readonly fields: Promise<readonly string[]>; readonly at: number },
): Promise<Result<Ground, JiraProblem>> {
  const portions: (readonly ScoredIssue[])[] = [];
  let drawn = 0;
  let unread = 0;
  const end = await source.readAll(project, fields, {
    onIds: (known) => {
      update({ known });
    },
    onIssues: (portion) => {
      portions.push(portion);
      if (now() - drawn < betweenPictures) return;
      drawn = now();
      const issues = portions.flat();
      update({ issues, shadows: undefined, phase: 'loading', slowDown: undefined });
    },
    onUnread: (ids) => {
      unread += ids.length;
    },
    onSlowDown: (slowDown) => {
      update({ slowDown });
    },
  });
  if (!end.ok) return end;
  update({ unread, issues: portions.flat(), shadows: undefined, slowDown: undefined });
  return success({ pointsIn: await fields, readAt: at });
}

/** A second visit: what changed, and whom the viewer may see now. Nothing is named before that is known. */
async function refresh(
  world: PictureWorld,
  update: Update,
  of: {
    readonly before: FoundPicture;
    readonly subject: Subject;
    readonly ranked: Promise<readonly IssueId[]>;
    readonly at: number;
  },
): Promise<Result<Ground, JiraProblem>> {
  const { before, subject, at } = of;
  const { source, project } = world;
  const { pointsIn, readAt } = before;
  const again = (): Promise<Result<Ground, JiraProblem>> =>
    readAll(world, update, { fields: fieldsOf(world, subject), at });
  const [ids, changes, found, ranked] = await Promise.all([
    source.readIds(project, (slowDown) => {
      update({ slowDown });
    }),
    source.readChanges(project, sinceOf(before), pointsIn),
    subject,
    of.ranked,
  ]);
  if (!ids.ok) return ids;
  if (!found.ok) return found;
  const { estimateField } = scoringIn(found.value.rawSettings);
  const changed = changes.ok ? changes.value : undefined;
  // Of estimates in another field, nothing that is kept tells anything.
  if (changed === undefined || estimateField !== before.scoring.estimateField) return again();
  const issues = new Map([...before.issues, ...changed].map((issue) => [issue.id, issue]));
  const doubted = [...before.rated, ...ranked.filter((id) => issues.get(id)?.score !== undefined)];
  const certain = await source.readIssues(doubted, pointsIn);
  if (!certain.ok) return certain;
  for (const issue of certain.value) issues.set(issue.id, issue);
  if (!ids.value.every((id) => issues.has(id))) return again();
  const seen = ids.value.flatMap((id) => issues.get(id) ?? []);
  update({ issues: seen, known: seen.length, slowDown: undefined });
  return success({ pointsIn, readAt });
}

/** How far the viewer's clock may be ahead, in seconds. */
const clockAhead = 900;

/**
 * From when on changes are looked for. Scores bear the clock of whoever derived them: the newest of
 * them tells that clock better than the viewer's own, which may be ahead. No further back than that:
 * where all were scored at once, all would be found again.
 */
function sinceOf({ at, issues }: FoundPicture): {
  readonly scored: number;
  readonly updated: number;
} {
  const newest = issues.reduce((most, { score }) => Math.max(most, score?.modifiedAt ?? 0), 0);
  return { scored: Math.max(at - clockAhead, Math.min(at, newest)), updated: at };
}

/**
 * What does not come from the settings or the estimate of now is made anew from its answers; what is
 * stored stays as it is.
 */
export async function scoreStale(
  { source }: PictureWorld,
  state: () => PictureState,
  update: Update,
): Promise<void> {
  const { scoring, issues } = state();
  if (scoring === undefined) return;
  const stale = staleIn(issues, modelFor(scoring), estimatesOf(issues));
  if (stale.length === 0) return;
  const [{ readRating }, { scoredAgain }, found] = await Promise.all([
    import('#domain/scoring/stored-rating'),
    import('./rescore'),
    source.readRatings(stale),
  ]);
  if (!found.ok) return;
  const ratings = new Map(
    stale.flatMap((id) => {
      const read = readRating(found.value.get(id));
      return read.state === 'ready' ? [[id, read.rating]] : [];
    }),
  );
  update({ issues: scoredAgain(state().issues, ratings, scoring) });
}

/** Ids without a score in Jira's rank: the tray's order. Without an answer it keeps the order of keys. */
async function readRanked(
  { source, project }: PictureWorld,
  update: Update,
): Promise<readonly IssueId[]> {
  const ranked = await source.readUnscored(project);
  if (!ranked.ok) return [];
  update({ ranked: ranked.value });
  return ranked.value;
}
