import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Version3Client } from 'jira.js';
import { startLocalJira, type LocalJira } from '../../local-jira/start-local-jira';
import { buildLab } from '../builders/build-lab';
import { labRoot } from '../builders/lab';

let jira: LocalJira;
let folder: string;

beforeAll(async () => {
  await buildLab();
  folder = mkdtempSync(join(tmpdir(), 'client-'));
  const options = { root: labRoot, folder, port: 0, reset: true, taskDelaySeconds: 0 };
  jira = await startLocalJira(options);
}, 60_000);

afterAll(async () => {
  await jira.close();
  rmSync(folder, { recursive: true });
});

/** An ordinary client from npm, as a person; nothing about it knows local Jira. */
const clientOf = (email: string) =>
  new Version3Client({
    host: jira.address,
    authentication: { basic: { email, apiToken: 'anything' } },
  });
const editor = () => clientOf('mira@harbour-and-pine.example');

const paragraph = (text: string) => ({
  type: 'doc' as const,
  version: 1 as const,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

const createStory = (summary: string) =>
  editor().issues.createIssue({
    fields: { project: { key: 'CDP' }, issuetype: { name: 'Story' }, summary },
  });

describe('jira.js, unmodified', () => {
  it('knows who it is', async () => {
    const { displayName, accountId } = await editor().myself.getCurrentUser();
    expect([displayName, accountId]).toEqual(['Mira Vos', '712020:mira-4e1c-8d07-local']);
  });

  it('creates an issue, edits it and reads it back', async () => {
    const { key } = await createStory('From a client');
    await editor().issues.editIssue({
      issueIdOrKey: key,
      fields: {
        summary: 'Edited by a client',
        description: paragraph('In words'),
        labels: ['client'],
      },
    });
    const issue = await editor().issues.getIssue({ issueIdOrKey: key, expand: 'changelog' });
    expect(issue.fields).toMatchObject({
      summary: 'Edited by a client',
      description: paragraph('In words'),
      labels: ['client'],
      creator: { displayName: 'Mira Vos' },
    });
    expect(issue.changelog?.histories?.[0]?.items?.map(({ field }) => field).sort()).toEqual([
      'description',
      'labels',
      'summary',
    ]);
  });

  it('searches page by page', async () => {
    const search = editor().issueSearch;
    const query = { jql: 'project = CDP and issuetype = Epic order by key', fields: ['summary'] };
    const first = await search.searchForIssuesUsingJqlEnhancedSearchPost({
      ...query,
      maxResults: 4,
    });
    const { nextPageToken } = first;
    const second = await search.searchForIssuesUsingJqlEnhancedSearch({
      ...query,
      ...(nextPageToken !== undefined && { nextPageToken }),
    });
    const keys = [first, second].flatMap(({ issues = [] }) => issues.map(({ key }) => key));
    expect(keys.slice(0, 5)).toEqual(['CDP-1', 'CDP-2', 'CDP-3', 'CDP-4', 'CDP-5']);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps properties', async () => {
    const { key } = await createStory('With a property');
    const place = { issueIdOrKey: key, propertyKey: 'client' };
    const { issueProperties } = editor();
    await issueProperties.setIssueProperty({ ...place, propertyValue: { stage: 'walk' } });
    const property = await issueProperties.getIssueProperty(place);
    expect(property).toMatchObject({ key: 'client', value: { stage: 'walk' } });
    await issueProperties.deleteIssueProperty(place);
    await expect(issueProperties.getIssueProperty(place)).rejects.toMatchObject({ status: 404 });
  });

  it('comments', async () => {
    const { key } = await createStory('To be spoken of');
    const { issueComments } = editor();
    const added = await issueComments.addComment({
      issueIdOrKey: key,
      comment: paragraph('A word'),
    });
    await issueComments.updateComment({
      issueIdOrKey: key,
      id: added.id ?? '',
      body: paragraph('A better word'),
    });
    const { comments } = await issueComments.getComments({ issueIdOrKey: key });
    expect(comments?.map(({ body }) => body)).toEqual([paragraph('A better word')]);
  });

  it('links issues and takes the link away', async () => {
    const [one, two] = [await createStory('One'), await createStory('Two')];
    await editor().issueLinks.linkIssues({
      type: { name: 'Blocks' },
      inwardIssue: { key: one.key },
      outwardIssue: { key: two.key },
    });
    const { fields } = await editor().issues.getIssue({ issueIdOrKey: one.key });
    expect(fields.issuelinks).toMatchObject([
      { type: { outward: 'blocks' }, outwardIssue: { key: two.key } },
    ]);
    await editor().issueLinks.deleteIssueLink({ linkId: fields.issuelinks[0]?.id ?? '' });
    const after = await editor().issues.getIssue({ issueIdOrKey: two.key });
    expect(after.fields.issuelinks).toEqual([]);
  });

  it('moves an issue along and assigns it', async () => {
    const { key } = await createStory('To be done');
    const { transitions } = await editor().issues.getTransitions({ issueIdOrKey: key });
    const done = transitions?.find(({ name }) => name === 'Done');
    await editor().issues.doTransition({ issueIdOrKey: key, transition: { id: done?.id ?? '' } });
    await editor().issues.assignIssue({
      issueIdOrKey: key,
      accountId: '712020:priya-4e1c-8d07-local',
    });
    const { fields } = await editor().issues.getIssue({ issueIdOrKey: key });
    expect(fields).toMatchObject({
      status: { name: 'Done' },
      resolution: { name: 'Done' },
      assignee: { displayName: 'Priya Nair' },
    });
  });

  it('is refused what the person may not do', async () => {
    const reader = clientOf('jonas@harbour-and-pine.example');
    await expect(
      reader.issues.editIssue({ issueIdOrKey: 'CDP-14', fields: { summary: 'No' } }),
    ).rejects.toMatchObject({ status: 403 });
    const stranger = clientOf('tom@harbour-and-pine.example');
    await expect(stranger.issues.getIssue({ issueIdOrKey: 'CDP-14' })).rejects.toMatchObject({
      status: 404,
    });
    const nobody = clientOf('nobody@example.com');
    await expect(nobody.myself.getCurrentUser()).rejects.toMatchObject({ status: 401 });
  });
});
