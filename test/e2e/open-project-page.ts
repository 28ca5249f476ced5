import type { FrameLocator, Page } from '@playwright/test';
import { expect, type Jira } from './northstar';

/** Opens Northstar's page of a project, as a person, on one of its tabs. */
export const openPage = async (
  jira: Jira,
  page: Page,
  { as = 'editor', tab = 'Use cases', project = 'CDP', theme = 'light' } = {},
): Promise<FrameLocator> => {
  const address = `${jira.local.address}/projects/${project}/apps/project-page`;
  await page.goto(`${address}?as=${as}&theme=${theme}`);
  const frame = page.frameLocator('iframe[data-resource="project-page"]');
  const tabs = frame.getByRole('navigation', { name: 'Northstar' });
  await tabs.getByRole('button', { name: tab }).click();
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
  return frame;
};

/** Opens Northstar's settings of a project, as its admin. */
export const openSettings = async (
  jira: Jira,
  page: Page,
  project: string,
): Promise<FrameLocator> => {
  await page.goto(`${jira.local.address}/projects/${project}/settings?as=admin`);
  const frame = page.frameLocator('iframe[data-resource="project-settings"]');
  await expect(frame.getByRole('heading', { name: 'How use cases are scored' })).toBeVisible();
  return frame;
};

/** The issues of local Jira that are called so. */
export const issuesNamed = (jira: Jira, summary: string | RegExp) =>
  Object.values(jira.local.store.state().issues).filter((issue) =>
    typeof summary === 'string' ? issue.summary === summary : summary.test(issue.summary),
  );
