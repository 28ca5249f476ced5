import * as v from 'valibot';
import { failure, success, type Result } from '../../domain/result';
import type { ProjectId } from '../../domain/ids';
import type { JiraProblem } from '../../ports/issue-records';
import type { ProjectIssue } from '../../ports/project-issues';
import { highestNumber } from './issue-ids';
import type { Reading } from './patient';
import { jiraPath, read, type JiraRequest } from './request';

/** How many keys are asked for at once, and after how many such requests without an issue it ends. */
const keysAtOnce = 100;
const emptyInARow = 3;

const projectAnswer = v.object({ key: v.string() });

type Fetch = (
  reading: Reading,
  keys: readonly string[],
) => Promise<Result<readonly ProjectIssue[], JiraProblem>>;

/**
 * The issues whose keys follow the highest one that the search knows. Jira numbers the issues of a
 * project in order and gives them by key as soon as they are made. Deleted issues leave gaps.
 */
export async function readNewest(
  request: JiraRequest,
  { project, reading }: { readonly project: ProjectId; readonly reading: Reading },
  fetchIssues: Fetch,
): Promise<Result<readonly ProjectIssue[], JiraProblem>> {
  const [named, highest] = await Promise.all([
    read(request, jiraPath`/rest/api/3/project/${project}`),
    highestNumber(reading, `project = ${project}`),
  ]);
  if (!named.ok) return named;
  if (!highest.ok) return highest;
  const parsed = v.safeParse(projectAnswer, named.value);
  if (!parsed.success) return failure({ problem: 'refused', status: 200 });
  const found: ProjectIssue[] = [];
  let empty = 0;
  for (let from = highest.value + 1; empty < emptyInARow; from += keysAtOnce) {
    const keys = Array.from(
      { length: keysAtOnce },
      (_, index) => `${parsed.output.key}-${String(from + index)}`,
    );
    const answer = await fetchIssues(reading, keys);
    // A request of which not one key exists may be refused as a whole.
    if (!answer.ok && answer.error.problem !== 'gone' && answer.error.problem !== 'refused')
      return answer;
    const issues = answer.ok ? answer.value : [];
    empty = issues.length === 0 ? empty + 1 : 0;
    found.push(...issues);
  }
  return success(found);
}
