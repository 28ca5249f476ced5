import type { Result } from '../domain/result';
import type { AuthoredKind, PropertyKind } from '../domain/property-keys';
import type { Json, JsonObject } from '../domain/use-case/json';
import type { IssueId, ProjectId } from './ids';
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
  /** The stored values that were asked for, unread; `undefined` where a property is not set. */
  readonly raw: Readonly<Partial<Record<PropertyKind, Json>>>;
};

/** A type that new issues of a project can have. */
export type IssueTypeChoice = {
  readonly id: string;
  readonly name: string;
  readonly level: number;
};

/** An issue to be made, with its records. */
export type IssueDraft = {
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
  readonly deleteIssue: (issue: IssueId) => Promise<Result<null, JiraProblem>>;
};

/** The most issues that Jira makes with one request. */
export const draftsAtOnce = 50;
