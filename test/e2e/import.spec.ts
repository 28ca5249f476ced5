import { readFileSync } from 'node:fs';
import { aStoredUseCase } from '../builders/stored-record';
import { expect, test } from './northstar';
import { issuesNamed, openPage } from './open-project-page';

const stories = Array.from({ length: 10 }, (_, index) =>
  [
    `${String(index + 1)}. User Story: Segment part ${String(index + 1)}`,
    '– Precondition: Customers are known.',
    '– Post condition: The segment is used.',
    '– Potential business benefit: More sales.',
    '– Processes impacted: Planning, buying.',
    `– User Story description: As a planner, I want part ${String(index + 1)} so that I can plan.`,
    '– Key Roles Involved: Planner, analyst.',
    '– Data Objects description: Orders, profiles.',
    '– Key metrics involved: Sales, visits.',
  ].join('\n'),
).join('\n\n');

test('ten pasted stories become one use case with ten children, and one undo takes all back', async ({
  jira,
  page,
}) => {
  const frame = await openPage(jira, page, { tab: 'Import' });
  await frame.getByLabel('Paste or drop').fill(stories);
  await frame.getByRole('button', { name: 'Read it' }).click();
  await frame.getByLabel('Import as').selectOption('new');
  await frame.getByLabel('Title of the use case').fill('Segments everybody can use');
  await frame.getByRole('button', { name: 'Import 11' }).click();
  await expect(frame.getByText('11 created, 0 filled, 0 failed, 0 left out.')).toBeVisible();
  const [root] = issuesNamed(jira, 'Segments everybody can use');
  const children = issuesNamed(jira, /^Segment part \d+$/u);
  expect(children).toHaveLength(10);
  expect(new Set(children.map(({ parentId }) => parentId))).toEqual(new Set([root?.id]));
  expect(jira.stored(children[0]?.key ?? '', 'northstarDocument')).toMatchObject({
    preconditions: ['Customers are known.'],
    actors: ['Planner', 'analyst'],
  });
  await frame.getByRole('button', { name: 'Undo the import' }).click();
  await expect(frame.getByText('Import undone: 11 deleted, 0 restored, 0 kept.')).toBeVisible();
  expect(issuesNamed(jira, /^Segment part|^Segments everybody/u)).toEqual([]);
});

test('an undo leaves what a colleague or a rule worked on, says why, and can be gone on with', async ({
  jira,
  page,
}) => {
  const frame = await openPage(jira, page, { tab: 'Import' });
  await frame.getByLabel('Paste or drop').fill('Title,Why\nUndone 1,a\nUndone 2,b\nUndone 3,c');
  await frame.getByRole('button', { name: 'Read it' }).click();
  jira.allowConsole(/503/u);
  const lost = { operationId: 'createIssues', when: 'after', status: 503 };
  await jira.control('/local/faults', 'POST', lost);
  await frame.getByRole('button', { name: 'Import 3' }).click();
  await expect(frame.getByText(/3 not known yet: Jira did not answer/u)).toBeVisible();
  await expect(frame.getByText('3 created, 0 filled, 0 failed, 0 left out.')).toBeVisible();
  const [one, two] = issuesNamed(jira, /^Undone \d$/u);
  if (one === undefined || two === undefined) throw new Error('Nothing was made.');
  const { store } = jira.local;
  const robot = store.state().people.find(({ role }) => role === 'app');
  const change = { field: 'labels', fieldtype: 'jira' as const, fieldId: 'labels', from: '' };
  const items = [{ ...change, fromString: '', to: '', toString: 'new' }];
  const authorId = robot?.accountId ?? '';
  store.commit([
    {
      op: 'put-comment',
      comment: {
        ...{ id: '990001', issueId: one.id, authorId: one.creatorId, updaterId: one.creatorId },
        ...{ body: { type: 'doc', version: 1, content: [] } },
        ...{ created: one.created, updated: one.created },
      },
    },
    {
      op: 'add-history',
      history: { id: '990002', issueId: two.id, authorId, created: two.created, items },
    },
  ]);
  await frame.getByRole('button', { name: 'Undo the import' }).click();
  await expect(frame.getByText('Import undone: 1 deleted, 0 restored, 2 kept.')).toBeVisible();
  const list = frame.getByRole('list', { name: 'Kept' });
  await expect(list).toContainText(`${one.key}: kept. Mira Vos commented.`);
  await expect(list).toContainText(
    'changed labels in the first minute, as an Automation rule would.',
  );
  await frame.getByRole('button', { name: 'Delete the 1 that only a rule changed' }).click();
  await expect(frame.getByText('Import undone: 2 deleted, 0 restored, 1 kept.')).toBeVisible();
  expect(issuesNamed(jira, /^Undone \d$/u).map(({ key }) => key)).toEqual([one.key]);
});

test('an import is paused, stopped and gone on with; what Jira refuses is listed by row', async ({
  jira,
  page,
}) => {
  const rows = Array.from({ length: 120 }, (_, index) => `Paused ${String(index + 1)},grow`);
  const frame = await openPage(jira, page, { tab: 'Import' });
  // The second request waits, so that there is something to pause.
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let requests = 0;
  await page.route('**/rest/api/3/issue/bulk', async (route) => {
    requests += 1;
    if (requests === 2) await held;
    await route.continue();
  });
  await frame.getByLabel('Paste or drop').fill(`Title,Why\n${rows.join('\n')}`);
  await frame.getByRole('button', { name: 'Read it' }).click();
  await frame.getByRole('button', { name: 'Import 120' }).click();
  await frame.getByRole('button', { name: 'Pause' }).click();
  await expect(frame.getByText('Paused.')).toBeVisible();
  release();
  await frame.getByRole('button', { name: 'Stop' }).click();
  await expect(
    frame.getByRole('button', { name: /^Go on with the \d+ that are left/ }),
  ).toBeVisible();
  await frame.getByRole('button', { name: /^Go on with the/ }).click();
  await expect(frame.getByText('120 created, 0 filled, 0 failed, 0 left out.')).toBeVisible();
  expect(issuesNamed(jira, /^Paused \d+$/u)).toHaveLength(120);
  await frame.getByRole('button', { name: 'Undo the import' }).click();
  await expect(frame.getByText('Import undone: 120 deleted')).toBeVisible({ timeout: 40_000 });

  const reader = await openPage(jira, page, { tab: 'Import', as: 'reader' });
  jira.allowConsole(/40[03]/u);
  await reader.getByLabel('Paste or drop').fill('Title,Why\nRefused,grow');
  await reader.getByRole('button', { name: 'Read it' }).click();
  await reader.getByRole('button', { name: 'Import 1' }).click();
  await expect(reader.getByRole('list', { name: 'Failed rows' })).toContainText('Row 1, Refused');
});

test('a title that means several issues is asked about, and bad input gets a clear message', async ({
  jira,
  page,
}) => {
  const frame = await openPage(jira, page, { tab: 'Import' });
  const box = frame.getByLabel('Paste or drop');
  for (const [text, message] of [
    ['{"a":', 'This JSON is cut off or broken.'],
    ['Title,Why\n"open,1', 'A quote is opened in row 2'],
    ['only words', 'Nothing in it was recognised'],
  ] as const) {
    await box.fill(text);
    await frame.getByRole('button', { name: 'Read it' }).click();
    await expect(frame.getByRole('alert')).toContainText(message);
  }
  const file = frame.getByLabel('Choose a file');
  await file.setInputFiles({
    name: 'latin.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x54, 0xe9, 0x2c, 0x41]),
  });
  await expect(frame.getByText('latin.csv is not text in UTF-8.')).toBeVisible();
  await file.setInputFiles({
    name: 'big.csv',
    mimeType: 'text/csv',
    buffer: Buffer.alloc(5 * 1024 * 1024 + 1, 'a'),
  });
  await expect(frame.getByText('big.csv is larger than 5 MB.')).toBeVisible();
  const csv = 'Title,Why\nTwice,=1+1\nTwice,<script>alert(1)</script>\n';
  await file.setInputFiles({ name: 'twice.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await frame.getByLabel('Existing work items').selectOption('title');
  await expect(frame.getByText('2 rows need your decision')).toBeVisible();
  await frame.getByLabel('Decide about row 1').selectOption('make');
  await frame.getByLabel('Decide about row 2').selectOption('leave');
  await frame.getByRole('button', { name: 'Import 1' }).click();
  await expect(frame.getByText('1 created, 0 filled, 0 failed, 1 left out.')).toBeVisible();
  const [made] = issuesNamed(jira, 'Twice');
  expect(jira.stored(made?.key ?? '')).toMatchObject({ why: '=1+1' });
});

test('a discovery page is taken over into the programme', async ({ jira, page }) => {
  const frame = await openPage(jira, page, { as: 'admin', tab: 'Import' });
  await frame
    .getByLabel('Paste or drop')
    .fill(
      '## Goals\nWe want to waste less food.\n\n## People\n| Stakeholder | Role | Responsibilities |\n| - | - | - |\n| Kitchen | Cooks | - Plan <br/> - Cook |',
    );
  await frame.getByRole('button', { name: 'Read it' }).click();
  await frame.getByRole('button', { name: 'Add 2' }).click();
  const people = frame.getByRole('region', { name: 'Stakeholders' });
  await expect(people.getByText('Kitchen')).toBeVisible();
  await expect(people.getByText('Plan\nCook')).toBeVisible();
});

test('what is exported is imported again without loss', async ({ jira, page }) => {
  await jira.put('CDP-99', aStoredUseCase({ why: 'Ünïcode 🛒 “quotes”, =1+1', who: 'all' }));
  const frame = await openPage(jira, page);
  await frame.getByText('Export', { exact: true }).click();
  await frame.getByRole('button', { name: 'Whole project as JSON' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('button', { name: 'Download northstar-CDP.json' }).click(),
  ]);
  const file = readFileSync(await download.path(), 'utf8');
  const exported = JSON.parse(file) as {
    issues: { key: string; summary: string; useCase: unknown }[];
  };
  const one = exported.issues.find(({ key }) => key === 'CDP-99');
  expect(one?.useCase).toEqual(jira.stored('CDP-99'));

  await frame.getByText('Export', { exact: true }).click();
  await frame.getByRole('button', { name: 'Whole project as CSV' }).click();
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('button', { name: 'Download northstar-CDP.csv' }).click(),
  ]);
  expect(readFileSync(await table.path(), 'utf8')).toContain('“quotes”, =1+1');

  const other = await openPage(jira, page, { tab: 'Import', project: 'SHOP' });
  await other.getByLabel('Choose a file').setInputFiles({
    name: 'northstar-CDP.json',
    mimeType: 'application/json',
    buffer: Buffer.from(file),
  });
  await other.getByLabel('Existing work items').selectOption('nothing');
  await other.getByRole('button', { name: /^Import \d+$/ }).click();
  await expect(other.getByRole('heading', { name: /^Imported/ })).toBeVisible();
  const copy = issuesNamed(jira, one?.summary ?? '').find(({ key }) => key.startsWith('SHOP-'));
  expect(jira.stored(copy?.key ?? '')).toEqual(one?.useCase);
});
