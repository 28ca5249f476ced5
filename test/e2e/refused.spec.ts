import { expect, test, type Page } from './northstar';
import { openPage } from './open-project-page';

/** Lets Jira refuse commands of the bridge, as a site may that does not know them yet. */
const refuse = async (page: Page, ...commands: readonly string[]): Promise<void> => {
  await page.addInitScript((refused) => {
    type Bridge = { callBridge: (command: string, value: unknown) => Promise<unknown> };
    let bridge: Bridge | undefined;
    Object.defineProperty(window, '__bridge', {
      get: () => bridge,
      set: ({ callBridge }: Bridge) => {
        bridge = {
          callBridge: (command, value) =>
            refused.includes(command)
              ? Promise.reject(new Error(`${command} is refused`))
              : callBridge(command, value),
        };
      },
    });
  }, commands);
};

const colours = { light: 'rgb(255, 255, 255)', dark: 'rgb(31, 31, 33)' } as const;

for (const theme of ['light', 'dark'] as const)
  test(`the panel has Atlassian's colours where Jira refuses its theme, ${theme}`, async ({
    jira,
    page,
  }) => {
    await refuse(page, 'enableTheming');
    await page.emulateMedia({ colorScheme: theme });
    const panel = await jira.openPanel('CDP-14', { theme });
    await expect(panel.getByText('by 31 Mar 2027').first()).toBeVisible();
    await expect(panel.locator('body')).toHaveCSS('background-color', colours[theme]);
    await panel.getByRole('button', { name: 'Edit KPI' }).click();
    await expect(panel.getByLabel('Baseline')).toBeVisible();
  });

test('the theme of Jira is not loaded twice', async ({ jira, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const panel = await jira.openPanel('CDP-14');
  await expect(panel.getByText('by 31 Mar 2027').first()).toBeVisible();
  expect(asked.filter((url) => url.includes('fallback-theme'))).toEqual([]);
});

test('the page of a project keeps its paths to itself where Jira refuses a history', async ({
  jira,
  page,
}) => {
  await refuse(page, 'createHistory', 'enableTheming');
  const frame = await openPage(jira, page);
  await expect(frame.getByRole('table', { name: 'Use cases' })).toBeVisible();
});

test('a person is told where the browser keeps no drafts', async ({ jira, page }) => {
  const note = 'This browser does not let Northstar keep drafts. Save before you leave the page.';
  const kept = await jira.openPanel('CDP-14');
  await kept.getByRole('button', { name: 'Edit Why' }).click();
  await expect(kept.getByRole('textbox', { name: 'Why' })).toBeVisible();
  await expect(kept.getByText(note)).toHaveCount(0);
  await page.addInitScript(() => {
    if (window === window.parent) return;
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The frame has no storage.', 'SecurityError');
      },
    });
  });
  const panel = await jira.openPanel('CDP-14');
  await panel.getByRole('button', { name: 'Edit Why' }).click();
  await expect(panel.getByText(note)).toBeVisible();
  await panel.getByRole('textbox', { name: 'Why' }).fill('Fewer people leave.');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Fewer people leave.', { exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'Open the editor' }).click();
  await expect(jira.dialog.getByText(note)).toBeVisible();
});
