import type { Json } from '../../src/domain/use-case/json';

/**
 * A request to an operation, and the status that it is answered with. `{comment}` in a path stands
 * for a comment of CDP-14, `{link}` for a link, `{task}` for the last task that was begun.
 */
export type Sample = {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body?: Json;
};

const api = '/rest/api/3';
const mira = '712020:mira-4e1c-8d07-local';
const text = (words: string): Json => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});

const get = (operationId: string, path: string, status = 200): Sample => ({
  operationId,
  method: 'GET',
  path: `${api}${path}`,
  status,
});

const send = (
  method: string,
  operationId: string,
  path: string,
  status: number,
  body?: Json,
): Sample => ({
  operationId,
  method,
  path: `${api}${path}`,
  status,
  ...(body !== undefined && { body }),
});

const post = send.bind(undefined, 'POST');
const put = send.bind(undefined, 'PUT');
const remove = send.bind(undefined, 'DELETE');

const newIssue = (summary: string): Json => ({
  fields: { project: { key: 'CDP' }, issuetype: { name: 'Story' }, summary },
});

const reading: readonly Sample[] = [
  get('getCurrentUser', '/myself'),
  get('getUser', `/user?accountId=${mira}`),
  get('getUser', '/user?accountId=nobody', 404),
  get('bulkGetUsers', `/user/bulk?accountId=${mira}&accountId=nobody`),
  get('findUsers', '/user/search?query=mi'),
  get('findUsers', '/user/search', 400),
  get('findAssignableUsers', '/user/assignable/search?project=CDP&query=pri'),
  get('findAssignableUsers', '/user/assignable/search', 400),
  get('getMyPermissions', '/mypermissions?issueId=20014&permissions=EDIT_ISSUES,ADMINISTER'),
  get('getMyPermissions', '/mypermissions?permissions=FLY', 400),
  get('getAllPermissions', '/permissions'),
  post('getBulkPermissions', '/permissions/check', 200, {
    globalPermissions: ['ADMINISTER'],
    projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [20014], projects: [10000] }],
  }),
  post('getBulkPermissions', '/permissions/check', 400, {
    projectPermissions: [{ permissions: ['FLY'] }],
  }),
  post('getPermittedProjects', '/permissions/project', 200, { permissions: ['EDIT_ISSUES'] }),
  post('getPermittedProjects', '/permissions/project', 400, { permissions: ['FLY'] }),
  get('getProject', '/project/CDP?properties=northstarSettings'),
  get('getProject', '/project/NOPE', 404),
  get('searchProjects', '/project/search?expand=lead,issueTypes&orderBy=-name'),
  get('getAllStatuses', '/project/SHOP/statuses'),
  get('getProjectRoles', '/project/CDP/role'),
  get('getProjectRole', '/project/CDP/role/10003'),
  get('getProjectRole', '/project/CDP/role/1', 404),
  get('getFields', '/field'),
  get('getIssueAllTypes', '/issuetype'),
  get('getIssueType', '/issuetype/10001'),
  get('getIssueType', '/issuetype/1', 404),
  get('getIssueTypesForProject', '/issuetype/project?projectId=10001&level=0'),
  get('getIssueTypesForProject', '/issuetype/project', 400),
  get('getStatuses', '/status'),
  get('getStatus', '/status/Done'),
  get('getStatus', '/status/Nowhere', 404),
  get('getPriorities', '/priority'),
  get('getAllLabels', '/label'),
  get('getIssueSecurityLevel', '/securitylevel/10100'),
  get('getIssueSecurityLevel', '/securitylevel/1', 404),
  get('getServerInfo', '/serverInfo'),
  get('getIssue', '/issue/CDP-14?properties=northstarUseCase&expand=changelog,names,schema'),
  get('getIssue', '/issue/CDP-119?fields=summary,security,*navigable,-labels'),
  get('getIssue', '/issue/CDP-999', 404),
  get('getEditIssueMeta', '/issue/CDP-14/editmeta'),
  get('getCreateIssueMetaIssueTypes', '/issue/createmeta/CDP/issuetypes'),
  get('getCreateIssueMetaIssueTypeId', '/issue/createmeta/CDP/issuetypes/10001'),
  get('getCreateIssueMetaIssueTypeId', '/issue/createmeta/CDP/issuetypes/1', 400),
  get('getIssuePickerResource', '/issue/picker?query=cart'),
  get('getChangeLogs', '/issue/CDP-14/changelog?startAt=1&maxResults=2'),
  post('getChangeLogsByIds', '/issue/CDP-14/changelog/list', 200, { changelogIds: [100_010] }),
  post('getBulkChangelogs', '/changelog/bulkfetch', 200, {
    issueIdsOrKeys: ['CDP-14', 'CDP-7'],
    fieldIds: ['status'],
    maxResults: 1,
  }),
  post('getBulkChangelogs', '/changelog/bulkfetch', 400, { issueIdsOrKeys: [] }),
  get(
    'searchAndReconsileIssuesUsingJql',
    '/search/jql?jql=project%20%3D%20CDP&fields=summary,status&maxResults=2&expand=names',
  ),
  get('searchAndReconsileIssuesUsingJql', '/search/jql?jql=order%20by%20key', 400),
  post('searchAndReconsileIssuesUsingJqlPost', '/search/jql', 200, {
    jql: 'project = CDP and status = Done order by updated desc',
    fields: ['*all'],
    properties: ['northstarUseCase'],
    reconcileIssues: [20014],
    maxResults: 3,
  }),
  post('countIssues', '/search/approximate-count', 200, { jql: 'project = SHOP' }),
  post('parseJqlQueries', '/jql/parse?validation=strict', 200, {
    queries: ['project = CDP', 'project ='],
  }),
  post('bulkFetchIssues', '/issue/bulkfetch', 200, {
    issueIdsOrKeys: ['CDP-14', 'CDP-999'],
    fields: ['summary', 'labels'],
    properties: ['northstarUseCase'],
  }),
  post('bulkFetchIssues', '/issue/bulkfetch', 400, { issueIdsOrKeys: [] }),
  get('getTransitions', '/issue/CDP-14/transitions'),
  get('getIssueLinkTypes', '/issueLinkType'),
];

/** CDP-133 and the ids are what the world gives out next: the samples run in this order. */
const writing: readonly Sample[] = [
  post('createIssue', '/issue', 201, newIssue('A sample of a story')),
  post('createIssue', '/issue', 400, { fields: {} }),
  post('createIssues', '/issue/bulk', 201, {
    issueUpdates: [newIssue('One of two'), { fields: { summary: 'No project' } }],
  }),
  post('createIssues', '/issue/bulk', 400, { issueUpdates: [{ fields: {} }] }),
  put('editIssue', '/issue/CDP-133', 204, {
    fields: { summary: 'A better sample', description: text('With words'), customfield_10026: 3 },
    update: { labels: [{ add: 'sample' }], comment: [{ add: { body: text('Said with it') } }] },
  }),
  put('editIssue', '/issue/CDP-133?returnIssue=true', 200, { fields: { duedate: '2026-12-24' } }),
  put('editIssue', '/issue/CDP-133', 400, { fields: { customfield_1: 1 } }),
  put('assignIssue', '/issue/CDP-133/assignee', 204, { accountId: mira }),
  put('assignIssue', '/issue/CDP-133/assignee', 400, { accountId: 'nobody' }),
  post('doTransition', '/issue/CDP-133/transitions', 204, { transition: { id: '41' } }),
  post('doTransition', '/issue/CDP-133/transitions', 400, { transition: { id: '99' } }),
  post('addComment', '/issue/CDP-133/comment', 201, { body: text('A word') }),
  post('addWorklog', '/issue/CDP-133/worklog', 201, { timeSpentSeconds: 3_600 }),
  post('addWorklog', '/issue/CDP-133/worklog', 400, { timeSpentSeconds: 'long' }),
  get('getIssueWorklog', '/issue/CDP-133/worklog'),
  post('addComment', '/issue/CDP-133/comment', 400, { body: 'no document' }),
  get('getComments', '/issue/CDP-14/comment?orderBy=-created&maxResults=1'),
  get('getComment', '/issue/CDP-14/comment/{comment}'),
  get('getComment', '/issue/CDP-14/comment/1', 404),
  put('updateComment', '/issue/CDP-14/comment/{comment}', 200, { body: text('Better words') }),
  remove('deleteComment', '/issue/CDP-14/comment/{comment}', 204),
  post('linkIssues', '/issueLink', 201, {
    type: { name: 'Blocks' },
    inwardIssue: { key: 'CDP-133' },
    outwardIssue: { key: 'CDP-14' },
  }),
  post('linkIssues', '/issueLink', 404, {
    type: { name: 'Adores' },
    inwardIssue: { key: 'CDP-133' },
    outwardIssue: { key: 'CDP-14' },
  }),
  get('getIssueLink', '/issueLink/{link}'),
  get('getIssueLink', '/issueLink/1', 404),
  remove('deleteIssueLink', '/issueLink/{link}', 204),
  remove('deleteIssueLink', '/issueLink/1', 404),
  put('setIssueProperty', '/issue/CDP-133/properties/x', 201, 1),
  put('setIssueProperty', '/issue/CDP-133/properties/x', 200, 2),
  get('getIssuePropertyKeys', '/issue/CDP-133/properties'),
  get('getIssueProperty', '/issue/CDP-133/properties/x'),
  remove('deleteIssueProperty', '/issue/CDP-133/properties/x', 204),
  remove('deleteIssueProperty', '/issue/CDP-133/properties/x', 404),
  put('bulkSetIssueProperty', '/issue/properties/x', 303, {
    value: 1,
    filter: { entityIds: [20014], hasProperty: false },
  }),
  get('getTask', '/task/{task}'),
  get('getTask', '/task/1', 404),
  remove('bulkDeleteIssueProperty', '/issue/properties/x', 303, { entityIds: [20014] }),
  post('bulkSetIssuesPropertiesList', '/issue/properties', 303, {
    entitiesIds: [20014, 20015],
    properties: { y: { z: 1 } },
  }),
  post('bulkSetIssuePropertiesByIssue', '/issue/properties/multi', 303, {
    issues: [{ issueID: 20014, properties: { y: { z: 2 } } }],
  }),
  put('setProjectProperty', '/project/CDP/properties/northstarSettings', 201, { visibility: 'on' }),
  get('getProjectPropertyKeys', '/project/CDP/properties'),
  get('getProjectProperty', '/project/CDP/properties/northstarSettings'),
  remove('deleteProjectProperty', '/project/CDP/properties/northstarSettings', 204),
  remove('deleteProjectProperty', '/project/CDP/properties/northstarSettings', 404),
  remove('deleteIssue', '/issue/CDP-14', 400),
  remove('deleteIssue', '/issue/CDP-133', 204),
];

/** A request or more to every operation, in an order in which each finds what it needs. */
export const samples: readonly Sample[] = [...reading, ...writing];
