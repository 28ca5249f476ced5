import { AxeBuilder } from '@axe-core/playwright';
import { aStoredUseCase } from '../builders/stored-record';
import { expect, test } from './northstar';
import { issuesNamed, openPage } from './open-project-page';

test('a template becomes a new issue with its answers, and what is filled stays', async ({
  jira,
  page,
}) => {
  const frame = await openPage(jira, page, { tab: 'Templates' });
  await frame.getByLabel('Search').fill('parcels size');
  await expect(frame.getByText('1 of 24 templates')).toBeVisible();
  await frame.getByRole('button', { name: /^Suggest the size/ }).click();
  await expect(frame.getByText('Your team needs to answer: Baseline, Target')).toBeVisible();
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
  await again.getByLabel('Existing work item').fill('CDP-96');
  await again.getByRole('button', { name: 'Use this template' }).click();
  await expect(again.getByText('Fill the blanks of CDP-96')).toBeVisible();
  await again.getByRole('button', { name: 'Import 1' }).click();
  await expect(again.getByRole('heading', { name: 'Imported 1 of 1' })).toBeVisible();
  expect(jira.stored('CDP-96')).toMatchObject({ why: 'our own why', stage: 'run' });
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
  await expect(bulk.getByText('Undone 2 of 2.')).toBeVisible();
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
  await frame.getByLabel('Select CDP-14', { exact: true }).focus();
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

test('who may not change the programme proposes, and an admin settles it', async ({
  jira,
  page,
}) => {
  const frame = await openPage(jira, page, { tab: 'Programme' });
  const reach = frame.getByRole('region', { name: 'Channels and touchpoints' });
  await reach.getByLabel('New channel').fill('Radio');
  await reach.getByRole('button', { name: 'Propose channel' }).click();
  await expect(reach.getByText('proposed by Mira Vos')).toBeVisible();
  await expect(reach.getByRole('button', { name: 'Accept Radio' })).toHaveCount(0);

  await jira.put('CDP-102', aStoredUseCase({ why: 'grow' }));
  const panel = await jira.openPanel('CDP-102');
  await panel.getByRole('button', { name: 'Open the editor' }).click();
  const sections = jira.dialog.getByRole('navigation', { name: 'Sections' });
  await sections.getByRole('button', { name: /^Who, what/ }).click();
  await expect(jira.dialog.getByRole('button', { name: 'Basket leavers' })).toBeVisible();
  await jira.dialog.getByLabel('Where', { exact: true }).fill('Park bench');
  await jira.dialog.getByRole('button', { name: /^Propose “Park bench”/ }).click();
  await expect(jira.dialog.getByText('Proposed to the project’s admins.')).toBeVisible();

  const admin = await openPage(jira, page, { as: 'admin', tab: 'Programme' });
  const channels = admin.getByRole('region', { name: 'Channels and touchpoints' });
  await channels.getByRole('button', { name: 'Accept Radio' }).click();
  await expect(channels.getByRole('button', { name: 'Edit Radio' })).toBeVisible();
  await channels.getByRole('button', { name: 'Decline Park bench' }).click();
  await expect(channels.getByText('Park bench')).toHaveCount(0);
});

test('an empty panel leads to the templates of its project', async ({ jira, page }) => {
  const panel = await jira.openPanel('CDP-103');
  await panel.getByRole('button', { name: /^Start from a template/ }).click();
  const frame = page.frameLocator('iframe[data-resource="project-page"]');
  await expect(frame.getByText('24 of 24 templates')).toBeVisible();
});

test('a long table draws the rows in sight only', async ({ jira, page }) => {
  const frame = await openPage(jira, page);
  await frame.getByLabel('Work items without a use case').check();
  const table = frame.getByRole('table', { name: 'Use cases' });
  const rows = Number(await table.getAttribute('aria-rowcount'));
  expect(rows).toBeGreaterThan(90);
  await expect(table.getByRole('row')).not.toHaveCount(rows);
  expect(await table.getByRole('row').count()).toBeLessThan(50);
  await table.evaluate((element) => {
    element.scrollTop = element.scrollHeight;
  });
  await expect(table.getByRole('row', { name: /^Select CDP-1[0-9][0-9]/ }).last()).toBeVisible();
});

test('a blank programme starts from the goals and KPIs of an industry', async ({ jira, page }) => {
  const frame = await openPage(jira, page, { as: 'admin', tab: 'Programme', project: 'SHOP' });
  await frame.getByLabel('Industry').selectOption('Media');
  await frame.getByRole('button', { name: 'Start from these goals and KPIs' }).click();
  const goals = frame.getByRole('region', { name: 'Goals', exact: true });
  await expect(goals.getByText('Keep subscribers for longer')).toBeVisible();
  const kpis = frame.getByRole('region', { name: 'North-star KPIs' });
  await expect(kpis.getByText('Trials that become paid')).toBeVisible();
  await expect(kpis.getByText('Should go down')).toBeVisible();
});
