import type { AppError, SavedViewsView, PayloadOf } from '../contract';
import { sameName } from '../domain/same-name';
import { failure, success, type Result } from '../domain/result';
import {
  ownViewsAtMost,
  readView,
  sharedViewsAtMost,
  type SavedView,
} from '../domain/views/saved-view';
import type { Clock } from '../ports/clock';
import type { AccountId, ProjectId } from '../domain/ids';
import type { KeptLists, ListName } from '../ports/kept-lists';
import type { ProjectProperties } from '../ports/project-properties';
import { seeProject } from './open-project';

/** What views need from the world. */
export type ViewPorts = {
  readonly projects: ProjectProperties;
  readonly lists: KeptLists;
  readonly clock: Clock;
  readonly newId: () => string;
};

/** Lists the shared views of a project that the viewer may see, and the viewer's own. */
export async function listViews(
  ports: ViewPorts,
  project: ProjectId,
  viewer: AccountId,
): Promise<Result<SavedViewsView, AppError>> {
  const opened = await open(ports, project, viewer);
  return opened.ok ? success(seenBy(opened.value)) : opened;
}

/**
 * Saves a view, a new one or in place of the viewer's own that they saw. Nobody's view is replaced by
 * somebody else, whatever it is called, and nothing that was saved meanwhile.
 */
export async function saveView(
  ports: ViewPorts,
  project: ProjectId,
  viewer: AccountId,
  { id, seen, ...wanted }: PayloadOf<'saveView'>,
): Promise<Result<SavedViewsView, AppError>> {
  const opened = await open(ports, project, viewer);
  if (!opened.ok) return opened;
  const before = opened.value.views.find((each) => each.id === id);
  const refusal = refusalOf(before, { seen, viewer });
  if (refusal !== undefined) return failure(refusal);
  const at = momentAfter(before, ports.clock.now());
  const next: SavedView = { ...wanted, id: before?.id ?? ports.newId(), by: viewer, at };
  const kept = await put(ports, project, { before, next });
  if (!kept.ok) return kept;
  // It is in the new place before it leaves the old one, where a move that broke off may have left it.
  const left = before === undefined ? kept : await takeOut(ports, project, otherPlaceOf(next));
  return left.ok ? listViews(ports, project, viewer) : left;
}

function refusalOf(
  before: SavedView | undefined,
  { seen, viewer }: { readonly seen: string | null; readonly viewer: AccountId },
): AppError | undefined {
  if ((before?.at ?? null) !== seen) return { code: 'changed-meanwhile' };
  return before === undefined || before.by === viewer ? undefined : { code: 'may-not-administer' };
}

/** The moment names the version: it is later than that of the one before, whatever the clocks say. */
function momentAfter(before: SavedView | undefined, now: number): string {
  const soonest = before === undefined ? 0 : Date.parse(before.at) + 1;
  return new Date(Math.max(now, soonest)).toISOString();
}

async function put(
  { lists }: ViewPorts,
  project: ProjectId,
  { before, next }: { readonly before: SavedView | undefined; readonly next: SavedView },
): Promise<Result<null, AppError>> {
  const moves = before !== undefined && before.shared !== next.shared;
  let refusal: AppError | undefined;
  const written = await lists.change(listOf(project, next), (items) => {
    const views = readAll(items);
    const found = views.find(({ id }) => id === next.id);
    const others = views.filter((view) => view !== found);
    refusal =
      !moves && found?.at !== before?.at
        ? { code: 'changed-meanwhile' }
        : refusalAmong(others, next);
    return refusal === undefined ? [...withoutView(items, next.id), next] : undefined;
  });
  if (!written.ok) return failure({ code: 'no-answer' });
  return refusal === undefined ? success(null) : failure(refusal);
}

function refusalAmong(others: readonly SavedView[], next: SavedView): AppError | undefined {
  if (others.some(({ name }) => sameName(name, next.name)))
    return { code: 'name-taken', name: next.name };
  const most = next.shared ? sharedViewsAtMost : ownViewsAtMost;
  const own = others.filter(({ by }) => by === next.by).length;
  const isFull = others.length >= most || own >= ownViewsAtMost;
  return isFull ? { code: 'too-many-views' } : undefined;
}

/** Removes a view as the viewer saw it: their own, or as a project admin a shared one. */
export async function removeView(
  ports: ViewPorts,
  project: ProjectId,
  viewer: AccountId,
  { id, seen }: PayloadOf<'removeView'>,
): Promise<Result<SavedViewsView, AppError>> {
  const opened = await open(ports, project, viewer);
  if (!opened.ok) return opened;
  const before = opened.value.views.find((view) => view.id === id);
  if (before === undefined) return success(seenBy(opened.value));
  if (before.at !== seen) return failure({ code: 'changed-meanwhile' });
  if (!mayRemove(opened.value, before)) return failure({ code: 'may-not-administer' });
  const removed = await takeOut(ports, project, before);
  const both = removed.ok ? await takeOut(ports, project, otherPlaceOf(before)) : removed;
  return both.ok ? listViews(ports, project, viewer) : both;
}

/** The same view as it stood in the other list. */
function otherPlaceOf(view: SavedView): SavedView {
  return { ...view, shared: !view.shared };
}

/** Takes a view out of its list, unless somebody saved a later one there. */
async function takeOut(
  { lists }: ViewPorts,
  project: ProjectId,
  view: SavedView,
): Promise<Result<null, AppError>> {
  const removed = await lists.change(listOf(project, view), (items) => {
    const found = readAll(items).find(({ id }) => id === view.id);
    return found !== undefined && found.at > view.at ? undefined : withoutView(items, view.id);
  });
  if (!removed.ok) return failure({ code: 'no-answer' });
  return removed.value === 'changed' ? success(null) : failure({ code: 'changed-meanwhile' });
}

type Opened = {
  readonly views: readonly SavedView[];
  readonly mayAdminister: boolean;
  readonly viewer: AccountId;
};

async function open(
  { projects, lists }: ViewPorts,
  project: ProjectId,
  viewer: AccountId,
): Promise<Result<Opened, AppError>> {
  const seen = await seeProject(projects, project);
  if (!seen.ok) return seen;
  const [shared, own] = await Promise.all([
    lists.read({ keeps: 'shared-views', project }),
    lists.read({ keeps: 'own-views', project, of: viewer }),
  ]);
  if (!shared.ok || !own.ok) return failure({ code: 'no-answer' });
  const { mayAdminister } = seen.value;
  return success({
    views: newestOf([...readAll(shared.value), ...readAll(own.value)]),
    mayAdminister,
    viewer,
  });
}

/** A move that broke off leaves a view in both lists: the later one counts. */
function newestOf(views: readonly SavedView[]): readonly SavedView[] {
  return views.filter((view) => !views.some((other) => other.id === view.id && other.at > view.at));
}

function mayRemove({ mayAdminister, viewer }: Opened, { by, shared }: SavedView): boolean {
  return by === viewer || (mayAdminister && shared);
}

/** Views by name, each with what the viewer may do with it. */
function seenBy(opened: Opened): SavedViewsView {
  return {
    views: opened.views
      .map((view) => ({
        ...view,
        mayChange: view.by === opened.viewer,
        mayRemove: mayRemove(opened, view),
      }))
      .sort((left, right) => left.name.localeCompare(right.name)),
  };
}

function listOf(project: ProjectId, { shared, by }: SavedView): ListName {
  return shared
    ? { keeps: 'shared-views', project }
    : { keeps: 'own-views', project, of: by as AccountId };
}

function readAll(items: readonly unknown[]): readonly SavedView[] {
  return items.flatMap((item) => readView(item) ?? []);
}

/** What a newer version wrote stays as it is. */
function withoutView(items: readonly unknown[], id: string): readonly unknown[] {
  return items.filter((item) => readView(item)?.id !== id);
}
