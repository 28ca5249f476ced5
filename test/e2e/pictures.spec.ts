import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './northstar';
import { openPage } from './open-project-page';

const folder = join(__dirname, '../../docs/images');
const picture = (name: string): string => join(folder, `${name}.png`);

test.beforeAll(() => {
  mkdirSync(folder, { recursive: true });
});

// The pictures of the documents: written by every run, so that they show what the app shows.
for (const theme of ['light', 'dark'] as const) {
  test(`the panel, ${theme}`, async ({ page, jira }) => {
    await page.setViewportSize({ width: 1280, height: 1180 });
    const panel = await jira.openPanel('CDP-16', { theme });
    await expect(panel.getByText('Every essential question is answered.')).toBeVisible();
    await expect(panel.getByText(/^Saved .* by (?:you|[A-Z])/u)).toBeVisible();
    await page.screenshot({ path: picture(`panel-${theme}`) });
  });
}

test('editing in place', async ({ page, jira }) => {
  await page.setViewportSize({ width: 1280, height: 1180 });
  const panel = await jira.openPanel('CDP-14');
  await panel.getByRole('button', { name: 'Say how big the control group is' }).click();
  const box = panel.getByRole('textbox', { name: 'Measurement' });
  await box.fill(
    '10% of the audience gets nothing for six weeks. Compare recovered carts per 1,000 abandoned.',
  );
  await page.screenshot({ path: picture('panel-edit-light') });
});

test('filling from text', async ({ page, jira }) => {
  const panel = await jira.openPanel('CDP-9');
  await panel.getByRole('button', { name: /Start from text/u }).click();
  await jira.dialog.getByRole('textbox').fill(`Segment tool to CRM
Precondition: consented profiles sit in one customer database
User Story description: As a CRM manager, I want each contact to carry its segment so that campaigns go to the right people.
Key Roles Involved: CRM manager, data engineer, privacy officer
Data Objects description: customer profile, segment membership, consent status
KPI: Conversion rate, 2.1% to 2.6%
Stage: walk

Budget code 4711, see steering deck page 12`);
  await jira.dialog.getByRole('button', { name: 'Sort into fields' }).click();
  await expect(jira.dialog.getByText('Not understood', { exact: true })).toBeVisible();
  await page.screenshot({ path: picture('fill-from-text-light') });
});

test('the editor', async ({ page, jira }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const panel = await jira.openPanel('CDP-14');
  await panel.getByRole('button', { name: 'Open the editor' }).click();
  const sections = jira.dialog.getByRole('navigation', { name: 'Sections' });
  await sections.getByRole('button', { name: /^Roles/ }).click();
  await expect(jira.dialog.getByLabel('Actors and roles 1', { exact: true })).toBeVisible();
  await page.screenshot({ path: picture('editor-light') });
});

for (const theme of ['light', 'dark'] as const) {
  test(`the use cases of a project, ${theme}`, async ({ page, jira }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const frame = await openPage(jira, page, { theme });
    await frame.getByLabel('Group by').selectOption('stage');
    await frame.getByLabel('Select CDP-14', { exact: true }).check();
    await expect(frame.getByText('1 selected')).toBeAttached();
    await page.screenshot({ path: picture(`use-cases-${theme}`) });
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`the quadrant of a project, ${theme}`, async ({ page, jira }) => {
    await page.setViewportSize({ width: 1440, height: 1150 });
    const frame = await openPage(jira, page, { theme, tab: 'Quadrant' });
    await expect(frame.getByText(/ on the chart, /u)).toBeVisible();
    await page.screenshot({ path: picture(`quadrant-${theme}`) });
  });
}
