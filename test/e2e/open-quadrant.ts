import type { FrameLocator, Locator } from '@playwright/test';
import { expect, type Jira, type Page } from './northstar';
import { openPage } from './open-project-page';

/** Opens the quadrant and waits until it is complete. */
export const openQuadrant = async (
  jira: Jira,
  page: Page,
  options: Parameters<typeof openPage>[2] = {},
): Promise<FrameLocator> => {
  const frame = await openPage(jira, page, { tab: 'Quadrant', ...options });
  await expect(frame.getByText(/ on the chart, /u)).toBeVisible();
  return frame;
};

/** Opens the menu of filters, or closes it. */
export const toggleFilters = (frame: FrameLocator): Promise<void> =>
  frame.getByText(/^Filter(?: \(\d\))?$/u).click();

/** Narrows the picture by one of the filters. */
export const narrow = async (frame: FrameLocator, by: string, to: string): Promise<void> => {
  await toggleFilters(frame);
  await frame.getByRole('combobox', { name: by }).selectOption(to);
  await toggleFilters(frame);
};

export const picture = (frame: FrameLocator): Locator => frame.getByRole('listbox');

export const focused = (frame: FrameLocator): Locator => frame.locator('#chart-focus');

export const details = (frame: FrameLocator, key: string): Locator =>
  frame.getByRole('complementary', { name: `${key} in detail` });

/** Narrows the picture to one use case and puts the focus on it. */
export const focusOn = async (frame: FrameLocator, key: string): Promise<Locator> => {
  await frame.getByLabel('Find').fill(`${key} `);
  await expect(frame.getByText(/: 1 on the chart/u)).toBeVisible();
  await picture(frame).focus();
  await picture(frame).press('ArrowRight');
  await expect(focused(frame)).toContainText(`${key} `);
  return focused(frame);
};

/** The keys of the table, from top to bottom. */
export const keysInTable = async (frame: FrameLocator): Promise<readonly string[]> => {
  const table = frame.getByRole('table', { name: 'Scores' });
  // The table comes with its first use; its lines stand a moment later.
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  return table.getByRole('row').locator('[role=cell]:nth-child(2)').allTextContents();
};

/** Chooses a way out of the menu and gives the file. */
export const exported = async (frame: FrameLocator, page: Page, kind: string): Promise<string> => {
  const menu = frame.getByText('Export', { exact: true });
  const way = frame.getByRole('button', { name: `Export ${kind}` });
  if (!(await way.isVisible())) await menu.click();
  const [download] = await Promise.all([page.waitForEvent('download'), way.click()]);
  return download.path();
};
