import * as v from 'valibot';
import { estimateOf, type EstimatedIssue } from '../../domain/scoring/estimate-of';
import { failure, success, type Result } from '../../domain/result';
import type { EstimateField, Estimates } from '../../ports/estimates';
import type { IssueId } from '../../ports/ids';
import type { JiraProblem } from '../../ports/issue-records';
import { pointsIn } from './points-in';
import { read, send, type JiraRequest } from './request';

const fieldsAnswer = v.array(
  v.object({
    id: v.string(),
    name: v.string(),
    schema: v.optional(v.object({ type: v.string(), custom: v.optional(v.string(), '') })),
  }),
);

const searchAnswer = v.object({
  issues: v.array(
    v.object({
      id: v.string(),
      fields: v.looseObject({ issuetype: v.object({ subtask: v.boolean() }) }),
    }),
  ),
});

/** How many stories of one use case are looked at: Jira's own search page. */
const storiesAtMost = 1_000;

/** Estimates over Jira REST. */
export function jiraEstimates(request: JiraRequest): Estimates {
  let known: Promise<Result<readonly EstimateField[], JiraProblem>> | undefined;
  const listFields = async (): Promise<Result<readonly EstimateField[], JiraProblem>> => {
    known ??= readFields(request);
    const found = await known;
    // What failed is asked again by whoever comes next.
    if (!found.ok) known = undefined;
    return found;
  };
  const fieldIds = async (field: string): Promise<Result<readonly string[], JiraProblem>> => {
    if (field !== '') return success([field]);
    const found = await listFields();
    if (!found.ok) return found;
    return success(found.value.filter(({ name }) => isStandard(name)).map(({ id }) => id));
  };
  return {
    listFields,
    fieldIds,
    readEstimate: async (issue, field) => {
      const ids = await fieldIds(field);
      return ids.ok ? readEstimate(request, issue, ids.value) : ids;
    },
  };
}

/** Company-managed projects call it one way, team-managed ones the other. */
function isStandard(name: string): boolean {
  return /^story points?(?: estimate)?$/iu.test(name);
}

async function readFields(
  request: JiraRequest,
): Promise<Result<readonly EstimateField[], JiraProblem>> {
  const answer = await read(request, '/rest/api/3/field');
  if (!answer.ok) return answer;
  const parsed = v.safeParse(fieldsAnswer, answer.value);
  if (!parsed.success) return failure({ problem: 'refused', status: 200 });
  const numbers = parsed.output.filter(
    ({ id, schema }) => schema?.type === 'number' && id.startsWith('customfield_'),
  );
  return success(
    numbers
      .map(({ id, name }) => ({ id, name }))
      .sort((left, right) => Number(isStandard(right.name)) - Number(isStandard(left.name))),
  );
}

async function readEstimate(
  request: JiraRequest,
  issue: IssueId,
  fields: readonly string[],
): ReturnType<Estimates['readEstimate']> {
  if (fields.length === 0) return success(undefined);
  const answer = await send(request, 'POST', '/rest/api/3/search/jql', {
    jql: `id = ${issue} OR parent = ${issue}`,
    fields: ['issuetype', ...fields],
    maxResults: storiesAtMost,
  });
  if (!answer.ok) return answer;
  const parsed = v.safeParse(searchAnswer, answer.value);
  if (!parsed.success) return failure({ problem: 'refused', status: 200 });
  const found = parsed.output.issues.map(
    ({ id, fields: values }): EstimatedIssue & { readonly id: string } => ({
      id,
      subtask: values.issuetype.subtask,
      points: pointsIn(values, fields),
    }),
  );
  const own = found.find(({ id }) => id === issue);
  return success(
    estimateOf(
      own?.points,
      found.filter(({ id }) => id !== issue),
    ),
  );
}
