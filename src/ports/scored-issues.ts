import type { Result } from '../domain/result';
import type { Json } from '../domain/use-case/json';
import type { ScoredIssue } from '../domain/quadrant/scored-issue';
import type { IssueId, ProjectId } from '../domain/ids';
import type { JiraProblem } from './issue-records';

/** What arrives while a project is read. */
export type PictureProgress = {
  /** How many issues there are, as far as is known; it grows while pages of ids arrive. */
  readonly onIds: (count: number) => void;
  readonly onIssues: (issues: readonly ScoredIssue[]) => void;
  /** Ids that Jira passed over in silence, twice: they are there, and nothing is known of them. */
  readonly onUnread: (ids: readonly IssueId[]) => void;
  /** Jira asked to be left alone for so many seconds; the reading goes on after them. */
  readonly onSlowDown: (seconds: number) => void;
};

/** The scores of a whole project, read as the viewer in as few requests as Jira allows. */
export type ScoredIssues = {
  /**
   * Reads all standard issues, in portions as they come. Resolves with the ids that the viewer sees.
   * Which fields hold estimates may still be on its way: ids are read meanwhile.
   */
  readonly readAll: (
    project: ProjectId,
    pointsIn: Promise<readonly string[]>,
    progress: PictureProgress,
  ) => Promise<Result<readonly IssueId[], JiraProblem>>;
  /** The ids of all standard issues that the viewer sees now. */
  readonly readIds: (
    project: ProjectId,
    onSlowDown: PictureProgress['onSlowDown'],
  ) => Promise<Result<readonly IssueId[], JiraProblem>>;
  /** Issues as they are now, whatever Jira's index knows of them. */
  readonly readIssues: (
    issues: readonly IssueId[],
    pointsIn: readonly string[],
  ) => Promise<Result<readonly ScoredIssue[], JiraProblem>>;
  /**
   * Issues that were scored or changed since two moments, in seconds since 1970; undefined where they
   * are too many for two requests.
   */
  readonly readChanges: (
    project: ProjectId,
    since: { readonly scored: number; readonly updated: number },
    pointsIn: readonly string[],
  ) => Promise<Result<readonly ScoredIssue[] | undefined, JiraProblem>>;
  /** The ids without a score in the order of Jira's rank, at most as many as one page holds. */
  readonly readUnscored: (project: ProjectId) => Promise<Result<readonly IssueId[], JiraProblem>>;
  /** The ids that a query of the viewer's finds. */
  readonly find: (
    project: ProjectId,
    jql: string,
  ) => Promise<Result<ReadonlySet<IssueId>, JiraProblem>>;
  /** The stored ratings of issues, where they have one. */
  readonly readRatings: (
    issues: readonly IssueId[],
  ) => Promise<Result<ReadonlyMap<IssueId, Json>, JiraProblem>>;
};
