import { join } from 'node:path';
import { readManifest } from '../../local-jira/forge/manifest';
import { operations } from '../../local-jira/jira/rest';
import { jiraDocuments } from '../../src/adapters/jira/documents';
import { jiraIssueRecords } from '../../src/adapters/jira/issue-records';
import { jiraIssueSearch } from '../../src/adapters/jira/issue-search';
import { jiraProjectIssues } from '../../src/adapters/jira/project-issues';
import { jiraPeople } from '../../src/adapters/jira/people';
import { jiraProjectProperties } from '../../src/adapters/jira/project-properties';
import type { JiraRequest } from '../../src/adapters/jira/request';
import { aLocalRest, appScopes } from '../builders/local-rest';

const { scopes } = readManifest(join(__dirname, '../..')).permissions;

/** Every call that the adapters can make, made once. */
const callEverything = async (request: JiraRequest, local: ReturnType<typeof aLocalRest>) => {
  const place = local.place('CDP-14');
  const records = jiraIssueRecords(request);
  const projects = jiraProjectProperties(request);
  await records.loadSubject(place);
  await records.readRaw(place.issue, 'useCase');
  await records.readEditable([place.issue]);
  const documents = jiraDocuments(request);
  const onIssue = { entity: 'issue', id: place.issue, key: 'northstarDocument' } as const;
  const onProject = { entity: 'project', id: place.project, key: 'northstarSettings' } as const;
  await documents.read(onIssue);
  await documents.write(onIssue, { schema: 1 });
  await documents.write(onProject, { schema: 1 });
  await documents.write(onIssue, null);
  await projects.loadProject(place.project);
  const issues = jiraProjectIssues(request);
  await records.readSeveral([place.issue], 'useCase');
  await issues.listIssues(place.project, { kinds: ['useCase'] });
  await issues.readTypes(place.project);
  await issues.makeIssues(place.project, [
    { op: 'op', typeId: '10001', summary: 'x', parentId: null, records: {} },
  ]);
  await issues.linkStory(place.issue, local.place('CDP-15').issue);
  await issues.deleteIssue(local.place('CDP-16').issue);
  await jiraIssueSearch(request).findIssues('cart');
  await jiraPeople(request).findPeople('ines');
  await jiraPeople(request).readNames(['somebody']);
};

const usedOperations = async () => {
  const local = aLocalRest();
  await callEverything(local.as('admin', scopes), local);
  return local.rest.log.all();
};

describe('scopes', () => {
  it('reach every call that the code makes', async () => {
    const requests = await usedOperations();
    expect(requests.filter(({ status }) => status === 401)).toEqual([]);
    expect(requests.filter(({ operationId }) => operationId === null)).toEqual([]);
    expect(requests.length).toBeGreaterThan(8);
  });

  // The store is no part of Jira: local Jira refuses it without its scope, in every browser test.
  it.each(scopes.filter((scope) => scope !== 'storage:app'))(
    'include %s because a call needs it',
    async (scope) => {
      const local = aLocalRest();
      const fewer = scopes.filter((each) => each !== scope);
      await callEverything(local.as('admin', fewer), local);
      expect(local.rest.log.all().some(({ status }) => status === 401)).toBe(true);
    },
  );

  it('are the same in the tests as in the manifest', () => {
    expect([...appScopes].sort()).toEqual([...scopes].sort());
  });

  it('are checked by operations of local Jira that the app really uses', async () => {
    const used = new Set((await usedOperations()).map(({ operationId }) => operationId));
    const known = new Set(operations.map(({ operationId }) => operationId));
    for (const operationId of used) expect(known).toContain(operationId);
  });
});
