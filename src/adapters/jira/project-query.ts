import type { ProjectId } from '../../ports/ids';

/** Sub-tasks bear no record. What a person asks narrows the project; its order is not needed here. */
export function narrowed(project: ProjectId, jql = ''): string {
  const asked = jql.replace(/\border\s+by\b[^"']*$/iu, '').trim();
  return [
    `project = ${project}`,
    'issuetype not in subtaskIssueTypes()',
    ...(asked === '' ? [] : [`(${asked})`]),
  ].join(' AND ');
}
