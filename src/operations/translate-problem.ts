import type { AppError } from '../contract';
import type { JiraProblem } from '../ports/issue-records';

/** Says a port's problem in the words of the contract. */
export function translateProblem(problem: JiraProblem): AppError {
  switch (problem.problem) {
    case 'gone':
      return { code: 'gone' };
    case 'forbidden':
      return { code: 'may-not-edit' };
    case 'busy':
      return { code: 'busy' };
    case 'slow-down':
      return { code: 'slow-down', seconds: problem.seconds };
    case 'no-answer':
      return { code: 'no-answer' };
    case 'refused':
      return { code: 'unexpected', reference: `jira-${String(problem.status)}` };
  }
}
