import AxeBuilder from '@axe-core/playwright';
import { aStoredUseCase } from '../builders/stored-record';
import { expect, test } from './northstar';

const openEditor = async (
  jira: Parameters<Parameters<typeof test>[2]>[0]['jira'],
  key: string,
  theme: 'light' | 'dark' = 'light',
) => {
  if (jira.stored(key) === undefined) await jira.put(key, aStoredUseCase({ why: 'grow' }));
  const panel = await jira.openPanel(key, { theme });
  await panel.getByRole('button', { name: 'Open the editor' }).click();
  await expect(jira.dialog.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  return { panel, editor: jira.dialog };
};

test('the whole record is edited, saved, undone and told in the history', async ({
  jira,
  page,
}) => {
  const requests: string[] = [];
  // The panel below reads the team's estimate once it has come to rest; that is not the editor's.
  const estimateRead = page
    .waitForResponse(/api\/3\/field/u)
    .then(() => page.waitForResponse(/search\/jql/u));
  const { panel, editor } = await openEditor(jira, 'CDP-90');
  await estimateRead;
  page.on('request', (request) => requests.push(request.url()));
  await editor
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: /^Measurement plan/ })
    .click();
  await editor.getByLabel('Guardrail').fill('Complaints stay below 0.1%');
  await editor
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: /^Approval/ })
    .click();
  await editor.getByRole('textbox', { name: 'Approval' }).fill('Head of marketing');
  await expect(editor.getByRole('status').filter({ hasText: '2 fields changed' })).toBeVisible();
  // The record came from the panel; only names beside dates are asked for.
  expect(requests.filter((url) => /\/rest\/(?!.*\/user\/bulk)/u.test(url))).toEqual([]);
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByText('Saved 2 fields')).toBeVisible();
  expect(jira.stored('CDP-90')).toMatchObject({ guardrail: 'Complaints stay below 0.1%' });
  expect(jira.stored('CDP-90', 'northstarDocument')).toMatchObject({
    approval: 'Head of marketing',
  });
  const history = editor.getByRole('complementary', { name: 'History' });
  await expect(history.getByText('Guardrail: Complaints stay below 0.1%')).toBeVisible();
  await editor.getByRole('button', { name: 'Undo' }).click();
  await expect(history.getByText('Complaints stay below 0.1% → blank')).toBeVisible();
  expect(jira.stored('CDP-90')).not.toHaveProperty('guardrail');
  await editor.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(panel.getByRole('heading', { name: 'Gaps' })).toBeVisible();
});

test('lists are edited like lists, by keyboard alone', async ({ jira, page }) => {
  const { editor } = await openEditor(jira, 'CDP-91');
  await editor
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: /^Basic flow/ })
    .click();
  await editor.getByRole('button', { name: 'Add basic flow' }).click();
  await page.keyboard.type('first');
  await page.keyboard.press('Enter');
  await page.keyboard.type('second');
  await page.keyboard.press('Enter');
  await page.keyboard.type('third');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(editor.getByText('Item 3 is now item 2 of 3.')).toBeAttached();
  await expect(editor.getByLabel('Basic flow 2', { exact: true })).toBeFocused();
  await editor.getByRole('button', { name: 'Remove Basic flow 1' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(editor.getByText('Saved 1 field')).toBeVisible();
  expect(jira.stored('CDP-91', 'northstarDocument')).toMatchObject({
    basicFlow: ['third', 'second'],
  });
});

test('two people on one field: the difference is shown before anything is overwritten', async ({
  jira,
}) => {
  await jira.put('CDP-92', aStoredUseCase({ why: 'grow', who: 'shoppers' }));
  const { editor } = await openEditor(jira, 'CDP-92');
  await editor.getByLabel('Why', { exact: true }).fill('grow faster');
  await jira.put('CDP-92', aStoredUseCase({ why: 'grow safely', who: 'loyal shoppers' }));
  await editor.getByRole('button', { name: 'Save' }).click();
  const clash = editor.getByRole('region', { name: 'Stage and why' });
  await expect(clash.getByText('grow safely')).toBeVisible();
  expect(jira.stored('CDP-92')).toMatchObject({ why: 'grow safely', who: 'loyal shoppers' });
  await editor.getByRole('button', { name: 'Keep mine' }).click();
  await expect
    .poll(() => jira.stored('CDP-92'))
    .toMatchObject({
      why: 'grow faster',
      who: 'loyal shoppers',
    });
});

test('drafts survive a closed editor, and a wrong figure is said at its field', async ({
  jira,
}) => {
  const { editor, panel } = await openEditor(jira, 'CDP-93');
  await editor
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: /^KPI/ })
    .click();
  await editor.getByLabel('Target').fill('plenty');
  await expect(editor.getByText('Write a number, such as 6.5.')).toBeVisible();
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByRole('heading', { name: 'KPI' })).toBeVisible();
  await editor.getByRole('button', { name: 'Close' }).click();
  await panel.getByRole('button', { name: 'Open the editor' }).click();
  await editor
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: /^KPI/ })
    .click();
  await expect(editor.getByLabel('Target')).toHaveValue('plenty');
  await editor.getByRole('button', { name: 'Discard' }).click();
  await expect(editor.getByLabel('Target')).not.toHaveValue('plenty');
});

test('a cloned issue is offered the answers of its original first', async ({ jira }) => {
  await fetch(`${jira.local.address}/rest/api/3/issueLink`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from('ines@harbour-and-pine.example:x').toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      type: { name: 'Cloners' },
      inwardIssue: { key: 'CDP-94' },
      outwardIssue: { key: 'CDP-14' },
    }),
  });
  const blank = await jira.openPanel('CDP-94');
  await expect(blank.getByRole('button', { name: /^(?:Copy|Start)/ }).first()).toContainText(
    'Copy from CDP-14',
  );
  await blank.getByRole('button', { name: 'Copy from CDP-14' }).click();
  await expect(jira.dialog.getByRole('button', { name: 'Copy from CDP-14' })).toBeVisible();
  await jira.dialog.getByRole('button', { name: 'Close' }).click();
  await jira.put('CDP-94', aStoredUseCase({ why: 'our own why' }));
  const { editor } = await openEditor(jira, 'CDP-94');
  await editor.getByRole('button', { name: 'Copy from CDP-14' }).click();
  await expect(editor.getByText('blank fields filled from CDP-14')).toBeVisible();
  await expect(editor.getByLabel('Why', { exact: true })).toHaveValue('our own why');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByText(/Saved \d+ fields/)).toBeVisible();
  expect(jira.stored('CDP-94')).toMatchObject({ why: 'our own why', stage: 'walk' });
});

for (const theme of ['light', 'dark'] as const) {
  test(`the editor has no accessibility violations, ${theme}`, async ({ jira, page }) => {
    const { editor } = await openEditor(jira, 'CDP-14', theme);
    await editor
      .getByRole('navigation', { name: 'Sections' })
      .getByRole('button', { name: /^Risks/ })
      .click();
    await editor.getByRole('button', { name: 'Add risk' }).click();
    const found = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(found.violations).toEqual([]);
  });
}
