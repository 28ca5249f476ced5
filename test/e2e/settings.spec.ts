import { expect, test } from './northstar';
import { openSettings } from './open-project-page';

test('an admin sees what would move before saving, and the scores follow', async ({
  jira,
  page,
}) => {
  const settings = await openSettings(jira, page, 'CDP');
  const thresholds = settings.getByRole('region', { name: 'Thresholds' });
  await thresholds.getByLabel('Value is high from, of 5').fill('4');
  const preview = settings.getByRole('region', { name: 'What would move' });
  await expect(preview.getByText(/ of \d+ rated use cases would change/u)).toBeVisible();
  await expect(preview.getByText(/from Quick win to Easy fill/u)).toBeVisible();
  await settings.getByLabel('Quick win', { exact: true }).fill('Do first');
  await settings.getByRole('button', { name: 'Save settings' }).click();
  await expect(settings.getByText(/ scores were updated\./u)).toBeVisible();
  await expect(settings.getByText(/Ines Duarte · thresholds, names/u)).toBeVisible();
  await expect(
    settings.getByText('thresholds: value 3, effort 8 → value 4, effort 8'),
  ).toBeVisible();
  await expect(settings.getByText(/^names: Quick win, .+ → Do first, /u)).toBeVisible();
  expect(jira.stored('CDP-22', 'northstarScore')).toMatchObject({ quadrant: 'easy-fill' });
  const panel = await jira.openPanel('CDP-14');
  await expect(panel.getByText('Do first', { exact: true }).first()).toBeVisible();

  const again = await openSettings(jira, page, 'CDP');
  await again.getByLabel('Value is high from, of 5').fill('3');
  await again.getByLabel('Quick win', { exact: true }).fill('');
  await again.getByRole('button', { name: 'Save settings' }).click();
  await expect(again.getByText(/ scores were updated\./u)).toBeVisible();
  expect(jira.stored('CDP-22', 'northstarScore')).toMatchObject({ quadrant: 'quick-win' });
});

test('a project writes its own criteria, and the panel asks them', async ({ jira, page }) => {
  const settings = await openSettings(jira, page, 'SHOP');
  await settings.getByRole('radio', { name: /^Own criteria/u }).check();
  const value = settings.getByRole('group', { name: 'Value' });
  await value.getByRole('textbox', { name: 'Name' }).first().fill('Margin');
  for (const name of ['Customers reached', 'Strategic fit', 'What we learn'])
    await value.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(value.getByText('Weight, 100%')).toBeVisible();
  await value.getByText('Scale and what its steps mean').click();
  await value.getByRole('combobox', { name: 'Scale' }).selectOption('3 steps');
  await value.getByLabel('Margin: what 3 means').fill('Over a million');
  await settings.getByRole('button', { name: 'Save settings' }).click();
  await expect(settings.getByText('Saved', { exact: true })).toBeVisible();

  const panel = await jira.openPanel('SHOP-4', { as: 'admin' });
  await panel.getByRole('button', { name: 'Score it' }).click();
  const margin = panel.getByRole('group', { name: 'Margin' });
  await margin.getByRole('radio', { name: '3: Over a million' }).check();
  await panel.getByRole('group', { name: 'Effort' }).getByRole('radio', { name: /^2/u }).check();
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel.getByText('Score 2.5')).toBeVisible();
});

test('types that are left alone show why in their panel', async ({ jira, page }) => {
  const settings = await openSettings(jira, page, 'SHOP');
  const { issues, issueTypes } = jira.local.store.state();
  const issue = Object.values(issues).find(({ key }) => key === 'SHOP-5');
  const type = issueTypes.find(({ id }) => id === issue?.typeId)?.name ?? '';
  await settings.getByRole('checkbox', { name: type }).uncheck();
  await settings.getByRole('button', { name: 'Save settings' }).click();
  await expect(settings.getByText('Saved', { exact: true })).toBeVisible();
  const panel = await jira.openPanel('SHOP-5', { as: 'admin' });
  await expect(
    panel.getByText(/A project admin turned Northstar off for this work type/u),
  ).toBeVisible();

  const again = await openSettings(jira, page, 'SHOP');
  await again.getByRole('checkbox', { name: type }).check();
  await again.getByRole('button', { name: 'Save settings' }).click();
  await expect(again.getByText('Saved', { exact: true })).toBeVisible();
});
