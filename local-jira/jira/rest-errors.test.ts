import { ask, type Asked } from '../../test/builders/ask';
import { aLocalRest, appScopes } from '../../test/builders/local-rest';

const story = (fields: object) => ({
  fields: { project: { key: 'CDP' }, issuetype: { name: 'Story' }, summary: 'A story', ...fields },
});
const notSettable = (id: string): string =>
  `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;

describe('a refused request is answered with Jira’s status and shape', () => {
  const cases: readonly (readonly [
    string,
    Asked,
    number,
    { messages?: readonly string[]; errors?: Record<string, string> },
  ])[] = [
    [
      'a malformed body',
      { method: 'POST', path: '/issue', raw: '{"fields":' },
      400,
      { messages: ['There was an error parsing JSON. Check that your request body is valid.'] },
    ],
    [
      'a body of another shape',
      { method: 'POST', path: '/search/jql', body: { jql: 7 } },
      400,
      { messages: ['Invalid request payload. Refer to the REST API documentation and try again.'] },
    ],
    [
      'an unknown field',
      { method: 'POST', path: '/issue', body: story({ customfield_1: 1 }) },
      400,
      { errors: { customfield_1: notSettable('customfield_1') } },
    ],
    [
      'a field of another kind of project',
      { method: 'PUT', path: '/issue/CDP-14', body: { fields: { customfield_10016: 3 } } },
      400,
      { errors: { customfield_10016: notSettable('customfield_10016') } },
    ],
    [
      'everything that is wrong at once',
      {
        method: 'POST',
        path: '/issue',
        body: story({
          summary: '',
          labels: ['two words'],
          duedate: 'soon',
          priority: { name: 'x' },
        }),
      },
      400,
      {
        errors: {
          summary: 'You must specify a summary of the issue.',
          labels: "The label 'two words' contains spaces which is invalid.",
          duedate: 'Operation value must be a date in the format yyyy-MM-dd.',
          priority: 'The priority selected is invalid.',
        },
      },
    ],
    [
      'what is missing',
      { method: 'POST', path: '/issue', body: { fields: { project: { key: 'CDP' } } } },
      400,
      {
        errors: {
          issuetype: 'Specify an issue type',
          summary: 'You must specify a summary of the issue.',
        },
      },
    ],
    [
      'a long summary',
      { method: 'POST', path: '/issue', body: story({ summary: 'x'.repeat(256) }) },
      400,
      { errors: { summary: "Summary can't exceed 255 characters." } },
    ],
    [
      'a description that is no document',
      { method: 'POST', path: '/issue', body: story({ description: 'plain words' }) },
      400,
      {
        errors: {
          description:
            'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
        },
      },
    ],
    [
      'a parent of the same level',
      { method: 'POST', path: '/issue', body: story({ parent: { key: 'CDP-14' } }) },
      400,
      {
        errors: { parentId: 'Given parent work item does not belong to appropriate hierarchy.' },
      },
    ],
    [
      'a sub-task without a parent',
      { method: 'POST', path: '/issue', body: story({ issuetype: { name: 'Sub-task' } }) },
      400,
      {
        errors: { parentId: 'Issue type is a sub-task but parent issue key or id not specified.' },
      },
    ],
    [
      'an assignee who may not work there',
      {
        method: 'PUT',
        path: '/issue/CDP-14',
        body: { fields: { assignee: { accountId: '712020:tom-4e1c-8d07-local' } } },
      },
      400,
      {
        errors: { assignee: "User '712020:tom-4e1c-8d07-local' cannot be assigned issues." },
      },
    ],
    [
      'a field that is both set and updated',
      {
        method: 'PUT',
        path: '/issue/CDP-14',
        body: { fields: { labels: [] }, update: { labels: [{ add: 'x' }] } },
      },
      400,
      { errors: { labels: "Field 'labels' cannot appear in both 'fields' and 'update'" } },
    ],
    [
      'a project where the person may not create',
      { role: 'reader', method: 'POST', path: '/issue', body: story({}) },
      400,
      { errors: { project: 'You cannot create issues in this project.' } },
    ],
    [
      'a project that is not seen',
      { role: 'stranger', method: 'POST', path: '/issue', body: story({}) },
      400,
      { errors: { project: 'Specify a valid project ID or key' } },
    ],
    [
      'an unknown issue',
      { path: '/issue/CDP-9999' },
      404,
      { messages: ['Issue does not exist or you do not have permission to see it.'] },
    ],
    [
      'an issue whose security leaves the person out',
      { path: '/issue/CDP-119' },
      404,
      { messages: ['Issue does not exist or you do not have permission to see it.'] },
    ],
    [
      'a missing permission',
      { role: 'reader', method: 'PUT', path: '/issue/CDP-14', body: { fields: { summary: 'x' } } },
      403,
      { messages: ['You do not have permission to edit issues in this project.'] },
    ],
    [
      'a deletion that is not allowed',
      { role: 'reader', method: 'DELETE', path: '/issue/CDP-9' },
      403,
      { messages: ['You do not have permission to delete issues in this project.'] },
    ],
    [
      'a transition of who may not transition',
      {
        role: 'reader',
        method: 'POST',
        path: '/issue/CDP-14/transitions',
        body: { transition: { id: '41' } },
      },
      400,
      { messages: ['It seems that you have tried to perform an illegal workflow operation.'] },
    ],
    [
      'settings of who does not administer',
      { method: 'PUT', path: '/project/CDP/properties/x', body: 1 },
      403,
      { messages: ['You do not have permission to administer this project.'] },
    ],
    [
      'the security of an issue, by who may not set it',
      { method: 'PUT', path: '/issue/CDP-14', body: { fields: { security: { id: '10100' } } } },
      400,
      { errors: { security: notSettable('security') } },
    ],
    [
      'a property that is too large',
      { method: 'PUT', path: '/issue/CDP-14/properties/x', body: 'x'.repeat(32_767) },
      400,
      { messages: ['The property value cannot be longer than 32768 characters.'] },
    ],
    [
      'a property key that is too long',
      { method: 'PUT', path: `/issue/CDP-14/properties/${'k'.repeat(256)}`, body: 1 },
      400,
      { messages: ['The property key cannot be longer than 255 characters.'] },
    ],
    [
      'more issues than a bulk request takes',
      {
        method: 'POST',
        path: '/issue/bulk',
        body: { issueUpdates: Array.from({ length: 51 }, () => story({})) },
      },
      400,
      { messages: ['Invalid request payload. Refer to the REST API documentation and try again.'] },
    ],
    [
      'more issues than are fetched at once',
      {
        method: 'POST',
        path: '/issue/bulkfetch',
        body: { issueIdsOrKeys: Array.from({ length: 101 }, (_none, index) => String(index)) },
      },
      400,
      { messages: ['The number of issue ids or keys must be between 1 and 100.'] },
    ],
    [
      'permissions of somebody else',
      {
        method: 'POST',
        path: '/permissions/check',
        body: { accountId: '712020:tom-4e1c-8d07-local', globalPermissions: ['ADMINISTER'] },
      },
      403,
      { messages: ['Only Jira administrators can perform this operation.'] },
    ],
  ];

  it.each(cases.map(([name, asked, status, words]) => ({ name, asked, status, words })))(
    '$name',
    async ({ asked, status, words }) => {
      const { messages = [], errors = {} } = words;
      expect(await ask(aLocalRest(), asked)).toEqual({
        status,
        body: { errorMessages: messages, errors },
      });
    },
  );

  it('a missing scope', async () => {
    const scopes = appScopes.filter((scope) => scope !== 'write:jira-work');
    const asked = { method: 'POST', path: '/issue', body: story({}), scopes };
    expect(await ask(aLocalRest(), asked)).toEqual({
      status: 401,
      body: { code: 401, message: 'Unauthorized; scope does not match' },
    });
  });

  it('a bulk request of which nothing could be done, by element', async () => {
    const asked = {
      method: 'POST',
      path: '/issue/bulk',
      body: { issueUpdates: [story({ summary: '' })] },
    };
    expect(await ask(aLocalRest(), asked)).toEqual({
      status: 400,
      body: {
        issues: [],
        errors: [
          {
            status: 400,
            failedElementNumber: 0,
            elementErrors: {
              errorMessages: [],
              errors: { summary: 'You must specify a summary of the issue.' },
            },
          },
        ],
      },
    });
  });
});
