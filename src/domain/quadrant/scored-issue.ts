import type { IssueId } from '../ids';
import type { StoredScore } from '../scoring/stored-score';

/** An issue as the picture of value and effort needs it. */
export type ScoredIssue = {
  readonly id: IssueId;
  readonly key: string;
  readonly summary: string;
  readonly type: string;
  readonly typeId: string;
  readonly status: string;
  /** The assignee's name, '' where there is none. */
  readonly assignee: string;
  /** The assignee's account id, '' where there is none. */
  readonly assigneeId: string;
  readonly parentId: IssueId | null;
  readonly parentKey: string | null;
  /** Whether not everybody who sees the project sees it: its points are summed for nobody. */
  readonly restricted: boolean;
  /** The team's estimate; undefined where there is none. */
  readonly points: number | undefined;
  /** The stored score; undefined where there is none that can be read. */
  readonly score: StoredScore | undefined;
};
