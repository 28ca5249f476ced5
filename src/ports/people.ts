import type { Result } from '../domain/result';
import type { JiraProblem } from './issue-records';

/** The people of the site, as far as the viewer may see them. */
export type People = {
  /** Names of people that some words may mean, at most eight. */
  readonly findPeople: (words: string) => Promise<Result<readonly string[], JiraProblem>>;
  /** Display names by account id. Ids that nobody has, or that are hidden, are left out. */
  readonly readNames: (
    accountIds: readonly string[],
  ) => Promise<Result<ReadonlyMap<string, string>, JiraProblem>>;
};
