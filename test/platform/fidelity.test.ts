import { operations } from '../../local-jira/jira/rest';
import { scopeSetsOf } from '../../local-jira/jira/scopes';
import type { Exchange } from '../../local-jira/jira/traffic';
import { aLocalRest, type LocalRest } from '../builders/local-rest';
import { judgeExchange } from '../fidelity/judge-exchange';
import { openapiPath, readDocument } from '../fidelity/openapi';
import { samples, type Sample } from '../fidelity/samples';

const required = process.env['NORTHSTAR_REQUIRE_OPENAPI'] === '1';

let lastTask = '';

const send = async (
  local: LocalRest,
  { method, path, body }: Sample,
): Promise<readonly Exchange[]> => {
  const before = local.exchanges().length;
  const { comments, links } = local.store.state();
  const address = path
    .replace('{comment}', comments['20014']?.[0]?.id ?? '')
    .replace('{link}', Object.keys(links)[0] ?? '')
    .replace('{task}', lastTask);
  const answer = await local.as('admin', null)(address, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  lastTask = answer.headers.get('location')?.split('/').at(-1) ?? lastTask;
  return local.exchanges().slice(before);
};

if (openapiPath === undefined) {
  const say = required ? it : it.skip;
  say('Atlassian’s REST document is not on this machine; JIRA_OPENAPI can name its folder', () => {
    expect(openapiPath).toBeDefined();
  });
} else {
  const document = readDocument(openapiPath);

  describe.each(operations.map((operation) => [operation.operationId, operation] as const))(
    '%s',
    (operationId, operation) => {
      const found = document.operations.get(operationId);

      it('stands where Atlassian’s document has it', () => {
        expect(found?.method).toBe(operation.method);
        expect(found?.path.replaceAll(/\{[^}]+\}/gu, ':')).toBe(
          operation.path.replaceAll(/:\w+/gu, ':'),
        );
      });

      it('asks for the scopes that the document names', () => {
        expect(scopeSetsOf(operationId)).toEqual(found?.scopes.map(({ scopes }) => scopes));
      });
    },
  );

  describe('requests and answers', () => {
    // One after the other, on one world: what one makes, the next ones use.
    const local = aLocalRest();

    it.each(samples.map((sample) => ({ sample, name: `${sample.operationId} ${sample.path}` })))(
      'have the documented shape: $name',
      async ({ sample }) => {
        const [exchange] = await send(local, sample);
        expect(exchange?.operationId).toBe(sample.operationId);
        expect(exchange?.status).toBe(sample.status);
        expect(exchange && judgeExchange(document, exchange).problems).toEqual([]);
      },
    );

    it('are tried for every operation that local Jira has', () => {
      const done = samples.filter(({ status }) => status < 400);
      const tried = new Set(done.map(({ operationId }) => operationId));
      expect(operations.filter(({ operationId }) => !tried.has(operationId))).toEqual([]);
    });
  });

  describe('the judge', () => {
    const exchange: Exchange = {
      at: 0,
      endedAt: 0,
      underway: 0,
      method: 'GET',
      path: '/rest/api/3/myself',
      operationId: 'getCurrentUser',
      status: 200,
      via: 'function',
      surface: null,
      accountId: 'a',
      requestBytes: 0,
      responseBytes: 2,
      points: 2,
      requestBody: '',
      responseBody: '{}',
      scopes: ['read:jira-user'],
      injected: false,
    };
    const judge = (changed: Partial<Exchange>) =>
      judgeExchange(document, { ...exchange, ...changed }).problems;

    it('finds nothing wrong with what is right', () => {
      expect(judge({})).toEqual([]);
    });

    it.each([
      ['a status that is not documented', { status: 418 }],
      ['an answer of another shape', { responseBody: '{"accountId":{}}' }],
      ['an answer that is no JSON', { responseBody: 'oops' }],
      ['an error of another shape', { status: 401, responseBody: '{"oops":1}' }],
      ['a scope that does not reach', { scopes: ['write:jira-work'] }],
      [
        'a refusal although the scopes reach',
        { status: 401, responseBody: 'scope does not match' },
      ],
      ['an unknown parameter', { path: '/rest/api/3/myself?colour=red' }],
      ['an operation that the document does not have', { operationId: 'flyToTheMoon' }],
      [
        'a body of another shape that was taken',
        {
          operationId: 'getBulkPermissions',
          requestBody: '{"projectPermissions":1}',
          responseBody: '{"globalPermissions":[],"projectPermissions":[]}',
          scopes: null,
        },
      ],
      [
        'a required parameter that is missing',
        { operationId: 'bulkGetUsers', path: '/rest/api/3/user/bulk', responseBody: '{}' },
      ],
    ] as const)('finds %s', (_name, changed) => {
      expect(judge(changed)).not.toEqual([]);
    });

    it('leaves aside what a test put in', () => {
      expect(judge({ status: 418, injected: true })).toEqual([]);
    });
  });
}
