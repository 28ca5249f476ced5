import type { DocumentPlace } from './documents';

/** Asks for a later look at documents, when what was written to them has surely landed. */
export type FollowUps = {
  /** Best effort: the hourly sweep finds what was not asked for. */
  readonly askFor: (places: readonly DocumentPlace[]) => Promise<void>;
};
