import { scoringIn } from '#domain/settings/scoring-in';
import type { StoredRating } from '#domain/scoring/stored-rating';
import type { Json } from '#domain/use-case/json';
import type { IssueId } from '#domain/ids';
import { loadPicture, scoreStale } from './load-picture';
import { smallStore } from '../../../shared/small-store';
import { blankPicture, type PictureState, type PictureWorld } from './picture-state';

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

export function createPictureStore(world: PictureWorld): PictureStore {
  const { state, subscribe, update } = smallStore(blankPicture);
  /** What Jira holds by now knows more than the answers alone: the stage, for one. */
  const showStored = async (ratings: ReadonlyMap<IssueId, StoredRating>): Promise<void> => {
    const found = await world.source.readIssues([...ratings.keys()], state().pointsIn);
    if (!found.ok) return;
    const current = found.value.filter(({ id, score }) => score?.rev === ratings.get(id)?.rev);
    const stored = new Map(current.map((issue) => [issue.id, issue]));
    update({ issues: state().issues.map((issue) => stored.get(issue.id) ?? issue) });
  };
  return {
    world,
    state,
    subscribe,
    load: () => loadPicture(world, state, update),
    rated: async (ratings) => {
      const { scoredAgain } = await import('./rescore');
      const { issues, scoring } = state();
      if (scoring === undefined) return;
      update({ issues: scoredAgain(issues, ratings, scoring) });
      await world.cache.noteRated([...ratings.keys()]);
      await showStored(ratings);
    },
    settled: async (rawSettings) => {
      const { withThresholds } = await import('./rescore');
      const { scoring, subject, issues } = state();
      if (scoring === undefined || subject === undefined) return;
      const next = scoringIn(rawSettings);
      const moved = withThresholds(issues, scoring, next);
      update({ subject: { ...subject, rawSettings }, scoring: next, issues: moved });
      await scoreStale(world, state, update);
    },
  };
}
