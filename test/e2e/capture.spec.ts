import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './northstar';

const sourceFolder = process.env['NORTHSTAR_SOURCES'] ?? join(__dirname, '../../../shared/sources');
const backlog = join(sourceFolder, 'segmentation-story-backlog.txt');

const ownText = `1. User Story: Segment tool to CRM
– Precondition: Consented profiles sit in one customer database.
– Post condition: Every contact shows its current segment.
– Potential business benefit: Fewer irrelevant campaigns.
– Processes impacted: Campaign planning, service calls.
– User Story description: As a marketing manager, I want to see each contact's segment so that campaigns go to the right people. Nobody should need a spreadsheet.
– Key Roles Involved: Marketing manager, data engineer.
– Data Objects description: Customer profile, segment membership.
– Key metrics involved: Conversion rate, opt-out rate.

2. User Story: Another one
– Precondition: The first one is done.

Budget code 4711`;

test('a use case is filled from real text, saved, reloaded, read by others and in the dark', async ({
  page,
  jira,
}) => {
  const text = existsSync(backlog) ? readFileSync(backlog, 'utf8') : ownText;
  let panel = await jira.openPanel('CDP-10');
  await expect(
    panel.getByRole('heading', { name: 'Make this work item a use case' }),
  ).toBeVisible();
  await panel.getByRole('button', { name: /Start from text/u }).click();
  await jira.dialog.getByRole('textbox').fill(text);
  await jira.dialog.getByRole('button', { name: 'Sort into fields' }).click();
  await expect(jira.dialog.getByText('found in the text')).toBeVisible();
  await expect(jira.dialog.getByText(/left out\. Your text stays here/u)).toBeVisible();
  await jira.dialog.getByRole('button', { name: /^Fill \d+ fields$/u }).click();

  await expect(panel.getByText(/As a marketing manager/u).first()).toBeVisible();
  await expect(page.getByText(/^Filled \d+ fields from text$/u)).toBeVisible();
  await panel.getByRole('button', { name: 'Edit Stage' }).click();
  await panel.getByRole('radio', { name: /Walk/u }).check();
  await panel.getByRole('button', { name: 'Save' }).click();
  await panel.getByRole('button', { name: 'Edit KPI' }).click();
  await panel.getByRole('textbox', { name: 'KPI' }).fill('Conversion rate');
  await panel.getByLabel('Unit').fill('%');
  await panel.getByLabel('Baseline').fill('2,1');
  await panel.getByLabel('Target').fill('2.6');
  await panel.getByRole('radio', { name: 'Should go up' }).check();
  await panel.getByLabel('Day').fill('2027-03-31');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText(/^Saved .* by you$/u)).toBeVisible();
  await expect
    .poll(() => jira.stored('CDP-10'))
    .toMatchObject({
      schema: 1,
      stage: 'walk',
      kpi: {
        name: 'Conversion rate',
        unit: '%',
        baseline: 2.1,
        target: 2.6,
        direction: 'up',
        by: '2027-03-31',
      },
      story: { persona: 'marketing manager' },
    });
  expect(jira.stored('CDP-10', 'northstarDocument')).toMatchObject({
    preconditions: [expect.any(String)],
    actors: expect.arrayContaining(['Marketing manager']),
  });

  panel = await jira.openPanel('CDP-10', { theme: 'dark' });
  await expect(panel.getByText('2.1%').first()).toBeVisible();
  await expect(panel.getByText('by 31 Mar 2027').first()).toBeVisible();
  await expect(panel.locator('html')).toHaveAttribute('data-color-mode', 'dark');
  await panel.getByText('Document', { exact: true }).click();
  await expect(panel.getByRole('heading', { name: 'Preconditions' })).toBeVisible();

  panel = await jira.openPanel('CDP-10', { as: 'reader' });
  await expect(panel.getByText('Walk')).toBeVisible();
  await expect(panel.getByText('You can read this use case.')).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Edit / })).toHaveCount(0);
});

test('the rest of a pasted backlog fills the next issue', async ({ jira }) => {
  let panel = await jira.openPanel('CDP-21');
  await panel.getByRole('button', { name: /Start from text/u }).click();
  await jira.dialog.getByRole('textbox').fill(ownText);
  await jira.dialog.getByRole('button', { name: 'Sort into fields' }).click();
  await jira.dialog.getByRole('button', { name: /^Fill/u }).click();
  await expect(panel.getByText(/^Saved/u)).toBeVisible();
  panel = await jira.openPanel('CDP-22');
  await panel.getByRole('button', { name: /Start from text/u }).click();
  await expect(jira.dialog.getByRole('textbox')).toHaveValue(ownText);
  await jira.dialog.getByRole('button', { name: 'Sort into fields' }).click();
  await jira.dialog.getByRole('checkbox', { name: /Segment tool to CRM/u }).uncheck();
  await jira.dialog.getByRole('checkbox', { name: /Another one/u }).check();
  await jira.dialog.getByRole('button', { name: /^Fill/u }).click();
  await expect
    .poll(() => jira.stored('CDP-22', 'northstarDocument'))
    .toMatchObject({
      preconditions: ['The first one is done.'],
    });
});

test('what is on the issue stays unless chosen otherwise, and a stray line is put into a field', async ({
  jira,
}) => {
  const panel = await jira.openPanel('CDP-19');
  await panel.getByRole('button', { name: 'Fill from text' }).click();
  await jira.dialog
    .getByRole('textbox')
    .fill('Why: other reason\nWhere: phone\n\nCall within a day');
  await jira.dialog.getByRole('button', { name: 'Sort into fields' }).click();
  await expect(jira.dialog.getByText('Not understood', { exact: true })).toBeVisible();
  await jira.dialog.getByLabel('Put line 4 into').selectOption('Journey');
  await expect(jira.dialog.getByText('Not understood', { exact: true })).toHaveCount(0);
  await expect(jira.dialog.getByRole('radio', { name: /^Keep/u })).toBeChecked();
  await jira.dialog.getByRole('button', { name: 'Fill 2 fields' }).click();
  await expect
    .poll(() => jira.stored('CDP-19'))
    .toMatchObject({
      why: 'Lose fewer good customers after a bad delivery',
      where: 'phone',
      how: { journey: 'Call within a day' },
    });
});

test('a story in the description is a start, and the fill can be undone', async ({
  page,
  jira,
}) => {
  const panel = await jira.openPanel('CDP-13');
  await panel.getByRole('button', { name: 'Start from it' }).click();
  await expect(jira.dialog.getByRole('checkbox', { name: 'Persona' })).toBeChecked();
  await jira.dialog.getByRole('button', { name: 'Fill 3 fields' }).click();
  await expect.poll(() => jira.stored('CDP-13')).toMatchObject({ story: { persona: 'shopper' } });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => jira.stored('CDP-13'))
    .not.toMatchObject({ story: { persona: 'shopper' } });
});

test('a text pasted onto the panel opens the dialog', async ({ jira }) => {
  const panel = await jira.openPanel('CDP-23');
  await expect(
    panel.getByRole('heading', { name: 'Make this work item a use case' }),
  ).toBeVisible();
  await panel.locator('body').evaluate((body) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Why: fewer returns');
    body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(jira.dialog.getByRole('checkbox', { name: 'Why' })).toBeChecked();
});

test('the hypothesis is composed, and can be worded freely', async ({ jira }) => {
  const panel = await jira.openPanel('CDP-17');
  await expect(panel.getByText(/We believe one category tile/u)).toBeVisible();
  await panel.getByRole('button', { name: 'Edit Hypothesis' }).click();
  await panel.getByRole('button', { name: 'Start from this' }).click();
  await expect(panel.getByRole('textbox', { name: 'Hypothesis' })).toHaveValue(
    /test against control\.$/u,
  );
  await panel.getByRole('textbox', { name: 'Hypothesis' }).fill('The right tile sells twice.');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('The right tile sells twice.')).toBeVisible();
  await expect
    .poll(() => jira.stored('CDP-17'))
    .toMatchObject({ hypothesis: 'The right tile sells twice.' });
});
