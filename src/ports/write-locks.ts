import type { WriteLock } from '../domain/document/write-lock';
import type { Result } from '../domain/result';
import type { DocumentPlace } from './documents';
import type { StoreProblem } from './kept-lists';

/** One lock to be put: where, in place of which one, and what. */
export type LockChange = {
  readonly place: DocumentPlace;
  readonly seen: WriteLock | undefined;
  readonly next: WriteLock;
};

/** Whether a lock was put, or somebody else put one meanwhile; `unknown` where no answer came. */
export type LockPut = 'put' | 'lost' | 'unknown';

/** What puts the app's writers of one document in order, kept with the app. */
export type WriteLocks = {
  /** Strictly consistent: decisions stand on it. */
  readonly get: (place: DocumentPlace) => Promise<Result<WriteLock | undefined, StoreProblem>>;
  /** The locks of up to 25 documents, in their order. */
  readonly getSeveral: (
    places: readonly DocumentPlace[],
  ) => Promise<Result<readonly (WriteLock | undefined)[], StoreProblem>>;
  /**
   * Puts up to 25 locks, each only in place of the one that was seen; the answers stand in their order.
   * Those that replace one are put all or none; new ones are put one by one, because Forge documents no
   * condition for what is not there yet.
   */
  readonly put: (changes: readonly LockChange[]) => Promise<readonly LockPut[]>;
  readonly remove: (places: readonly DocumentPlace[]) => Promise<Result<null, StoreProblem>>;
  /**
   * Documents that may need a look: with an operation that has not landed, or taken since a moment (ms
   * since 1970). Eventually consistent: what it names is looked at with `get`.
   */
  readonly listUnfinished: (
    since: number,
  ) => Promise<Result<readonly DocumentPlace[], StoreProblem>>;
};
