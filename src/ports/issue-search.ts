import type { Result } from '../domain/result';
import type { IssueId } from '../domain/ids';
import type { JiraProblem } from './issue-records';

/** An issue that some words may mean. */
export type FoundIssue = { readonly id: IssueId; readonly key: string; readonly summary: string };

/** Finding an issue by its key or by words of its summary, as the viewer. */
export type IssueSearch = {
  readonly findIssues: (words: string) => Promise<Result<readonly FoundIssue[], JiraProblem>>;
};
