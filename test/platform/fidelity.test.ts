import { operations } from '../../local-jira/jira/rest';
import { aLocalRest, origin } from '../builders/local-rest';
import { openapiPath, readOperations } from './openapi';

const required = process.env['NORTHSTAR_REQUIRE_OPENAPI'] === '1';

if (openapiPath === undefined) {
  const say = required ? it : it.skip;
  say('Atlassian’s REST document is not on this machine; JIRA_OPENAPI can name its folder', () => {
    expect(openapiPath).toBeDefined();
  });
} else {
  const documented = readOperations(openapiPath);

  describe.each(operations.map((operation) => [operation.operationId, operation] as const))(
    '%s',
    (operationId, operation) => {
      const found = documented.get(operationId);

      it('stands where Atlassian’s document has it', () => {
        expect(found?.method).toBe(operation.method);
        expect(found?.path.replaceAll(/\{[^}]+\}/gu, ':')).toBe(
          operation.path.replaceAll(/:\w+/gu, ':'),
        );
      });

      it('asks for scopes that the document names', () => {
        for (const set of operation.scopes) {
          const known = found?.scopes.some(({ scopes }) =>
            set.every((scope) => scopes.includes(scope)),
          );
          expect(known).toBe(true);
        }
      });
    },
  );

  const samples: readonly (readonly [string, string, string, body?: object | number])[] = [
    ['getCurrentUser', 'GET', '/rest/api/3/myself'],
    ['bulkGetUsers', 'GET', '/rest/api/3/user/bulk?accountId=712020:ines-4e1c-8d07-local'],
    [
      'getMyPermissions',
      'GET',
      '/rest/api/3/mypermissions?issueId=20014&permissions=EDIT_ISSUES,BROWSE_PROJECTS',
    ],
    ['getProject', 'GET', '/rest/api/3/project/CDP?properties=northstarSettings'],
    ['getIssue', 'GET', '/rest/api/3/issue/CDP-14?properties=northstarUseCase'],
    ['getIssue', 'GET', '/rest/api/3/issue/CDP-14?fields=summary,description,issuetype,project'],
    ['getIssuePropertyKeys', 'GET', '/rest/api/3/issue/CDP-14/properties'],
    ['getIssueProperty', 'GET', '/rest/api/3/issue/CDP-14/properties/northstarUseCase'],
    ['setIssueProperty', 'PUT', '/rest/api/3/issue/CDP-14/properties/x', 1],
    ['deleteIssueProperty', 'DELETE', '/rest/api/3/issue/CDP-14/properties/northstarDocument'],
    [
      'bulkSetIssueProperty',
      'PUT',
      '/rest/api/3/issue/properties/x',
      { value: 1, filter: { entityIds: [20014] } },
    ],
    ['getTask', 'GET', '/rest/api/3/task/10001'],
    [
      'setProjectProperty',
      'PUT',
      '/rest/api/3/project/CDP/properties/northstarSettings',
      { visibility: 'on' },
    ],
    ['getProjectProperty', 'GET', '/rest/api/3/project/CDP/properties/northstarSettings'],
    ['getIssue', 'GET', '/rest/api/3/issue/CDP-999'],
    ['deleteIssue', 'DELETE', '/rest/api/3/issue/CDP-9'],
  ];

  describe('answers', () => {
    const local = aLocalRest();
    const identity = {
      accountId: local.person('admin').accountId,
      via: 'client',
      scopes: null,
    } as const;

    // One after the other, on one world: the task exists once the bulk write was asked for.
    it.each(samples.map((sample) => ({ sample, name: `${sample[0]} ${sample[1]} ${sample[2]}` })))(
      'have the documented shape: $name',
      async ({ sample: [operationId, method, path, body] }) => {
        const request = new Request(new URL(path, origin), {
          method,
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const response = await local.rest.fetch(request, identity);
        const operation = documented.get(operationId);
        expect(operation?.statuses).toContain(String(response.status));
        const validate = operation?.validateAnswer(response.status);
        const text = await response.text();
        if (validate === undefined || text === '') return;
        const valid = validate(JSON.parse(text));
        expect(validate.errors ?? []).toEqual([]);
        expect(valid).toBe(true);
      },
    );

    it('are tried for every operation that local Jira has', () => {
      const tried = new Set(samples.map(([operationId]) => operationId));
      expect(operations.filter(({ operationId }) => !tried.has(operationId))).toEqual([]);
    });
  });
}
