import type { FrameLocator } from '@playwright/test';
import { expect, test, watch } from './northstar';

const save = async (panel: FrameLocator, text: string): Promise<void> => {
  await panel.getByRole('button', { name: /Start blank/u }).click();
  await panel.getByRole('textbox', { name: 'Why' }).fill(text);
  await panel.getByRole('button', { name: 'Save' }).click();
};

const saved = (panel: FrameLocator) => panel.getByText(/^Saved .* by you$/u);

for (const status of [401, 403, 404, 413, 'html', 'empty', 'none'] as const) {
  test(`a save that landed is saved, whatever Jira answers (${String(status)})`, async ({
    jira,
  }) => {
    const panel = await jira.openPanel('CDP-24');
    const fault = { operationId: 'setIssueProperty', when: 'after', status };
    await jira.control('/local/faults', 'POST', fault);
    await save(panel, 'Because it landed');
    await expect(saved(panel)).toBeVisible();
    expect(jira.stored('CDP-24')).toMatchObject({ why: 'Because it landed', rev: 1 });
    expect(jira.local.rest.faults.waiting()).toBe(0);
    // The second save works like the first.
    await panel.getByRole('button', { name: 'Edit Why' }).click();
    await panel.getByRole('textbox', { name: 'Why' }).fill('And again');
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => jira.stored('CDP-24')).toMatchObject({ why: 'And again', rev: 2 });
  });
}

test('a save that lands late is looked for, and is saved when it is there', async ({ jira }) => {
  const panel = await jira.openPanel('CDP-25');
  const late = { operationId: 'setIssueProperty', when: 'late', status: 'none', seconds: 600 };
  await jira.control('/local/faults', 'POST', late);
  const refused = { operationId: 'setIssueProperty', when: 'before', status: 503, times: 9 };
  await jira.control('/local/faults', 'POST', refused);
  await save(panel, 'Because it was late');
  // The function gives up after eight seconds of the site's clock.
  await expect.poll(() => jira.sentTo('setIssueProperty')).toBe(1);
  await expect(async () => {
    await jira.control('/local/clock', 'POST', { seconds: 3 });
    await expect(panel.getByText('Still checking whether Why was saved')).toBeVisible({
      timeout: 500,
    });
  }).toPass();
  await panel.getByRole('button', { name: 'Edit Who' }).click();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  expect(jira.stored('CDP-25')).toBeUndefined();
  await jira.control('/local/clock', 'POST', { seconds: 600 });
  await expect(saved(panel)).toBeVisible();
  await expect(panel.getByText('Still checking whether Why was saved')).toHaveCount(0);
  expect(jira.stored('CDP-25')).toMatchObject({ why: 'Because it was late', rev: 1 });
});

for (const when of ['crash-before', 'crash-after'] as const) {
  test(`a function that breaks off at its write loses nothing (${when})`, async ({ jira }) => {
    const panel = await jira.openPanel('CDP-26');
    await jira.control('/local/faults', 'POST', { operationId: 'setIssueProperty', when });
    await save(panel, 'Because it broke');
    await expect(panel.getByText('Still checking whether Why was saved')).toBeVisible();
    if (when === 'crash-before') {
      // A quarter of an hour later the app completes what a permitted person began.
      expect(jira.stored('CDP-26')).toBeUndefined();
      await jira.control('/local/clock', 'POST', { seconds: 901 });
    }
    await expect(saved(panel)).toBeVisible();
    expect(jira.stored('CDP-26')).toMatchObject({ why: 'Because it broke', rev: 1 });
  });
}

test('two people, two fields: both are saved and nobody is asked', async ({
  page,
  jira,
  context,
}) => {
  const other = await context.newPage();
  const mine = await jira.openPanel('CDP-15');
  const theirs = await jira.openPanel('CDP-15', { as: 'admin', page: other });
  await mine.getByRole('button', { name: 'Edit Why' }).click();
  await mine.getByRole('textbox', { name: 'Why' }).fill('my why');
  await theirs.getByRole('button', { name: 'Edit Who' }).click();
  await theirs.getByRole('textbox', { name: 'Who' }).fill('their who');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => jira.stored('CDP-15')).toMatchObject({ who: 'their who' });
  await page.bringToFront();
  await mine.getByRole('textbox', { name: 'Why' }).press('Control+Enter');
  await expect(mine.getByText('their who').first()).toBeVisible();
  expect(jira.stored('CDP-15')).toMatchObject({ why: 'my why', who: 'their who' });
});

test('two people, one field: both texts are shown and one chooses', async ({
  page,
  jira,
  context,
}) => {
  const trouble: string[] = [];
  const other = await context.newPage();
  watch(other, jira.local, trouble);
  const mine = await jira.openPanel('CDP-16');
  const theirs = await jira.openPanel('CDP-16', { as: 'admin', page: other });
  await mine.getByRole('button', { name: 'Edit Who' }).click();
  await mine
    .getByRole('textbox', { name: 'Who' })
    .fill('Customers with an order in the last 14 days and a known address');
  await theirs.getByRole('button', { name: 'Edit Who' }).click();
  await theirs
    .getByRole('textbox', { name: 'Who' })
    .fill('Customers with an order in the last 30 days');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => jira.stored('CDP-16'))
    .toMatchObject({ who: 'Customers with an order in the last 30 days' });
  await page.bringToFront();
  await mine.getByRole('button', { name: 'Save' }).click();
  await expect(mine.getByText('Ines Duarte changed Who while you were typing')).toBeVisible();
  await expect(mine.getByRole('radio', { name: /Yours/u })).toBeChecked();
  await expect(mine.locator('mark', { hasText: 'known address' })).toBeVisible();
  await mine.getByRole('radio', { name: /Write a new text/u }).check();
  await mine
    .getByRole('textbox', { name: 'A new text for Who' })
    .fill('Recent customers, address known');
  await mine.getByRole('button', { name: 'Save this text' }).click();
  await expect(mine.getByText('Recent customers, address known').first()).toBeVisible();
  await expect
    .poll(() => jira.stored('CDP-16'))
    .toMatchObject({ who: 'Recent customers, address known' });

  await other.bringToFront();
  await jira.openPanel('CDP-16', { as: 'admin', page: other });
  await expect(theirs.getByText('Changed since you last looked')).toBeVisible();
  await expect(theirs.getByText(/Mira Vos, .*: Who/u)).toBeVisible();
  expect(trouble).toEqual([]);
});

test('a save that Jira refuses keeps the text and works on the second try', async ({ jira }) => {
  const panel = await jira.openPanel('CDP-17');
  await panel.getByRole('button', { name: 'Edit Where' }).click();
  await panel.getByRole('textbox', { name: 'Where' }).fill('Home page only');
  await jira.control('/local/faults', 'POST', {
    operationId: 'getIssue',
    when: 'before',
    status: 503,
    times: 2,
  });
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Not saved', { exact: true }).first()).toBeVisible();
  await expect(
    panel.getByText(/Jira did not answer\. Your text is kept on this device\./u),
  ).toBeVisible();
  await panel.getByText('Show my text').click();
  await expect(panel.locator('.kept', { hasText: 'Home page only' })).toBeVisible();
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => jira.stored('CDP-17')).toMatchObject({ where: 'Home page only' });
  await expect(panel.getByText('Not saved', { exact: true })).toHaveCount(0);
});

test('an answer that is lost and a Jira that is busy (409) leave one effect', async ({ jira }) => {
  const panel = await jira.openPanel('CDP-18');
  const rev = (jira.stored('CDP-18') as { rev: number }).rev;
  await jira.control('/local/faults', 'POST', {
    operationId: 'setIssueProperty',
    when: 'before',
    status: 409,
    times: 1,
  });
  await jira.control('/local/faults', 'POST', {
    operationId: 'setIssueProperty',
    when: 'after',
    status: 503,
    times: 1,
  });
  await panel.getByRole('button', { name: 'Edit What' }).click();
  await panel.getByRole('textbox', { name: 'What' }).fill('One button');
  await panel.getByRole('textbox', { name: 'What' }).press('Control+Enter');
  await expect
    .poll(() => jira.stored('CDP-18'))
    .toMatchObject({ what: 'One button', rev: rev + 1 });
  await expect(panel.getByText(/^Saved .* by you$/u)).toBeVisible();
});

test('unsaved text survives a reload, and can be taken up or thrown away', async ({ jira }) => {
  let panel = await jira.openPanel('CDP-20');
  await panel.getByRole('button', { name: 'Edit Why' }).click();
  await panel.getByRole('textbox', { name: 'Why' }).fill('Half a thought');
  panel = await jira.openPanel('CDP-20');
  await expect(panel.getByText('Unsaved text: Why')).toBeVisible();
  await panel.getByRole('button', { name: 'Continue' }).click();
  await expect(panel.getByRole('textbox', { name: 'Why' })).toHaveValue('Half a thought');
  await panel.getByRole('textbox', { name: 'Why' }).press('Escape');
  await expect(panel.getByRole('button', { name: 'Edit Why' })).toBeFocused();
  await panel.getByRole('button', { name: 'Discard' }).click();
  await expect(panel.getByText('Unsaved text: Why')).toHaveCount(0);
  expect(jira.stored('CDP-20')).toMatchObject({
    why: 'Give loyal customers a reason to visit a store',
  });
});
