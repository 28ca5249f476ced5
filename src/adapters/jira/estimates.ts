import * as v from 'valibot';
import { estimateOf, type EstimatedIssue } from '../../domain/scoring/estimate-of';
import type { ProjectId } from '../../domain/ids';
import { failure, success, type Result } from '../../domain/result';
import type { EstimateField, Estimates } from '../../ports/estimates';
import type { IssuePlace, JiraProblem } from '../../ports/issue-records';
import { pointsIn } from './points-in';
import { isRestricted, restrictionFields } from './restriction';
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
      fields: v.looseObject({
        issuetype: v.object({ subtask: v.boolean() }),
        project: v.object({ id: v.string() }),
      }),
    }),
  ),
  nextPageToken: v.optional(v.string()),
});

/** How many stories of one use case are asked for at once. Jira may give fewer, with a token for the rest. */
const storiesAtOnce = 1_000;

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
      return ids.ok ? readEstimate(request, place, ids.value) : ids;
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
  { issue, project }: IssuePlace,
  fields: readonly string[],
): ReturnType<Estimates['readEstimate']> {
  type Found = v.InferOutput<typeof searchAnswer>['issues'][number];
  const found: Found[] = [];
  let token: string | undefined;
  do {
    const answer = await send(request, 'POST', '/rest/api/3/search/jql', {
      jql: `id = ${issue} OR parent = ${issue}`,
      fields: ['issuetype', 'project', ...restrictionFields, ...fields],
      maxResults: storiesAtOnce,
      // The search may lag; where this issue is now decides which settings count.
      reconcileIssues: [Number(issue)],
      ...(token !== undefined && { nextPageToken: token }),
    });
    if (!answer.ok) return answer;
    const parsed = v.safeParse(searchAnswer, answer.value);
    if (!parsed.success) return failure({ problem: 'refused', status: 200 });
    found.push(...parsed.output.issues);
    token = parsed.output.nextPageToken;
  } while (token !== undefined);
  const own = found.find(({ id }) => id === issue)?.fields;
  const home = own?.project.id ?? project;
  const stories = found
    .filter(({ id }) => id !== issue)
    .map(({ fields: values }): EstimatedIssue => ({
      subtask: values.issuetype.subtask,
      points: pointsIn(values, fields),
      hidden: isRestricted(values)
        ? 'restricted'
        : values.project.id === home
          ? undefined
          : 'elsewhere',
    }));
  return success({
    project: home as ProjectId,
    estimate: estimateOf(own && pointsIn(own, fields), stories),
  });
}
