import { test } from './northstar';
test('look', async ({ jira, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const panel = await jira.openPanel('CDP-14');
  await panel.getByRole('button', { name: 'Open the editor' }).click();
  await jira.dialog.getByRole('button', { name: /^How/ }).click();
  await page.waitForTimeout(800);
  await page.screenshot({ path: '/tmp/look1.png' });
  await jira.dialog.getByRole('button', { name: /^Roles/ }).click();
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/look2.png' });
});
