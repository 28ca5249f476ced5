import { own } from '../own';

/**
 * The scopes of each operation as Atlassian's document names them: sets separated by "|", of which
 * one must be granted in full. A contract test holds the table to the document.
 */
const table = {
  addComment:
    'write:jira-work | read:comment:jira read:comment.property:jira read:group:jira read:project:jira read:project-role:jira read:user:jira write:comment:jira read:avatar:jira',
  addWorklog:
    'write:jira-work | write:issue-worklog:jira write:issue-worklog.property:jira read:avatar:jira read:group:jira read:issue-worklog:jira read:project-role:jira read:user:jira read:issue-worklog.property:jira',
  assignIssue: 'write:jira-work | write:issue:jira',
  bulkDeleteIssueProperty: 'write:jira-work | delete:issue.property:jira',
  bulkFetchIssues:
    'read:jira-work | read:issue-meta:jira read:issue-security-level:jira read:issue.vote:jira read:issue.changelog:jira read:avatar:jira read:issue:jira read:status:jira read:user:jira read:field-configuration:jira',
  bulkGetUsers:
    'read:jira-user | read:application-role:jira read:group:jira read:user:jira read:avatar:jira',
  bulkSetIssuePropertiesByIssue: 'write:jira-work | write:issue.property:jira',
  bulkSetIssueProperty: 'write:jira-work | read:jira-expressions:jira write:issue.property:jira',
  bulkSetIssuesPropertiesList: 'write:jira-work | write:issue.property:jira',
  countIssues:
    'read:jira-work | read:issue-details:jira read:field.default-value:jira read:field.option:jira read:field:jira read:group:jira',
  createIssue:
    'write:jira-work | write:issue:jira write:comment:jira write:comment.property:jira write:attachment:jira read:issue:jira',
  createIssues:
    'write:jira-work | write:issue:jira write:comment:jira write:comment.property:jira write:attachment:jira read:issue:jira',
  deleteComment: 'write:jira-work | delete:comment:jira delete:comment.property:jira',
  deleteIssue: 'write:jira-work | delete:issue:jira',
  deleteIssueLink: 'write:jira-work | delete:issue-link:jira',
  deleteIssueProperty: 'write:jira-work | delete:issue.property:jira',
  deleteProjectProperty: 'manage:jira-project | delete:project.property:jira',
  doTransition: 'write:jira-work | write:issue:jira write:issue.property:jira',
  editIssue: 'write:jira-work | write:issue:jira',
  findAssignableUsers:
    'read:jira-user | read:issue:jira read:project:jira read:user:jira read:application-role:jira read:avatar:jira read:group:jira',
  findUsers:
    'read:jira-user | read:user:jira read:user.property:jira read:application-role:jira read:avatar:jira read:group:jira',
  getAllLabels: 'read:jira-work | read:label:jira',
  getAllPermissions: 'manage:jira-configuration | read:permission:jira',
  getAllStatuses: 'read:jira-work | read:issue-status:jira read:issue-type:jira read:status:jira',
  getBulkChangelogs:
    'read:jira-work | read:issue-meta:jira read:avatar:jira read:issue.changelog:jira',
  getBulkPermissions: ' | read:permission:jira',
  getChangeLogs: 'read:jira-work | read:issue-meta:jira read:avatar:jira read:issue.changelog:jira',
  getChangeLogsByIds:
    'read:jira-work | read:issue-meta:jira read:avatar:jira read:issue.changelog:jira',
  getComment:
    'read:jira-work | read:comment:jira read:comment.property:jira read:group:jira read:project:jira read:project-role:jira read:user:jira read:avatar:jira',
  getComments:
    'read:jira-work | read:comment:jira read:comment.property:jira read:group:jira read:project:jira read:project-role:jira read:user:jira read:avatar:jira',
  getCreateIssueMetaIssueTypeId:
    'read:jira-work | read:issue-meta:jira read:avatar:jira read:field-configuration:jira',
  getCreateIssueMetaIssueTypes:
    'read:jira-work | read:issue-meta:jira read:avatar:jira read:field-configuration:jira',
  getCurrentUser:
    'read:jira-user | read:application-role:jira read:group:jira read:user:jira read:avatar:jira',
  getEditIssueMeta: 'read:jira-work | read:issue-meta:jira read:field-configuration:jira',
  getFields:
    'read:jira-work | read:field:jira read:avatar:jira read:project-category:jira read:project:jira read:field-configuration:jira',
  getIssue:
    'read:jira-work | read:issue-meta:jira read:issue-security-level:jira read:issue.vote:jira read:issue.changelog:jira read:avatar:jira read:issue:jira read:status:jira read:user:jira read:field-configuration:jira',
  getIssueAllTypes:
    'read:jira-work | read:issue-type:jira read:avatar:jira read:project-category:jira read:project:jira',
  getIssueLink:
    'read:jira-work | read:field:jira read:issue-link-type:jira read:issue:jira read:issue-type:jira read:priority:jira read:status:jira read:avatar:jira read:issue.time-tracking:jira read:project-category:jira read:project:jira read:user:jira',
  getIssueLinkTypes: 'read:jira-work | read:issue-link-type:jira',
  getIssuePickerResource: 'read:jira-work | read:issue-details:jira',
  getIssueProperty: 'read:jira-work | read:issue.property:jira',
  getIssuePropertyKeys: 'read:jira-work | read:issue.property:jira',
  getIssueSecurityLevel:
    'manage:jira-configuration | read:field:jira read:issue-security-level:jira read:project-role:jira read:user:jira',
  getIssueType:
    'read:jira-work | read:issue-type:jira read:avatar:jira read:project-category:jira read:project:jira',
  getIssueWorklog:
    'read:jira-work | read:group:jira read:issue-worklog:jira read:issue-worklog.property:jira read:project-role:jira read:user:jira read:avatar:jira',
  getIssueTypesForProject:
    'read:jira-work | read:issue-type:jira read:avatar:jira read:project-category:jira read:project:jira',
  getMyPermissions: 'read:jira-work | read:permission:jira',
  getPermittedProjects: 'read:jira-work | read:permission:jira read:project:jira',
  getPriorities: 'read:jira-work | read:priority:jira',
  getProject:
    'read:jira-work | read:issue-type:jira read:project:jira read:project.property:jira read:user:jira read:application-role:jira read:avatar:jira read:group:jira read:issue-type-hierarchy:jira read:project-category:jira read:project-version:jira read:project.component:jira',
  getProjectProperty: 'read:jira-work | read:project.property:jira',
  getProjectPropertyKeys: 'read:jira-work | read:project.property:jira',
  getProjectRole:
    'read:jira-work | read:user:jira read:group:jira read:project-role:jira read:project:jira read:avatar:jira read:project-category:jira',
  getProjectRoles: 'read:jira-work | read:project-role:jira',
  getServerInfo: ' | ',
  getStatus: 'read:jira-work | read:status:jira',
  getStatuses: 'read:jira-work | read:status:jira',
  getTask: 'read:jira-work | ',
  getTransitions:
    'read:jira-work | read:issue.transition:jira read:status:jira read:field-configuration:jira',
  getUser:
    'read:jira-user | read:application-role:jira read:group:jira read:user:jira read:avatar:jira',
  linkIssues: 'write:jira-work | write:comment:jira write:issue:jira write:issue-link:jira',
  parseJqlQueries: 'read:jira-work | read:field:jira validate:jql:jira read:jql:jira',
  searchAndReconsileIssuesUsingJql:
    'read:jira-work | read:issue-details:jira read:audit-log:jira read:avatar:jira read:field-configuration:jira read:issue-meta:jira',
  searchAndReconsileIssuesUsingJqlPost:
    'read:jira-work | read:issue-details:jira read:field.default-value:jira read:field.option:jira read:field:jira read:group:jira',
  searchProjects:
    'read:jira-work | read:issue-type:jira read:project:jira read:project.property:jira read:user:jira read:application-role:jira read:avatar:jira read:group:jira read:issue-type-hierarchy:jira read:project-category:jira read:project-version:jira read:project.component:jira',
  setIssueProperty: 'write:jira-work | write:issue.property:jira',
  setProjectProperty: 'manage:jira-project | write:project.property:jira',
  updateComment:
    'write:jira-work | read:comment:jira read:comment.property:jira read:group:jira read:project:jira read:project-role:jira read:user:jira write:comment:jira read:avatar:jira',
} as const satisfies Readonly<Record<string, string>>;

/** The sets of scopes of an operation; any one of them suffices. */
export function scopeSetsOf(operationId: string): readonly (readonly string[])[] {
  const sets = own<string>(table, operationId) ?? '';
  return sets === '' ? [] : sets.split('|').map((set) => set.split(' ').filter(Boolean));
}

/** Whether granted scopes reach an operation. `null` is an ordinary client, which needs none. */
export function scopesReach(operationId: string, granted: readonly string[] | null): boolean {
  const sets = scopeSetsOf(operationId);
  if (granted === null || sets.length === 0) return true;
  return sets.some((set) => set.every((scope) => granted.includes(scope)));
}
