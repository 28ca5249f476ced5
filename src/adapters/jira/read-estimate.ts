import * as v from 'valibot';
import type { ProjectId } from '../../domain/ids';
import { failure, success } from '../../domain/result';
import { estimateOf, type EstimatedIssue } from '../../domain/scoring/estimate-of';
import type { Estimates } from '../../ports/estimates';
import type { IssuePlace } from '../../ports/issue-records';
import { pointsIn } from './points-in';
import { send, type JiraRequest } from './request';
import { isRestricted, restrictionFields } from './restriction';

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

/** The estimate of one use case and its stories. */
export async function readEstimate(
  request: JiraRequest,
  { issue }: IssuePlace,
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
  // An answer without the issue itself tells nothing of it.
  if (own === undefined) return failure({ problem: 'gone' });
  const home = own.project.id;
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
    estimate: estimateOf(pointsIn(own, fields), stories),
  });
}
