import { useCallback, useRef } from 'react';
import type { RatingChange } from '#domain/scoring/stored-rating';
import type { AccountId, IssueId } from '#domain/ids';
import type { RatingSession } from '../../../shared/rating/rating-session';
import type { PictureStore } from '../data/picture-store';
import { useSteps, type Step, type Steps } from './use-steps';

/** What is changed from this page, and the ways back and forth. */
export type Rescorings = Omit<Steps, 'did'> & {
  /** Opens an issue's answers; undefined where Jira did not answer. */
  readonly open: (issue: IssueId) => Promise<RatingSession | undefined>;
  /** Shows the score that answers come to which are on the issue already; nothing is written. */
  readonly showScore: (session: RatingSession) => void;
  /** Notes a change that was saved, and shows it in the picture. */
  readonly noted: (key: string, session: RatingSession, changes: readonly RatingChange[]) => void;
  /** Saves many changes as one step; resolves with those that came through. */
  readonly saveAll: (step: Step, control: SaveControl) => Promise<Step>;
};

/** The changes that are made from this page. */
export type Rescoring = { readonly rescorings: Rescorings };

type SaveControl = {
  readonly onProgress: (done: number) => void;
  readonly stopped: () => boolean;
};

const unheard: SaveControl = { onProgress: () => undefined, stopped: () => false };

/** Re-scores use cases from this page, and keeps what was done so that it can be undone. */
export function useRescorings(store: PictureStore, viewer: AccountId): Rescorings {
  const openAll = useSessions(store, viewer);
  const open = useCallback(
    async (issue: IssueId) => (await openAll([issue])).get(issue),
    [openAll],
  );
  /** Saves one use case through its session, which shows what clashes; many go together. */
  const run = async (step: Step, control: SaveControl): Promise<Step> => {
    const [only] = step;
    if (only === undefined) return [];
    if (step.length === 1) {
      const session = await open(only.issue);
      const changes = (await session?.save(only.changes)) ?? [];
      if (session !== undefined) show(store, [session]);
      return changes.length > 0 ? [{ ...only, changes }] : [];
    }
    const { saveStep } = await import('./save-step');
    const saved = await saveStep(viewer, step, control);
    const opened = await openAll(step.map(({ issue }) => issue));
    const sessions = step.flatMap(({ issue }) => opened.get(issue) ?? []);
    await deriveAll(store, sessions);
    show(store, sessions);
    return saved;
  };
  const showScore = useCallback(
    (session: RatingSession) => {
      show(store, [session]);
    },
    [store],
  );
  const { did, ...steps } = useSteps((step) => run(step, unheard));
  return {
    ...steps,
    open,
    showScore,
    noted: (key, session, changes) => {
      show(store, [session]);
      if (changes.length > 0) did([{ issue: session.issue, key, changes }]);
    },
    saveAll: async (step, control) => {
      const saved = await run(step, control);
      did(saved);
      return saved;
    },
  };
}

/** Opens the answers of issues as they are now; an issue that was open before keeps its session. */
function useSessions(
  store: PictureStore,
  viewer: AccountId,
): (issues: readonly IssueId[]) => Promise<ReadonlyMap<IssueId, RatingSession>> {
  const sessions = useRef(new Map<IssueId, RatingSession>());
  return useCallback(
    async (issues) => {
      // What saves answers comes when the first are looked at.
      const [{ newSession }, found] = await Promise.all([
        import('./new-session'),
        store.world.source.readRatings(issues),
      ]);
      if (!found.ok) return new Map();
      for (const issue of issues) {
        const raw = found.value.get(issue);
        const session =
          sessions.current.get(issue) ??
          newSession({ site: store.world.site, viewer, issue }, raw, async (rating) => {
            const { deriveScored } = await import('./derive-scored');
            await deriveScored(store, new Map([[issue, rating]]));
          });
        session.show(raw);
        sessions.current.set(issue, session);
      }
      return sessions.current;
    },
    [store, viewer],
  );
}

/** Makes the stored scores anew that follow from the answers on these issues. */
async function deriveAll(store: PictureStore, sessions: readonly RatingSession[]): Promise<void> {
  const { deriveScored } = await import('./derive-scored');
  const ratings = sessions.flatMap((session) => {
    const { read } = session.state();
    return read.state === 'ready' ? [[session.issue, read.rating.source] as const] : [];
  });
  await deriveScored(store, new Map(ratings));
}

function show(store: PictureStore, sessions: readonly RatingSession[]): void {
  void store.rated(
    new Map(
      sessions.flatMap((session) => {
        const { read } = session.state();
        return read.state === 'ready' ? [[session.issue, read.rating]] : [];
      }),
    ),
  );
}
