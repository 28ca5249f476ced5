import * as v from 'valibot';
import { failure, success } from '../../domain/result';
import type { People } from '../../ports/people';
import { jiraPath, read, type JiraRequest } from './request';

const peopleAnswer = v.object({
  values: v.array(v.object({ accountId: v.string(), displayName: v.string() })),
});

const searchAnswer = v.array(
  v.object({
    accountId: v.string(),
    displayName: v.string(),
    accountType: v.optional(v.string(), 'atlassian'),
  }),
);

/** People over Jira REST. */
export function jiraPeople(request: JiraRequest): People {
  return {
    findPeople: async (words) => {
      const answer = await read(
        request,
        `${jiraPath`/rest/api/3/user/search?query=${words}`}&maxResults=8`,
      );
      if (!answer.ok) return answer;
      const parsed = v.safeParse(searchAnswer, answer.value);
      if (!parsed.success) return failure({ problem: 'refused', status: 200 });
      return success(
        parsed.output
          .filter(({ accountType }) => accountType === 'atlassian')
          .map(({ displayName }) => displayName),
      );
    },
    readNames: async (accountIds) => {
      if (accountIds.length === 0) return success(new Map());
      const query = accountIds.map((id) => `accountId=${encodeURIComponent(id)}`).join('&');
      const answer = await read(request, `/rest/api/3/user/bulk?maxResults=200&${query}`);
      if (!answer.ok) return answer;
      const parsed = v.safeParse(peopleAnswer, answer.value);
      if (!parsed.success) return failure({ problem: 'refused', status: 200 });
      return success(
        new Map(parsed.output.values.map(({ accountId, displayName }) => [accountId, displayName])),
      );
    },
  };
}
