import type { MadeBefore } from '../domain/import/worked-on';
import type { Result } from '../domain/result';
import type { AuthoredKind, PropertyKind } from '../domain/property-keys';
import type { Json, JsonObject } from '../domain/use-case/json';
import type { IssueId, ProjectId } from '../domain/ids';
import type { JiraProblem } from './issue-records';

/** An issue as the project's pages list it. */
export type ProjectIssue = {
  readonly id: IssueId;
  readonly key: string;
  readonly summary: string;
  readonly type: string;
  readonly typeId: string;
  /** Jira's hierarchy: 1 for epics, 0 for stories and the like, -1 for sub-tasks. */
  readonly level: number;
  readonly status: string;
  readonly assignee: string;
  readonly parentId: IssueId | null;
  readonly parentKey: string | null;
  /** The team's estimate, where fields to find it in were named; undefined where there is none. */
  readonly points?: number | undefined;
  /** Whether not everybody who sees the project sees it, where estimates were asked for. */
  readonly restricted?: boolean | undefined;
  /** The stored values that were asked for, unread; `undefined` where a property is not set. */
  readonly raw: Readonly<Partial<Record<PropertyKind, Json>>>;
};

/** A type that new issues of a project can have. */
export type IssueTypeChoice = {
  readonly id: string;
  readonly name: string;
  readonly level: number;
};

/** What people wrote about an issue, as it is stored. */
export type StoredRecords = Readonly<Partial<Record<AuthoredKind, Json>>>;

/** An issue to be made, with its records. */
export type IssueDraft = {
  /** Names the operation; it is kept on the issue, so that it is found where the answer is lost. */
  readonly op: string;
  readonly typeId: string;
  readonly summary: string;
  readonly parentId: IssueId | null;
  readonly records: Readonly<Partial<Record<AuthoredKind, JsonObject>>>;
};

/** Why one issue was not made: in Jira's words about the fields, or a problem of the whole request. */
export type DraftProblem = JiraProblem | { readonly problem: 'not-taken'; readonly words: string };

/** The issue that was made. */
export type MadeIssue = { readonly id: IssueId; readonly key: string };

/** The issues of a project, read in bulk and made, as the viewer. */
export type ProjectIssues = {
  /**
   * All standard issues that the viewer sees, or those that a query finds among them, oldest first.
   * `onProgress` hears how many are here of how many.
   */
  readonly listIssues: (
    project: ProjectId,
    wanted: {
      readonly jql?: string;
      readonly kinds: readonly PropertyKind[];
      /** The fields that hold the estimate, the first that says something counts. */
      readonly pointsIn?: readonly string[];
      readonly onProgress?: (read: number, all: number) => void;
    },
  ) => Promise<Result<readonly ProjectIssue[], JiraProblem>>;
  readonly readTypes: (
    project: ProjectId,
  ) => Promise<Result<readonly IssueTypeChoice[], JiraProblem>>;
  /** Makes up to 50 issues; the answers stand in the order of the drafts. */
  readonly makeIssues: (
    project: ProjectId,
    drafts: readonly IssueDraft[],
  ) => Promise<readonly Result<MadeIssue, DraftProblem>[]>;
  /** Links a story to the use case that it belongs to, where the hierarchy cannot. */
  readonly linkStory: (useCase: IssueId, story: IssueId) => Promise<Result<null, JiraProblem>>;
  /**
   * The issues that were made so recently that the search does not know them: they are read by the keys
   * that follow the highest one it knows, or the given one.
   */
  readonly readNewest: (
    project: ProjectId,
    kinds: readonly PropertyKind[],
    after?: string,
  ) => Promise<Result<readonly ProjectIssue[], JiraProblem>>;
  /**
   * What was done at an issue since it was made, read from the issue itself. Children other than sub-tasks
   * come from the search, which may lag: `readNewest` has the others.
   */
  readonly readWork: (issue: IssueId) => Promise<Result<MadeBefore, JiraProblem>>;
  readonly deleteIssue: (issue: IssueId) => Promise<Result<null, JiraProblem>>;
};

/** The most issues that Jira makes with one request. */
export const draftsAtOnce = 50;
