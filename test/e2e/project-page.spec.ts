import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { FrameLocator, Page } from '@playwright/test';
import { aStoredUseCase } from '../builders/stored-record';
import { expect, test } from './northstar';

type Jira = Parameters<Parameters<typeof test>[2]>[0]['jira'];

const openPage = async (
  jira: Jira,
  page: Page,
  { as = 'editor', tab = 'Use cases', project = 'CDP', theme = 'light' } = {},
): Promise<FrameLocator> => {
  await page.goto(`${jira.local.address}/projects/${project}?as=${as}&theme=${theme}`);
  const sides = page.getByRole('navigation', { name: 'Projects' });
  const index = project === 'CDP' ? 0 : 1;
  await sides.getByRole('link', { name: 'Northstar' }).nth(index).click();
  const frame = page.frameLocator('iframe[data-resource="project-page"]');
  const tabs = frame.getByRole('navigation', { name: 'Northstar' });
  await tabs.getByRole('button', { name: tab }).click();
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
  return frame;
};

const issuesNamed = (jira: Jira, summary: string | RegExp) =>
  Object.values(jira.local.store.state().issues).filter((issue) =>
    typeof summary === 'string' ? issue.summary === summary : summary.test(issue.summary),
  );

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

test('a template becomes a new issue with its answers, and what is filled stays', async ({
  jira,
  page,
}) => {
  const frame = await openPage(jira, page, { tab: 'Templates' });
  await frame.getByLabel('Search').fill('parcels size');
  await expect(frame.getByText('1 of 24 templates')).toBeVisible();
  await frame.getByRole('button', { name: /^Suggest the size/ }).click();
  await expect(frame.getByText('Only your team can say: Baseline, Target')).toBeVisible();
  await frame.getByLabel('Title').fill('Fewer returns for size');
  await frame.getByRole('button', { name: 'Use this template' }).click();
  await frame.getByRole('button', { name: 'Import 1' }).click();
  await expect(frame.getByRole('heading', { name: 'Imported 1 of 1' })).toBeVisible();
  const [made] = issuesNamed(jira, 'Fewer returns for size');
  expect(jira.stored(made?.key ?? '')).toMatchObject({
    stage: 'run',
    kpi: { name: 'Parcels returned for size', unit: '%', direction: 'down' },
    guardrail: 'Clothes sold do not fall',
  });

  await jira.put('CDP-96', aStoredUseCase({ why: 'our own why' }));
  const again = await openPage(jira, page, { tab: 'Templates' });
  await again.getByRole('button', { name: /^Suggest the size/ }).click();
  await again.getByLabel('Existing issue').fill('CDP-96');
  await again.getByRole('button', { name: 'Use this template' }).click();
  await expect(again.getByText('Fill the blanks of CDP-96')).toBeVisible();
  await again.getByRole('button', { name: 'Import 1' }).click();
  await expect(again.getByRole('heading', { name: 'Imported 1 of 1' })).toBeVisible();
  expect(jira.stored('CDP-96')).toMatchObject({ why: 'our own why', stage: 'run' });
});

test('ten pasted stories become one use case with ten children, and one undo takes all back', async ({
  jira,
  page,
}) => {
  const frame = await openPage(jira, page, { tab: 'Import' });
  await frame.getByLabel('Paste or drop').fill(stories);
  await frame.getByRole('button', { name: 'Read it' }).click();
  await frame.getByLabel('They become').selectOption('new');
  await frame.getByLabel('Title of the use case').fill('Segments everybody can use');
  await frame.getByRole('button', { name: 'Import 11' }).click();
  await expect(frame.getByText('11 made, 0 filled, 0 failed, 0 left out.')).toBeVisible();
  const [root] = issuesNamed(jira, 'Segments everybody can use');
  const children = issuesNamed(jira, /^Segment part \d+$/u);
  expect(children).toHaveLength(10);
  expect(new Set(children.map(({ parentId }) => parentId))).toEqual(new Set([root?.id]));
  expect(jira.stored(children[0]?.key ?? '', 'northstarDocument')).toMatchObject({
    preconditions: ['Customers are known.'],
    actors: ['Planner', 'analyst'],
  });
  await frame.getByRole('button', { name: 'Undo the import' }).click();
  await expect(frame.getByText('Taken back: 11 deleted, 0 restored, 0 stay.')).toBeVisible();
  expect(issuesNamed(jira, /^Segment part|^Segments everybody/u)).toEqual([]);
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
  await expect(frame.getByText('120 made, 0 filled, 0 failed, 0 left out.')).toBeVisible();
  expect(issuesNamed(jira, /^Paused \d+$/u)).toHaveLength(120);
  await frame.getByRole('button', { name: 'Undo the import' }).click();
  await expect(frame.getByText('Taken back: 120 deleted')).toBeVisible({ timeout: 40_000 });

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
  await frame.getByLabel('Issues that are there').selectOption('title');
  await expect(frame.getByText('2 rows wait for your decision')).toBeVisible();
  await frame.getByLabel('Decide about row 1').selectOption('make');
  await frame.getByLabel('Decide about row 2').selectOption('leave');
  await frame.getByRole('button', { name: 'Import 1' }).click();
  await expect(frame.getByText('1 made, 0 filled, 0 failed, 1 left out.')).toBeVisible();
  const [made] = issuesNamed(jira, 'Twice');
  expect(jira.stored(made?.key ?? '')).toMatchObject({ why: '=1+1' });
});

test('a new name of an audience is said by every use case', async ({ jira, page }) => {
  await jira.put('CDP-97', aStoredUseCase({ why: 'grow', who: 'Loyalty members' }));
  await jira.put(
    'CDP-98',
    aStoredUseCase({ why: 'grow', who: 'New app customers, loyalty members' }),
  );
  const frame = await openPage(jira, page, { as: 'admin', tab: 'Programme' });
  await frame.getByRole('button', { name: 'Edit Loyalty members' }).click();
  await frame
    .getByRole('form', { name: 'Edit Loyalty members' })
    .getByLabel('Name')
    .fill('Card holders');
  await frame
    .getByRole('form', { name: 'Edit Loyalty members' })
    .getByRole('button', { name: 'Save' })
    .click();
  await expect(frame.getByText('Changed 2 of 2.')).toBeVisible();
  expect(jira.stored('CDP-97')).toMatchObject({ who: 'Card holders' });
  expect(jira.stored('CDP-98')).toMatchObject({ who: 'New app customers, Card holders' });
  await expect(frame.getByRole('button', { name: 'Edit Card holders' })).toBeVisible();

  const read = await openPage(jira, page, { as: 'editor', tab: 'Programme' });
  await expect(read.getByText('You can read the programme')).toBeVisible();
  await expect(read.getByRole('button', { name: 'Edit Card holders' })).toHaveCount(0);
});

test('a discovery page is taken over into the programme', async ({ jira, page }) => {
  const frame = await openPage(jira, page, { as: 'admin', tab: 'Import' });
  await frame
    .getByLabel('Paste or drop')
    .fill(
      '## Goals\nWe want to waste less food.\n\n## People\n| Stakeholder | Role | Responsibilities |\n| - | - | - |\n| Kitchen | Cooks | - Plan <br/> - Cook |',
    );
  await frame.getByRole('button', { name: 'Read it' }).click();
  await frame.getByRole('button', { name: 'Take over 2' }).click();
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
  await other.getByLabel('Issues that are there').selectOption('nothing');
  await other.getByRole('button', { name: /^Import \d+$/ }).click();
  await expect(other.getByRole('heading', { name: /^Imported/ })).toBeVisible();
  const copy = issuesNamed(jira, one?.summary ?? '').find(({ key }) => key.startsWith('SHOP-'));
  expect(jira.stored(copy?.key ?? '')).toEqual(one?.useCase);
});

test('use cases are filtered, grouped, found by JQL, and changed many at once with undo', async ({
  jira,
  page,
}) => {
  await jira.put('CDP-100', aStoredUseCase({ why: 'Bulk one', stage: 'crawl' }));
  await jira.put('CDP-101', aStoredUseCase({ why: 'Bulk two', stage: 'crawl' }));
  const frame = await openPage(jira, page);
  await frame.getByLabel('Filter').fill('bulk');
  await expect(frame.getByText('2 shown.')).toBeVisible();
  await frame.getByLabel('JQL').fill('northstarObjective ~ "one" order by created');
  await frame.getByRole('button', { name: 'Search' }).click();
  await expect(frame.getByText('1 shown.')).toBeVisible();
  await frame.getByLabel('JQL').fill('');
  await frame.getByRole('button', { name: 'Search' }).click();
  await frame.getByLabel('Group by').selectOption('stage');
  await expect(frame.getByRole('row', { name: 'Crawl 2' })).toBeVisible();
  await frame.getByLabel('Select all that are shown').check();
  const bulk = frame.getByRole('region', { name: 'Change the selected' });
  await bulk.getByLabel('New stage').selectOption('walk');
  await bulk.getByRole('button', { name: 'Change 2' }).click();
  await expect(bulk.getByText('Changed 2 of 2.')).toBeVisible();
  expect(jira.stored('CDP-100')).toMatchObject({ stage: 'walk' });
  await bulk.getByRole('button', { name: 'Undo' }).click();
  await expect(bulk.getByText('Taken back 2 of 2.')).toBeVisible();
  expect(jira.stored('CDP-101')).toMatchObject({ stage: 'crawl', why: 'Bulk two' });

  jira.allowConsole(/400/u);
  await frame.getByLabel('JQL').fill('flavour = sweet');
  await frame.getByRole('button', { name: 'Search' }).click();
  await expect(frame.getByRole('alert')).toHaveText('Jira does not understand this query.');
});

test('the editor opens from the table by keyboard alone, and a print view has its own route', async ({
  jira,
  page,
}) => {
  const frame = await openPage(jira, page);
  await frame.getByLabel('Filter').focus();
  await page.keyboard.type('abandoned');
  await frame.getByLabel('Select CDP-14').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(jira.dialog.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await jira.dialog.getByRole('button', { name: 'Close' }).click();
  await frame.getByText('Export', { exact: true }).click();
  await frame.getByRole('button', { name: 'Selected as a print view' }).click();
  await expect(page).toHaveURL(/\/print\/CDP-14$/u);
  const contents = frame.getByRole('navigation', { name: 'Contents of CDP-14' });
  await expect(contents.getByText('Preconditions')).toBeVisible();
  await expect(frame.getByRole('region', { name: 'Change history' })).toBeVisible();
});

for (const theme of ['light', 'dark']) {
  test(`the pages have no accessibility violations, ${theme}`, async ({ jira, page }) => {
    for (const tab of ['Use cases', 'Programme', 'Templates', 'Import']) {
      await openPage(jira, page, { as: 'admin', tab, theme });
      const { violations } = await new AxeBuilder({ page }).include('iframe').analyze();
      expect(violations.map(({ id, nodes }) => [tab, id, nodes.map(({ html }) => html)])).toEqual(
        [],
      );
    }
  });
}
