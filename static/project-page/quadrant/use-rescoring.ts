import { useCallback, useRef, useState } from 'react';
import { takenBackAnswers, type RatingChange } from '#domain/scoring/stored-rating';
import type { AccountId, IssueId } from '#ports/ids';
import { ratingWorld } from '../../shared/rating/rating-services';
import { createRatingSession, type RatingSession } from '../../shared/rating/rating-session';
import type { PictureStore } from './picture-store';

/** One change of one use case's answers. */
type Rescoring = {
  readonly issue: IssueId;
  readonly key: string;
  readonly changes: readonly RatingChange[];
};

/** What was changed here, and the ways back and forth. */
export type Rescorings = {
  readonly undoable: Rescoring | undefined;
  readonly redoable: Rescoring | undefined;
  /** Opens an issue's answers; undefined where Jira did not answer. */
  readonly open: (issue: IssueId) => Promise<RatingSession | undefined>;
  /** Notes a change that was saved, and shows it in the picture. */
  readonly noted: (key: string, session: RatingSession, changes: readonly RatingChange[]) => void;
  readonly undo: () => Promise<string>;
  readonly redo: () => Promise<string>;
};

/** Keeps what was re-scored from this page, so that it can be undone and done again. */
export function useRescorings(store: PictureStore, viewer: AccountId): Rescorings {
  const [done, setDone] = useState<readonly Rescoring[]>([]);
  const [undone, setUndone] = useState<readonly Rescoring[]>([]);
  const sessions = useRef(new Map<IssueId, RatingSession>());
  const open = useCallback(
    async (issue: IssueId): Promise<RatingSession | undefined> => {
      const found = await store.world.source.readRatings([issue]);
      if (!found.ok) return undefined;
      const raw = found.value.get(issue);
      const session =
        sessions.current.get(issue) ?? createRatingSession(ratingWorld(viewer, issue), raw);
      session.show(raw);
      sessions.current.set(issue, session);
      return session;
    },
    [store, viewer],
  );
  const show = (session: RatingSession): void => {
    const { read } = session.state();
    if (read.state === 'ready') store.rated(session.issue, read.rating, read.rating.rev);
  };
  /** Saves a change once more, in one direction or the other; says what came of it. */
  const again = async (step: Rescoring, changes: readonly RatingChange[]): Promise<string> => {
    const session = await open(step.issue);
    const saved = (await session?.save(changes)) ?? [];
    if (session !== undefined) show(session);
    return saved.length === changes.length
      ? ''
      : `${step.key} was changed by somebody else in the meantime, or Jira did not answer.`;
  };
  const undoable = done.at(-1);
  const redoable = undone.at(-1);
  return {
    undoable,
    redoable,
    open,
    noted: (key, session, changes) => {
      show(session);
      if (changes.length === 0) return;
      setDone((before) => [...before, { issue: session.issue, key, changes }]);
      setUndone([]);
    },
    undo: async () => {
      if (undoable === undefined) return '';
      setDone(done.slice(0, -1));
      const trouble = await again(undoable, takenBackAnswers(undoable.changes));
      if (trouble === '') setUndone([...undone, undoable]);
      return trouble === '' ? `${undoable.key} is back where it was.` : trouble;
    },
    redo: async () => {
      if (redoable === undefined) return '';
      setUndone(undone.slice(0, -1));
      const trouble = await again(redoable, redoable.changes);
      if (trouble === '') setDone([...done, redoable]);
      return trouble === '' ? `${redoable.key} is moved again.` : trouble;
    },
  };
}
