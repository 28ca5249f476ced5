import type { Placement } from '../domain/placement';
import type { Result } from '../domain/result';
import type { RawProgramme } from '../domain/programme/stored-programme';
import type { Json, JsonObject } from '../domain/use-case/json';
import type { PropertyKind } from '../domain/property-keys';
import type { IssueId, ProjectId } from '../domain/ids';

/** Why Jira did not do what was asked. */
export type JiraProblem =
  /** The issue does not exist, or the viewer may not see it: Jira tells the two apart to nobody. */
  | { readonly problem: 'gone' }
  | { readonly problem: 'forbidden' }
  /** Another write of the same kind is under way (409). */
  | { readonly problem: 'busy' }
  /** Rate limit (429); `seconds` is Jira's own advice, or null where it gave none. */
  | { readonly problem: 'slow-down'; readonly seconds: number | null }
  /** No answer, or a server error. Whether a write landed is not known. */
  | { readonly problem: 'no-answer' }
  /** Jira refused the request as such: a bug, or a contract that changed. */
  | { readonly problem: 'refused'; readonly status: number };

/** Where an issue is, as the platform names it. */
export type IssuePlace = { readonly issue: IssueId; readonly project: ProjectId };

/** An issue beside another, and how it stands to it. */
export type RelatedIssue = {
  readonly id: IssueId;
  readonly key: string;
  readonly summary: string;
  /** `parent` is above; `original` is what this issue was cloned from. */
  readonly relation: 'parent' | 'original' | 'linked';
};

/** An issue as the panel needs it: its words, its project, the viewer's rights and the raw records. */
export type Subject = {
  readonly key: string;
  readonly summary: string;
  /** The description as plain text, `''` where there is none. */
  readonly description: string;
  readonly projectName: string;
  readonly placement: Placement;
  readonly mayEdit: boolean;
  readonly mayAdminister: boolean;
  /** Issues that may be its use case: the one above it first, then those that it is linked with. */
  readonly related: readonly RelatedIssue[];
  /** The project's programme, unread. */
  readonly programme: RawProgramme;
  /** The project's settings, unread. */
  readonly settings: Json | undefined;
  /** The stored values, unread; `undefined` where the property is not set. */
  readonly raw: Readonly<Record<PropertyKind, Json | undefined>>;
};

/** The records on issues, read and written with the viewer's permissions. */
export type IssueRecords = {
  /** Everything about one issue, in one round of requests. */
  readonly loadSubject: (place: IssuePlace) => Promise<Result<Subject, JiraProblem>>;
  /** One record's stored value; `undefined` where it is not set. */
  readonly readRaw: (
    issue: IssueId,
    kind: PropertyKind,
  ) => Promise<Result<Json | undefined, JiraProblem>>;
  /**
   * The same record of several issues with one request: undefined where there is none. An issue that is not in
   * the answer may hold anything.
   */
  readonly readSeveral: (
    issues: readonly IssueId[],
    kind: PropertyKind,
  ) => Promise<Result<ReadonlyMap<IssueId, Json | undefined>, JiraProblem>>;
  /** The same, with the project that each issue is in now. */
  readonly readWithProjects: (
    issues: readonly IssueId[],
    kind: PropertyKind,
  ) => Promise<
    Result<
      ReadonlyMap<IssueId, { readonly raw: Json | undefined; readonly project: ProjectId }>,
      JiraProblem
    >
  >;
  /** Those of up to 25 issues that the viewer may edit, with one request. */
  readonly readEditable: (
    issues: readonly IssueId[],
  ) => Promise<Result<ReadonlySet<IssueId>, JiraProblem>>;
  /** Writes the derived score, or removes it; no condition, because it can be made again. */
  readonly writeScore: (
    issue: IssueId,
    score: JsonObject | null,
  ) => Promise<Result<null, JiraProblem>>;
};
