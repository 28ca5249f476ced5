import type { Proposal } from '../domain/programme/proposal';
import type { Result } from '../domain/result';
import type { ProjectId } from './ids';

/** The store did not answer; whether a write landed is not known. */
export type StoreProblem = { readonly problem: 'no-answer' };

/**
 * Proposals for programmes. They are kept with the app and not in Jira: who may not write a project's
 * properties may still propose. Who may see or settle them is for the operations to check.
 */
export type Proposals = {
  readonly list: (project: ProjectId) => Promise<Result<readonly Proposal[], StoreProblem>>;
  readonly add: (project: ProjectId, proposal: Proposal) => Promise<Result<null, StoreProblem>>;
  readonly remove: (project: ProjectId, id: string) => Promise<Result<null, StoreProblem>>;
};
