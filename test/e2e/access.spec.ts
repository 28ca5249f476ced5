import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator } from '@playwright/test';
import { expect, test, type Page } from './northstar';

const violations = async (page: Page): Promise<string[]> => {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
};

for (const theme of ['light', 'dark'] as const) {
  test(`reading, editing and filling have no accessibility violations, ${theme}`, async ({
    page,
    jira,
  }) => {
    let panel = await jira.openPanel('CDP-14', { theme });
    await expect(panel.getByText('by 31 Mar 2027').first()).toBeVisible();
    await panel.getByText('Document', { exact: true }).click();
    expect(await violations(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Edit KPI' }).click();
    await expect(panel.getByLabel('Baseline')).toBeVisible();
    await panel.getByRole('button', { name: 'Edit Stage' }).click();
    await expect(panel.getByRole('radio', { name: /Crawl/u })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    panel = await jira.openPanel('CDP-8', { theme });
    await expect(
      panel.getByRole('heading', { name: 'Make this work item a use case' }),
    ).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Start from it' }).click();
    await expect(jira.dialog.getByRole('checkbox', { name: 'Persona' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`the unusual states have no accessibility violations, ${theme}`, async ({ page, jira }) => {
    const record = (change: object) => ({ schema: 1, rev: 1, why: 'grow', changes: [], ...change });
    await jira.put('CDP-12', record({ who: 7 }));
    let panel = await jira.openPanel('CDP-12', { theme });
    await expect(panel.getByText('Part of this use case is damaged')).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await jira.put('CDP-12', record({ schema: 2 }));
    panel = await jira.openPanel('CDP-12', { theme });
    await expect(panel.getByText('Read only for now')).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await jira.put('CDP-12', record({}));
    panel = await jira.openPanel('CDP-12', { theme });
    await panel.getByRole('button', { name: 'Edit Why' }).click();
    await panel.getByRole('textbox', { name: 'Why' }).fill('mine');
    await jira.put('CDP-12', record({ rev: 2, why: 'theirs' }));
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect(panel.getByText(/changed Why while you were typing/u)).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await jira.control('/local/faults', 'POST', {
      operationId: 'getIssue',
      when: 'before',
      status: 503,
      times: 2,
    });
    await panel.getByRole('button', { name: 'Keep mine' }).click();
    await expect(panel.getByRole('heading', { name: 'Not saved' })).toBeVisible();
    expect(await violations(page)).toEqual([]);

    panel = await jira.openPanel('CDP-12', { theme, as: 'reader' });
    await expect(panel.getByText('You can read this use case.')).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await page.goto(`${jira.local.address}/projects/CDP/settings?as=admin&theme=${theme}`);
    const settings = page.frameLocator('iframe[data-resource="project-settings"]');
    await expect(settings.getByRole('checkbox').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

const tabTo = async (page: Page, panel: FrameLocator, name: string): Promise<void> => {
  const target = panel.getByRole('button', { name, exact: true });
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches "${name}"`);
};

test('a use case is edited by keyboard alone', async ({ page, jira }) => {
  await jira.goTo('CDP-17');
  const toggle = page.getByRole('button', { name: 'Northstar' });
  await toggle.focus();
  await page.keyboard.press('Enter');
  const panel = page.frameLocator('iframe[data-resource="issue-panel"]');
  await expect(panel.getByRole('button', { name: 'Edit Stage' })).toBeVisible();
  await tabTo(page, panel, 'Edit Audience');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Audience' })).toBeFocused();
  await page.keyboard.type('Two orders or more');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('button', { name: 'Edit Audience' })).toBeFocused();
  await expect
    .poll(() => jira.stored('CDP-17'))
    .toMatchObject({ how: { audience: 'Two orders or more' } });
});

test('a click on a text opens its editor, but selecting it does not', async ({ jira }) => {
  const panel = await jira.openPanel('CDP-18');
  const text = panel.getByText('Keep the people we may write to', { exact: true }).last();
  await text.click();
  await expect(panel.getByRole('textbox', { name: 'Why' })).toBeVisible();
  await panel.getByRole('textbox', { name: 'Why' }).press('Escape');
  await text.selectText();
  await text.dispatchEvent('click');
  await expect(panel.getByRole('textbox', { name: 'Why' })).toHaveCount(0);
  expect(await text.evaluate(() => document.getSelection()?.toString())).toContain(
    'Keep the people',
  );
  await panel.getByRole('button', { name: 'Edit Why' }).press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Why' })).toBeVisible();
});

test('a gap opens the field that closes it', async ({ jira }) => {
  const panel = await jira.openPanel('CDP-19');
  await panel.getByRole('button', { name: /smaller gaps/u }).click();
  await panel.getByRole('button', { name: 'Say how big the control group is' }).click();
  await panel.getByRole('textbox', { name: 'Measurement' }).fill('One in ten is left out');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('button', { name: 'Say how big the control group is' })).toHaveCount(
    0,
  );
});

for (const width of [300, 1280]) {
  test(`nothing is cut off at ${String(width)} px`, async ({ page, jira }) => {
    await page.setViewportSize({ width, height: 900 });
    const panel = await jira.openPanel('CDP-14');
    await expect(panel.getByText('by 31 Mar 2027').first()).toBeVisible();
    await panel.getByRole('button', { name: 'Edit KPI' }).click();
    await expect(panel.getByLabel('Baseline')).toBeVisible();
    const overflow = await panel
      .locator('body')
      .evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
