import * as v from 'valibot';
import { failure, success, type Result } from '../../domain/result';
import type { EstimateField, Estimates } from '../../ports/estimates';
import type { JiraProblem } from '../../ports/issue-records';
import { read, type JiraRequest } from './request';

const fieldsAnswer = v.array(
  v.object({
    id: v.string(),
    name: v.string(),
    schema: v.optional(v.object({ type: v.string(), custom: v.optional(v.string(), '') })),
  }),
);

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
    readEstimate: async (place, field) => {
      const ids = await fieldIds(field);
      if (!ids.ok) return ids;
      // Pictures of whole projects know the estimates already and never ask for one.
      const { readEstimate } = await import('./read-estimate');
      return readEstimate(request, place, ids.value);
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
