import type { Result } from '../domain/result';
import type { JsonObject } from '../domain/use-case/json';
import type { IssueId } from '../domain/ids';
import type { JiraProblem } from './issue-records';

/** Derived scores of many issues, written as the viewer. Issues that they may not edit are left out. */
export type Scores = {
  /** Writes and removes scores; resolves when Jira has done it. */
  readonly writeScores: (
    scores: ReadonlyMap<IssueId, JsonObject | null>,
    onProgress: (done: number) => void,
  ) => Promise<Result<null, JiraProblem>>;
};
