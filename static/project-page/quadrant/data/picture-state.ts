import type { ScoringSettings } from '#domain/scoring/scoring-settings';
import type { Estimates } from '#ports/estimates';
import type { IssueId, ProjectId } from '#domain/ids';
import type { JiraProblem } from '#ports/issue-records';
import type { ProjectProperties, ProjectSubject } from '#ports/project-properties';
import type { ScoredIssue } from '#domain/quadrant/scored-issue';
import type { ScoredIssues } from '#ports/scored-issues';
import type { PictureCache } from './picture-cache';

/** What the picture needs from the world. */
export type PictureWorld = {
  /** The site's cloud id. */
  readonly site: string;
  readonly project: ProjectId;
  readonly source: ScoredIssues;
  readonly projects: ProjectProperties;
  readonly estimates: Estimates;
  readonly cache: PictureCache;
  readonly now: () => number;
};

/** What is known of the project, growing while it is read. */
export type PictureState = {
  readonly phase: 'loading' | 'checking' | 'ready' | 'failed';
  readonly problem: JiraProblem | undefined;
  readonly subject: ProjectSubject | undefined;
  readonly scoring: ScoringSettings | undefined;
  readonly issues: readonly ScoredIssue[];
  /** How many issues there are, as far as is known. */
  readonly known: number;
  /** How many of them Jira did not tell, though asked twice. */
  readonly unread: number;
  /** The fields that hold estimates. */
  readonly pointsIn: readonly string[];
  /** For how many seconds Jira asked to be left alone; undefined while it answers. */
  readonly slowDown: number | undefined;
  /** Ids without a score in the order of Jira's rank, as far as they were asked for. */
  readonly ranked: readonly IssueId[];
  /** Cached places without names, shown until this session's ids prove what the viewer may see. */
  readonly shadows: Float32Array | undefined;
};

/** Before anything is read. */
export const blankPicture: PictureState = {
  phase: 'loading',
  problem: undefined,
  subject: undefined,
  scoring: undefined,
  issues: [],
  known: 0,
  unread: 0,
  pointsIn: [],
  slowDown: undefined,
  ranked: [],
  shadows: undefined,
};

/** Changes what is known. */
export type Update = (change: Partial<PictureState>) => void;
