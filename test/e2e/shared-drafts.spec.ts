import type { FrameLocator } from '@playwright/test';
import { aStoredUseCase } from '../builders/stored-record';
import { expect, test, watch } from './northstar';
import { openPage, openSettings } from './open-project-page';

const edit = (frame: FrameLocator, name: string): Promise<void> =>
  frame.getByRole('button', { name: `Edit ${name}`, exact: true }).click();

const form = (frame: FrameLocator, name: string) =>
  frame.getByRole('form', { name: `Edit ${name}`, exact: true });

test('what is typed on the programme page is kept over a reload, and offered', async ({
  jira,
  page,
}) => {
  const frame = await openPage(jira, page, { as: 'admin', tab: 'Programme' });
  await edit(frame, 'Paid social');
  await form(frame, 'Paid social').getByLabel('Touchpoints').fill('Feeds\nStories');
  const again = await openPage(jira, page, { as: 'admin', tab: 'Programme' });
  const reach = again.getByRole('region', { name: 'Channels and touchpoints' });
  await expect(reach.getByText(/You have unsaved changes from another tab/u)).toBeVisible();
  await reach.getByRole('button', { name: 'Take them up' }).click();
  await expect(form(again, 'Paid social').getByLabel('Touchpoints')).toHaveValue('Feeds\nStories');
  await form(again, 'Paid social').getByRole('button', { name: 'Save' }).click();
  await expect(reach.getByText('Stories')).toBeVisible();
  await expect(form(again, 'Paid social')).toHaveCount(0);
});

test('an entry that another admin changed meanwhile keeps both texts, and an admin chooses', async ({
  jira,
  page,
  context,
}) => {
  const other = await context.newPage();
  watch(other, jira.local, []);
  const mine = await openPage(jira, page, { as: 'admin', tab: 'Programme' });
  const theirs = await openPage(jira, other, { as: 'admin', tab: 'Programme' });
  await edit(mine, 'Till receipt');
  await form(mine, 'Till receipt').getByLabel('Touchpoints').fill('Mine');
  await edit(theirs, 'Till receipt');
  await form(theirs, 'Till receipt').getByLabel('Touchpoints').fill('Theirs');
  await form(theirs, 'Till receipt').getByRole('button', { name: 'Save' }).click();
  await expect(form(theirs, 'Till receipt')).toHaveCount(0);
  await form(mine, 'Till receipt').getByRole('button', { name: 'Save' }).click();
  await expect(mine.getByText(/^Somebody changed Touchpoints/u)).toBeVisible();
  await expect(mine.getByText('Yours: Mine')).toBeVisible();
  await expect(mine.getByText('Theirs: Theirs')).toBeVisible();
  await mine.getByRole('button', { name: 'Keep mine' }).click();
  await form(mine, 'Till receipt').getByRole('button', { name: 'Save' }).click();
  await expect(form(mine, 'Till receipt')).toHaveCount(0);
  const reach = mine.getByRole('region', { name: 'Channels and touchpoints' });
  await expect(reach.getByText('Mine', { exact: true })).toBeVisible();
});

test('removing an entry can be undone, and a name that exists is refused', async ({
  jira,
  page,
}) => {
  const frame = await openPage(jira, page, { as: 'admin', tab: 'Programme' });
  await edit(frame, 'App push');
  await form(frame, 'App push').getByRole('button', { name: 'Remove this channel' }).click();
  await expect(frame.getByRole('button', { name: 'Edit App push' })).toHaveCount(0);
  await page.getByText('App push is removed').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(frame.getByRole('button', { name: 'Edit App push' })).toBeVisible();

  const reach = frame.getByRole('region', { name: 'Channels and touchpoints' });
  await reach.getByLabel('New channel').fill('app PUSH');
  await reach.getByRole('button', { name: 'Add channel' }).click();
  await expect(frame.getByText('“app PUSH” already exists or is already proposed.')).toBeVisible();
  await expect(reach.getByLabel('New channel')).toHaveValue('app PUSH');
});

test('a new name is said by use cases that came after the page, and what cannot be changed is listed', async ({
  jira,
  page,
}) => {
  const frame = await openPage(jira, page, { as: 'admin', tab: 'Programme' });
  await expect(frame.getByRole('button', { name: 'Edit Basket leavers' })).toBeVisible();
  await jira.put('CDP-95', aStoredUseCase({ why: 'grow', who: 'Basket leavers' }));
  const newer = { ...aStoredUseCase({ why: 'x', who: 'Basket leavers' }), schema: 9 };
  await jira.put('CDP-94', newer);
  await edit(frame, 'Basket leavers');
  await form(frame, 'Basket leavers').getByLabel('Name').fill('Cart leavers');
  await form(frame, 'Basket leavers').getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => jira.stored('CDP-95')).toMatchObject({ who: 'Cart leavers' });
  await expect(frame.getByText(/^CDP-94: Who: Read only for now\./u)).toBeVisible();
  expect(jira.stored('CDP-94')).toEqual(newer);
  await jira.put('CDP-94', aStoredUseCase({ why: 'x', who: 'Basket leavers' }));
  await frame.getByRole('button', { name: 'Look for the old name again' }).click();
  await expect.poll(() => jira.stored('CDP-94')).toMatchObject({ who: 'Cart leavers' });
});

test('settings that are typed survive a reload; what another admin decided is a choice', async ({
  jira,
  page,
  context,
}) => {
  const settings = await openSettings(jira, page, 'CDP');
  await settings.getByLabel('Strategic bet', { exact: true }).fill('Big bet');
  const again = await openSettings(jira, page, 'CDP');
  await expect(again.getByText(/You have unsaved changes from another tab/u)).toBeVisible();
  await again.getByRole('button', { name: 'Take them up' }).click();
  await expect(again.getByLabel('Strategic bet', { exact: true })).toHaveValue('Big bet');

  const other = await context.newPage();
  watch(other, jira.local, []);
  const theirs = await openSettings(jira, other, 'CDP');
  await theirs.getByLabel('Strategic bet', { exact: true }).fill('Large bet');
  await theirs.getByRole('button', { name: 'Save settings' }).click();
  await expect(theirs.getByText(/ scores were updated\./u)).toBeVisible();
  await again.getByRole('button', { name: 'Save settings' }).click();
  await expect(again.getByText(/^Somebody changed the names of the quadrants/u)).toBeVisible();
  await expect(again.getByText(/^Yours: .*Big bet/u)).toBeVisible();
  await again.getByRole('button', { name: 'Keep mine' }).click();
  await again.getByRole('button', { name: 'Save settings' }).click();
  await expect(again.getByText('Saved', { exact: true })).toBeVisible();
  await expect(again.getByLabel('Strategic bet', { exact: true })).toHaveValue('Big bet');
});

test('two tabs of one person on one field keep both texts, and offer the other', async ({
  jira,
  context,
}) => {
  const other = await context.newPage();
  watch(other, jira.local, []);
  const one = await jira.openPanel('CDP-29');
  const two = await jira.openPanel('CDP-29', { page: other });
  for (const panel of [one, two]) await panel.getByRole('button', { name: /Start blank/u }).click();
  await one.getByRole('textbox', { name: 'Why' }).fill('Typed in the first tab');
  await two.getByRole('textbox', { name: 'Why' }).fill('Typed in the second tab');
  await expect(two.getByText('You also typed Why in another tab')).toBeVisible();
  await expect(two.getByText('Typed in the first tab')).toBeVisible();
  await two.getByRole('button', { name: 'Use this text' }).click();
  await two.getByRole('button', { name: 'Continue' }).click();
  await expect(two.getByRole('textbox', { name: 'Why' })).toHaveValue('Typed in the first tab');
  await expect(one.getByText('Typed in the second tab')).toBeVisible();
});
