import type { AppError, RatingView } from '#contract';
import type { Result } from '#domain/result';
import { ratingDocument } from '#domain/scoring/rating-document';
import {
  answerOf,
  readRating,
  sameAnswer,
  type RatingChange,
  type RatingClash,
  type ReadRating,
} from '#domain/scoring/stored-rating';
import type { Json } from '#domain/use-case/json';
import type { IssueId } from '#domain/ids';
import type { IssueRecords } from '#ports/issue-records';
import { stayWithSave, type SaveWorld } from '../record/stay-with-save';
import type { RatingDrafts } from './rating-drafts';

/** What a session of rating needs from the world. */
export type RatingWorld = SaveWorld & {
  readonly issue: IssueId;
  readonly records: Pick<IssueRecords, 'readRaw'>;
  readonly drafts: RatingDrafts;
  readonly recordRating: (payload: {
    readonly issue: string;
    readonly opId: string;
    readonly changes: readonly RatingChange[];
  }) => Promise<Result<RatingView, AppError>>;
  readonly newOpId: () => string;
  /** Makes the score anew that follows from the stored rating. */
  readonly derive: (rating: Json | undefined) => Promise<void>;
};

/** One issue's rating as it is on the issue, and what is under way. */
export type RatingState = {
  readonly read: ReadRating;
  readonly phase: 'idle' | 'saving' | 'checking' | 'failed';
  readonly error: AppError | undefined;
  readonly clashes: readonly RatingClash[];
};

/** The rating of one issue and what a person can do with it. */
export type RatingSession = {
  readonly issue: IssueId;
  readonly drafts: RatingDrafts;
  readonly state: () => RatingState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Shows a stored value that was read elsewhere, unless a save is under way that knows better. */
  readonly show: (raw: unknown) => void;
  /** Saves changed answers; resolves with those that are on the issue when all is done. */
  readonly save: (changes: readonly RatingChange[]) => Promise<readonly RatingChange[]>;
  /** Ends a clash: with one's own answer, or with theirs, which is on the issue already; resolves with what was saved. */
  readonly settle: (clash: RatingClash, mine: boolean) => Promise<readonly RatingChange[]>;
};

export function createRatingSession(world: RatingWorld, raw: unknown): RatingSession {
  let state: RatingState = {
    read: readRating(raw),
    phase: 'idle',
    error: undefined,
    clashes: [],
  };
  const listeners = new Set<() => void>();
  const update = (change: Partial<RatingState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const save = async (changes: readonly RatingChange[]): Promise<readonly RatingChange[]> => {
    const real = changes.filter(({ base, next }) => !sameAnswer(base, next));
    if (real.length === 0) {
      // What was right already makes a score all the same: the estimate may be new since.
      if (state.read.state === 'ready') void world.derive(state.read.rating.source);
      return [];
    }
    update({ phase: 'saving', error: undefined });
    const payload = { issue: world.issue, opId: world.newOpId(), changes: real };
    const saved = await stayWithSave(world, {
      kind: ratingDocument,
      changes: real,
      written: { issue: world.issue, document: 'rating', opId: payload.opId },
      send: () => world.recordRating(payload),
      read: () => world.records.readRaw(world.issue, 'rating'),
      onChecking: () => {
        update({ phase: 'checking' });
      },
    });
    if (!saved.ok) {
      update({ phase: 'failed', error: saved.error });
      return [];
    }
    const { stored, clashes } = saved.value;
    const clashing = new Set(clashes.map(({ input }) => input));
    void world.derive(stored ?? undefined);
    update({ phase: 'idle', read: readRating(stored ?? undefined), clashes });
    return real.filter(({ input }) => !clashing.has(input));
  };
  return {
    issue: world.issue,
    drafts: world.drafts,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (next) => {
      if (state.phase === 'idle' || state.phase === 'failed') update({ read: readRating(next) });
    },
    save,
    settle: async (clash, mine) => {
      update({ clashes: state.clashes.filter((each) => each !== clash) });
      const { input, next, theirs } = clash;
      return mine ? save([{ input, base: theirs, next }]) : [];
    },
  };
}

/** The changes that lead from a rating's answers to others. */
export function changesTo(
  before: Parameters<typeof answerOf>[0],
  after: Parameters<typeof answerOf>[0],
): readonly RatingChange[] {
  const inputs = new Set([
    ...Object.keys(before.answers),
    ...Object.keys(after.answers),
    'evidence',
  ]);
  return [...inputs]
    .map((input) => ({ input, base: answerOf(before, input), next: answerOf(after, input) }))
    .filter(({ base, next }) => !sameAnswer(base, next));
}
