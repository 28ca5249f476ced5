import type { AppError, RatingView } from '#contract';
import type { PendingEdits } from '#domain/document/pending-edits';
import type { Result } from '#domain/result';
import { ratingDocument } from '#domain/scoring/rating-document';
import {
  answerOf,
  readRating,
  withAnswer,
  type RatingAnswer,
  type RatingChange,
  type ReadRating,
} from '#domain/scoring/stored-rating';
import { noRating, type Rating } from '#domain/scoring/rating';
import type { Json } from '#domain/use-case/json';
import type { IssueId } from '#domain/ids';
import type { IssueRecords } from '#ports/issue-records';
import type { DraftBox } from '../drafts/draft-box';
import { documentSession, type Save } from '../record/document-session';
import { smallStore } from '../small-store';
import type { SaveWorld } from '../record/stay-with-save';

/** What a session of rating needs from the world. */
export type RatingWorld = SaveWorld & {
  readonly issue: IssueId;
  readonly records: Pick<IssueRecords, 'readRaw'>;
  readonly box: DraftBox;
  readonly recordRating: (payload: {
    readonly issue: string;
    readonly opId: string;
    readonly changes: readonly RatingChange[];
  }) => Promise<Result<RatingView, AppError>>;
  readonly newOpId: () => string;
  /** Makes the score anew that follows from the stored rating. */
  readonly derive: (rating: Json | undefined) => Promise<void>;
};

/** One issue's rating as it is on the issue, and the save that is under way or was refused. */
export type RatingState = {
  readonly read: ReadRating;
  readonly save: Save<RatingChange> | undefined;
};

/** The rating of one issue and what a person can do with it. */
export type RatingSession = {
  readonly issue: IssueId;
  /** Where answers that are not saved are kept. */
  readonly box: DraftBox;
  readonly state: () => RatingState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Shows a stored value that was read elsewhere, unless a save is under way that knows better. */
  readonly show: (raw: unknown) => void;
  /** Saves changed answers; resolves with those that are on the issue when all is done. */
  readonly save: (changes: readonly RatingChange[]) => Promise<readonly RatingChange[]>;
};

export function createRatingSession(world: RatingWorld, raw: unknown): RatingSession {
  const { issue, box, derive } = world;
  const { state, subscribe, update } = smallStore<RatingState>({
    read: readRating(raw),
    save: undefined,
  });
  const session = documentSession<RatingChange>({
    ...world,
    kind: ratingDocument,
    written: { issue, document: 'rating' },
    send: (opId, changes) => world.recordRating({ issue, opId, changes }),
    read: () => world.records.readRaw(issue, 'rating'),
    onLanded: (stored) => {
      update({ read: readRating(stored ?? undefined) });
      void derive(stored ?? undefined);
    },
  });
  session.subscribe(() => {
    update({ save: session.state().saves.at(-1) });
  });
  return {
    ...{ issue, box, state, subscribe },
    show: (next) => {
      if (!isUnderWay(state())) update({ read: readRating(next) });
    },
    save: async (changes) => {
      for (const { opId, phase } of session.state().saves)
        if (phase === 'failed') session.dropSave(opId);
      // What was right already makes a score all the same: the estimate may be new since.
      const { read } = state();
      if (changes.length === 0 && read.state === 'ready') void derive(read.rating.source);
      const saved = await session.save(changes);
      // What clashed is still among the unsaved answers, which show it.
      for (const { input } of session.state().clashes) session.takeClash(input);
      return saved;
    },
  };
}

/** Whether something is being saved, or nobody knows yet whether it is. */
export function isUnderWay({ save }: RatingState): boolean {
  return save !== undefined && save.phase !== 'failed';
}

/** The answers that are on the issue. */
export function storedIn({ read }: Pick<RatingState, 'read'>): Rating {
  return read.state === 'absent' ? noRating : read.rating;
}

/** A rating by the names of its parts: the criteria, and the evidence. */
export function partsOf({ answers, evidence }: Rating): Readonly<Record<string, Json>> {
  return { ...(answers as unknown as Readonly<Record<string, Json>>), evidence };
}

/** The rating that parts come to. */
export function ratingIn(parts: Readonly<Record<string, Json | undefined>>): Rating {
  return Object.entries(parts).reduce<Rating>(
    (rating, [input, answer]) => withAnswer(rating, input, (answer ?? null) as RatingAnswer),
    noRating,
  );
}

/** The answers of a rating; null for inputs that only the other rating has an answer to. */
export function partsBeside(other: Rating, rating: Rating): Readonly<Record<string, Json>> {
  const inputs = new Set([...Object.keys(partsOf(other)), ...Object.keys(partsOf(rating))]);
  return Object.fromEntries(
    [...inputs].map((input) => [input, answerOf(rating, input) as unknown as Json]),
  );
}

/** Unsaved answers as the changes that they are. */
export function changesIn(edits: PendingEdits): readonly RatingChange[] {
  return Object.entries(edits).map(([input, { base, next }]) => {
    return { input, base: base as RatingAnswer, next: next as RatingAnswer };
  });
}
