import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './northstar';

test('issues are found by JQL, and a wrong query is told in Jira’s words', async ({
  page,
  jira,
}) => {
  jira.allowConsole(/400 \(Bad Request\)/u);
  await page.goto(`${jira.local.address}/projects/CDP?as=editor`);
  await expect(page.getByText('The first 100 issues')).toBeVisible();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.getByText(/^1\d\d issues$/u)).toBeVisible();
  const box = page.getByRole('textbox', { name: 'JQL' });
  await box.fill('assignee = currentUser() and statusCategory = "In Progress" order by key');
  await box.press('Enter');
  await expect(page.getByRole('row', { name: /CDP-2 Lifecycle e-mail/u })).toBeVisible();
  await expect(page).toHaveURL(/jql=assignee/u);
  await box.fill('flavour = sweet');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('alert')).toContainText("Field 'flavour' does not exist");
  await box.fill('labels = nothing-bears-this');
  await box.press('Enter');
  await expect(page.getByText('No issue answers this.')).toBeVisible();
});

test('an issue shows what Jira shows: text, parent, children, links, words and history', async ({
  page,
  jira,
}) => {
  await jira.goTo('CDP-14');
  await expect(page.getByRole('listitem').filter({ hasText: 'A basket over €40' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'CDP-2 Lifecycle e-mail' })).toBeVisible();
  await expect(page.getByText('Reminder template with live basket')).toBeVisible();
  await expect(page.getByText('is blocked by Consent status on every profile')).toBeVisible();
  await expect(page.getByText('The stock flag is in the test stream')).toBeVisible();
  await expect(page.getByText('Status: To do → In refinement')).toBeVisible();
});

test('every page of the site is readable by everybody, in both themes', async ({ page, jira }) => {
  // The platform's page lists what all tests before it asked for, and axe looks at every line.
  test.slow();
  for (const theme of ['light', 'dark']) {
    for (const path of ['/', '/projects/CDP', '/browse/CDP-14', '/platform']) {
      await page.goto(`${jira.local.address}${path}?as=editor&theme=${theme}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  }
});

for (const [world, as, words] of [
  ['empty', 'editor', 'No issue answers this.'],
  ['no-permission', 'editor', "You can't see this project"],
  ['no-permission', 'admin', 'The first 100 issues'],
] as const) {
  test.describe(`the world ${world}`, () => {
    test.use({ world });

    test(`shows itself to the ${as}`, async ({ page, local }) => {
      await page.goto(`${local.address}/projects/CDP?as=${as}`);
      await expect(page.getByText(words)).toBeVisible();
    });
  });
}
