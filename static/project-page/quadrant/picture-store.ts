import { scoringIn } from '#domain/merge-settings';
import { modelFor, scoringVersion, type ScoringSettings } from '#domain/scoring/scoring-settings';
import type { StoredRating } from '#domain/scoring/stored-rating';
import type { Json } from '#domain/use-case/json';
import type { Estimates } from '#ports/estimates';
import type { IssueId, ProjectId } from '#ports/ids';
import type { JiraProblem } from '#ports/issue-records';
import type { ProjectProperties, ProjectSubject } from '#ports/project-properties';
import type { ScoredIssue, ScoredIssues } from '#ports/scored-issues';
import type { PictureCache } from './picture-cache';

/** What the picture needs from the world. */
export type PictureWorld = {
  readonly project: ProjectId;
  readonly source: ScoredIssues;
  readonly projects: ProjectProperties;
  readonly estimates: Estimates;
  readonly cache: PictureCache;
  readonly now: () => number;
};

/** What is known of the project, growing while it is read. */
export type PictureState = {
  readonly phase: 'loading' | 'checking' | 'ready' | 'failed';
  readonly problem: JiraProblem | undefined;
  readonly subject: ProjectSubject | undefined;
  readonly scoring: ScoringSettings | undefined;
  readonly issues: readonly ScoredIssue[];
  /** How many issues there are, as far as is known. */
  readonly known: number;
  /** Ids without a score in the order of Jira's rank, as far as they were asked for. */
  readonly ranked: readonly IssueId[];
  /** Cached places without names, shown until this session's ids prove what the viewer may see. */
  readonly shadows: Float32Array | undefined;
};

/** The scores of the project, read once and kept in step with what is changed from here. */
export type PictureStore = {
  readonly world: PictureWorld;
  readonly state: () => PictureState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly load: () => Promise<void>;
  /** Shows ratings that were just saved. */
  readonly rated: (ratings: ReadonlyMap<IssueId, StoredRating>) => Promise<void>;
  /** Shows the project's settings as they were just saved. */
  readonly settled: (rawSettings: Json) => Promise<void>;
};

const blank: PictureState = {
  phase: 'loading',
  problem: undefined,
  subject: undefined,
  scoring: undefined,
  issues: [],
  known: 0,
  ranked: [],
  shadows: undefined,
};

type Update = (change: Partial<PictureState>) => void;

export function createPictureStore(world: PictureWorld): PictureStore {
  let state = blank;
  const listeners = new Set<() => void>();
  const update: Update = (change) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  return {
    world,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: () => load(world, () => state, update),
    rated: async (ratings) => {
      const { scoredAgain } = await import('./rescore');
      if (state.scoring !== undefined)
        update({ issues: scoredAgain(state.issues, ratings, state.scoring) });
    },
    settled: async (rawSettings) => {
      const { withThresholds } = await import('./rescore');
      const { scoring, subject, issues } = state;
      if (scoring === undefined || subject === undefined) return;
      const next = scoringIn(rawSettings);
      const moved = withThresholds(issues, scoring, next);
      update({ subject: { ...subject, rawSettings }, scoring: next, issues: moved });
      await scoreStale(world, () => state, update);
    },
  };
}

async function load(world: PictureWorld, state: () => PictureState, update: Update): Promise<void> {
  const cached = world.cache.read().then((found) => {
    if (found !== undefined && state().phase === 'loading')
      update({ shadows: found.places, phase: 'checking', scoring: found.scoring });
    return found;
  });
  const subject = world.projects.loadProject(world.project);
  void readRanked(world, update);
  const before = await cached;
  const fields = before?.pointsIn ?? fieldsOf(world, subject);
  const problem =
    before === undefined
      ? await readAll(world, update, fields)
      : await refresh(world, update, { fields, before });
  const project = await subject;
  const trouble = project.ok ? problem : project.error;
  if (!project.ok || trouble !== undefined) {
    update({ phase: 'failed', problem: trouble });
    return;
  }
  update({ subject: project.value, scoring: scoringIn(project.value.rawSettings) });
  await scoreStale(world, state, update);
  update({ phase: 'ready', shadows: undefined });
  keep(world, state(), await fields);
}

/** Where estimates stand: as the project chose, else in Jira's own fields, which are asked for meanwhile. */
async function fieldsOf(
  { estimates }: PictureWorld,
  subject: ReturnType<ProjectProperties['loadProject']>,
): Promise<readonly string[]> {
  const [found, standard] = await Promise.all([subject, estimates.fieldIds('')]);
  const chosen = found.ok ? scoringIn(found.value.rawSettings).estimateField : '';
  if (chosen !== '') return [chosen];
  return standard.ok ? standard.value : [];
}

/** Reads everything; the picture is usable from the first portion on. */
async function readAll(
  { source, project }: PictureWorld,
  update: Update,
  fields: readonly string[] | Promise<readonly string[]>,
): Promise<JiraProblem | undefined> {
  const portions: (readonly ScoredIssue[])[] = [];
  const end = await source.readAll(project, Promise.resolve(fields), {
    onIds: (known) => {
      update({ known });
    },
    onIssues: (portion) => {
      portions.push(portion);
      update({ issues: portions.flat(), shadows: undefined, phase: 'loading' });
    },
  });
  return end.ok ? undefined : end.error;
}

/** A second visit: what changed, and whom the viewer may see now. Nothing is named before that is known. */
async function refresh(
  world: PictureWorld,
  update: Update,
  of: {
    readonly fields: readonly string[] | Promise<readonly string[]>;
    readonly before: CachedPicture;
  },
): Promise<JiraProblem | undefined> {
  const { fields, before } = of;
  const { source, project } = world;
  const [ids, changes] = await Promise.all([
    source.readIds(project),
    source.readChanges(project, before.at, await fields),
  ]);
  if (!ids.ok) return ids.error;
  const kept = new Map(before.issues.map((issue) => [issue.id, issue]));
  const changed = changes.ok ? changes.value : undefined;
  for (const issue of changed ?? []) kept.set(issue.id, issue);
  const known = ids.value.every((id) => kept.has(id));
  if (changed === undefined || !known) return readAll(world, update, fields);
  const issues = ids.value.flatMap((id) => kept.get(id) ?? []);
  update({ issues, known: issues.length });
  return undefined;
}

/** Scores of other settings are made anew from their answers; what is stored stays as it is. */
async function scoreStale(
  { source }: PictureWorld,
  state: () => PictureState,
  update: Update,
): Promise<void> {
  const { scoring, issues } = state();
  if (scoring === undefined) return;
  const version = scoringVersion(modelFor(scoring));
  const stale = issues.filter(({ score }) => score !== undefined && score.version !== version);
  if (stale.length === 0) return;
  const [{ readRating }, { scoredAgain }, found] = await Promise.all([
    import('#domain/scoring/stored-rating'),
    import('./rescore'),
    source.readRatings(stale.map(({ id }) => id)),
  ]);
  if (!found.ok) return;
  const ratings = new Map(
    stale.flatMap(({ id }) => {
      const read = readRating(found.value.get(id));
      return read.state === 'ready' ? [[id, read.rating]] : [];
    }),
  );
  update({ issues: scoredAgain(state().issues, ratings, scoring) });
}

type CachedPicture = NonNullable<Awaited<ReturnType<PictureCache['read']>>>;

async function readRanked({ source, project }: PictureWorld, update: Update): Promise<void> {
  const ranked = await source.readUnscored(project);
  if (ranked.ok) update({ ranked: ranked.value });
}

function keep(
  { cache, now }: PictureWorld,
  { issues, scoring }: PictureState,
  pointsIn: readonly string[],
): void {
  if (scoring !== undefined)
    void cache.write({ at: Math.floor(now() / 1000), pointsIn, scoring, issues });
}
