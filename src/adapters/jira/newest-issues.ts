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
 * The issues whose keys follow the highest one that the search knows, or a given one. Jira numbers the
 * issues of a project in order and gives them by key as soon as they are made. Deleted issues leave gaps.
 */
export async function readNewest(
  request: JiraRequest,
  of: {
    readonly project: ProjectId;
    readonly after: string | undefined;
    readonly reading: Reading;
  },
  fetchIssues: Fetch,
): Promise<Result<readonly ProjectIssue[], JiraProblem>> {
  const { reading, after } = of;
  const start = after === undefined ? await startOf(request, of) : success(partsOf(after));
  if (!start.ok) return start;
  const { prefix, number } = start.value;
  const found: ProjectIssue[] = [];
  let empty = 0;
  const enough = after === undefined ? emptyInARow : 1;
  for (let from = number + 1; empty < enough; from += keysAtOnce) {
    const keys = Array.from(
      { length: keysAtOnce },
      (_, index) => `${prefix}-${String(from + index)}`,
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

type KeyParts = { readonly prefix: string; readonly number: number };

function partsOf(key: string): KeyParts {
  const at = key.lastIndexOf('-');
  return { prefix: key.slice(0, at), number: Number(key.slice(at + 1)) };
}

/** The highest key that the search knows of a project. */
async function startOf(
  request: JiraRequest,
  { project, reading }: { readonly project: ProjectId; readonly reading: Reading },
): Promise<Result<KeyParts, JiraProblem>> {
  const [named, highest] = await Promise.all([
    read(request, jiraPath`/rest/api/3/project/${project}`),
    highestNumber(reading, `project = ${project}`),
  ]);
  if (!named.ok) return named;
  if (!highest.ok) return highest;
  const parsed = v.safeParse(projectAnswer, named.value);
  if (!parsed.success) return failure({ problem: 'refused', status: 200 });
  return success({ prefix: parsed.output.key, number: highest.value });
}
