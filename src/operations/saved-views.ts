import type { AppError, SaveViewPayload, SavedViewsView } from '../contract';
import { failure, success, type Result } from '../domain/result';
import { ownViewsAtMost, sharedViewsAtMost, type SavedView } from '../domain/views/saved-view';
import type { Clock } from '../ports/clock';
import type { AccountId, ProjectId } from '../ports/ids';
import type { ProjectProperties } from '../ports/project-properties';
import type { SavedViews } from '../ports/saved-views';
import { seeProject } from './open-project';

/** What views need from the world. */
export type ViewPorts = {
  readonly projects: ProjectProperties;
  readonly views: SavedViews;
  readonly clock: Clock;
};

/** Lists the shared views of a project that the viewer may see, and the viewer's own. */
export async function listViews(
  ports: ViewPorts,
  project: ProjectId,
  viewer: AccountId,
): Promise<Result<SavedViewsView, AppError>> {
  const opened = await open(ports, project, viewer);
  return opened.ok ? success(seenBy(opened.value, viewer)) : opened;
}

/**
 * Saves a view, new or in place of the one that the viewer saw. A shared view is its author's and the
 * project admins' to change; what somebody else saved meanwhile is not overwritten.
 */
export async function saveView(
  ports: ViewPorts,
  project: ProjectId,
  viewer: AccountId,
  { seen, ...wanted }: SaveViewPayload,
): Promise<Result<SavedViewsView, AppError>> {
  const opened = await open(ports, project, viewer);
  if (!opened.ok) return opened;
  const { views } = opened.value;
  const before = views.find(({ id }) => id === wanted.id);
  const refusal = refused(opened.value, viewer, before, { seen, shared: wanted.shared });
  if (refusal !== undefined) return failure(refusal);
  const others = views.filter((view) => view !== before);
  if (isFull(others, wanted.shared)) return failure({ code: 'too-many-views' });
  // The moment names the version: it is later than that of the one before, whatever the clocks say.
  const soonest = before === undefined ? 0 : Date.parse(before.at) + 1;
  const at = new Date(Math.max(ports.clock.now(), soonest)).toISOString();
  const next: SavedView = { ...wanted, by: before?.by ?? viewer, at };
  const kept = await put(ports, project, before, next);
  if (!kept.ok) return kept;
  return success(seenBy({ ...opened.value, views: [...others, next] }, viewer));
}

/** Brings a view where it belongs: to the new place before it leaves the old one, if that is another. */
async function put(
  { views }: ViewPorts,
  project: ProjectId,
  before: SavedView | undefined,
  next: SavedView,
): Promise<Result<null, AppError>> {
  const written = await views.put(project, next, before);
  if (!written.ok) {
    const taken = written.error.problem === 'taken';
    return failure({ code: taken ? 'changed-meanwhile' : 'no-answer' });
  }
  if (before === undefined || before.shared === next.shared) return success(null);
  const left = await views.remove(project, before);
  return left.ok ? success(null) : failure({ code: 'no-answer' });
}

/** Removes a view that the viewer may change, as they saw it. */
export async function removeView(
  ports: ViewPorts,
  project: ProjectId,
  viewer: AccountId,
  { id, seen }: { readonly id: string; readonly seen: string },
): Promise<Result<SavedViewsView, AppError>> {
  const opened = await open(ports, project, viewer);
  if (!opened.ok) return opened;
  const before = opened.value.views.find((view) => view.id === id);
  if (before === undefined) return success(seenBy(opened.value, viewer));
  const refusal = refused(opened.value, viewer, before, { seen, shared: before.shared });
  if (refusal !== undefined) return failure(refusal);
  const removed = await ports.views.remove(project, before);
  if (!removed.ok) return failure({ code: 'no-answer' });
  const views = opened.value.views.filter((view) => view !== before);
  return success(seenBy({ ...opened.value, views }, viewer));
}

type Opened = { readonly views: readonly SavedView[]; readonly mayAdminister: boolean };

async function open(
  { projects, views }: ViewPorts,
  project: ProjectId,
  viewer: AccountId,
): Promise<Result<Opened, AppError>> {
  const seen = await seeProject(projects, project);
  if (!seen.ok) return seen;
  const found = await views.list(project, viewer);
  if (!found.ok) return failure({ code: 'no-answer' });
  return success({ views: found.value, mayAdminister: seen.value.mayAdminister });
}

/** Why a view may not be replaced or removed as wanted; undefined where it may. */
function refused(
  { mayAdminister }: Opened,
  viewer: AccountId,
  before: SavedView | undefined,
  wanted: { readonly seen: string | null; readonly shared: boolean },
): AppError | undefined {
  if ((before?.at ?? null) !== wanted.seen) return { code: 'changed-meanwhile' };
  if (before === undefined || before.by === viewer) return undefined;
  // An admin has no place for somebody else's own view: only its author takes it back.
  return mayAdminister && wanted.shared ? undefined : { code: 'may-not-administer' };
}

function isFull(others: readonly SavedView[], shared: boolean): boolean {
  const alike = others.filter((view) => view.shared === shared).length;
  return alike >= (shared ? sharedViewsAtMost : ownViewsAtMost);
}

/** Views by name, each with whether the viewer may change it. */
function seenBy({ views, mayAdminister }: Opened, viewer: AccountId): SavedViewsView {
  return {
    views: views
      .map((view) => ({ ...view, mayChange: view.by === viewer || mayAdminister }))
      .sort((left, right) => left.name.localeCompare(right.name)),
  };
}
