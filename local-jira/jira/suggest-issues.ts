import type { JsonObject } from '../../src/domain/use-case/json';
import type { Call } from './operation';
import { seesIssue } from './permissions';
import { isSubtask } from './issue-relations';

const most = 20;

/** Issues whose key, or words of whose summary, begin with what was typed: the issue picker. */
export function suggestIssues(call: Call): JsonObject {
  const state = call.store.state();
  const asked = (call.query.get('query') ?? '').trim().toLowerCase();
  const projectId = call.query.get('currentProjectId');
  const own = call.query.get('currentIssueKey');
  const subtasks = call.query.get('showSubTasks') !== 'false';
  const issues = Object.values(state.issues)
    .filter((issue) => seesIssue(state, call.identity.accountId, issue))
    .filter((issue) => issue.key !== own && (projectId === null || issue.projectId === projectId))
    .filter((issue) => subtasks || !isSubtask(state, issue))
    .filter(({ key, summary }) => matches(asked, key.toLowerCase(), summary.toLowerCase()));
  const shown = issues.slice(0, most).map(({ id, key, summary }) => ({
    id: Number(id),
    key,
    keyHtml: key,
    img: '/icons/issue.svg',
    summary,
    summaryText: summary,
  }));
  return {
    sections: [
      {
        id: 'cs',
        label: 'Current Search',
        sub: `Showing ${String(shown.length)} of ${String(issues.length)} matching issues`,
        issues: shown,
      },
    ],
  };
}

function matches(asked: string, key: string, summary: string): boolean {
  if (asked === '') return true;
  const words = summary.split(/\s+/u);
  return (
    key.startsWith(asked) ||
    asked.split(/\s+/u).every((each) => words.some((word) => word.startsWith(each)))
  );
}
