import * as v from 'valibot';
import { failure, success } from '../../domain/result';
import type { IssueId } from '../../domain/ids';
import type { FoundIssue, IssueSearch } from '../../ports/issue-search';
import { jiraPath, read, type JiraRequest } from './request';

const answer = v.object({
  sections: v.array(
    v.object({
      issues: v.optional(
        v.array(v.object({ id: v.number(), key: v.string(), summaryText: v.string() })),
        [],
      ),
    }),
  ),
});

/** Jira's own issue picker. */
export function jiraIssueSearch(request: JiraRequest): IssueSearch {
  return {
    findIssues: async (words) => {
      const found = await read(
        request,
        `${jiraPath`/rest/api/3/issue/picker?query=${words}`}&showSubTasks=false`,
      );
      if (!found.ok) return found;
      const parsed = v.safeParse(answer, found.value);
      if (!parsed.success) return failure({ problem: 'refused', status: 200 });
      const issues = parsed.output.sections.flatMap((section) => section.issues);
      const byId = new Map(
        issues.map(({ id, key, summaryText }): [number, FoundIssue] => [
          id,
          { id: String(id) as IssueId, key, summary: summaryText },
        ]),
      );
      return success([...byId.values()]);
    },
  };
}
