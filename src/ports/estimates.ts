import type { ProjectId } from '../domain/ids';
import type { Result } from '../domain/result';
import type { Estimate } from '../domain/scoring/rating';
import type { IssuePlace, JiraProblem } from './issue-records';

/** A field that a team can estimate in. */
export type EstimateField = { readonly id: string; readonly name: string };

/** The team's estimates, read as the viewer and never written. */
export type Estimates = {
  /**
   * The estimate of a use case: the sum of the estimates of its stories in the same project, as the
   * picture of the project counts them, else its own; undefined where nothing is estimated. `field`
   * is the field to read, '' for those that Jira itself brings. The answer also names the project that
   * the issue is in now, which may be another than that of the place.
   */
  readonly readEstimate: (
    place: IssuePlace,
    field: string,
  ) => Promise<
    Result<{ readonly project: ProjectId; readonly estimate: Estimate | undefined }, JiraProblem>
  >;
  /** The ids of the fields to read: the given one, or those that Jira itself brings for ''. */
  readonly fieldIds: (field: string) => Promise<Result<readonly string[], JiraProblem>>;
  /** The fields of numbers that a project may choose from; those that Jira brings for it come first. */
  readonly listFields: () => Promise<Result<readonly EstimateField[], JiraProblem>>;
};
