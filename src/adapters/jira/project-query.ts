import type { ProjectId } from '../../domain/ids';

/** Sub-tasks bear no record. What a person asks narrows the project; its order is not needed here. */
export function narrowed(project: ProjectId, jql = ''): string {
  // An order is the last of a query, with whole names in quotes; within a text, a quote is left over.
  const asked = jql.replace(/\border\s+by\b(?:[^"']|"[^"]*"|'[^']*')*$/iu, '').trim();
  return [
    `project = ${project}`,
    'issuetype not in subtaskIssueTypes()',
    ...(asked === '' ? [] : [`(${asked})`]),
  ].join(' AND ');
}
