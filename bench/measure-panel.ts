import { chromium, type FrameLocator, type Page, type Response } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalJira, type LocalJira } from '../local-jira/start-local-jira';
import { findBrowser } from '../tools/find-browser.mjs';
import { measureFunction } from './measure-function';

type Sent = { readonly bodies: number; readonly headers: number };

/**
 * What the panel loads until it can be read and answers, what editing adds, and what a save asks of
 * Jira. Bytes are bodies as sent, compressed; counts are local Jira's and the browser's own logs.
 */
export async function measurePanel(root: string): Promise<object> {
  execFileSync(process.execPath, ['tools/build.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const folder = mkdtempSync(join(tmpdir(), 'northstar-bench-'));
  const local = await startLocalJira({ root, folder, port: 0, reset: true, taskDelaySeconds: 0 });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    const opened = await openPanel(page, local);
    const saved = await savePillar(opened.panel, local);
    const staged = await saveStage(opened.panel, local);
    const rated = await saveRating(await browser.newPage(), local);
    const projectPageGzipBytes = await openProjectPage(await browser.newPage(), local);
    return {
      ...opened.figures,
      ...saved,
      ...staged,
      ...rated,
      projectPageGzipBytes,
      ...(await measureFunction(root)),
    };
  } finally {
    await browser.close();
    await local.close();
    rmSync(folder, { recursive: true });
  }
}

async function openPanel(
  page: Page,
  local: LocalJira,
): Promise<{ panel: FrameLocator; figures: object }> {
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (response.url().startsWith(local.frameAddress)) responses.push(response);
  });
  await page.addInitScript(noteFirstPaint);
  await page.goto(`${local.address}/browse/CDP-14?as=editor`);
  await page.getByRole('button', { name: 'Northstar' }).click();
  const panel = page.frameLocator('iframe[data-resource="issue-panel"]');
  await panel.getByText('Walk').waitFor();
  await panel.getByText('6.5%').first().waitFor();
  const frame = page.frames().find((each) => each.url().includes('issue-panel'));
  const painted = await frame?.waitForFunction(
    () => (window as { firstPaint?: number }).firstPaint,
  );
  const firstPaint = (await painted?.jsonValue()) ?? 0;
  const requestRounds = roundsUntil(firstPaint, local);
  // What the click itself asks for belongs to editing; everything that was sent before it counts.
  const firstViewFiles = [...responses];
  await panel.getByRole('button', { name: 'Edit KPI' }).click();
  await panel.getByRole('group', { name: 'KPI' }).or(panel.getByRole('status')).first().waitFor();
  const firstView = await sumOf(firstViewFiles);
  await panel.getByRole('textbox', { name: 'KPI' }).waitFor();
  await panel.getByRole('textbox', { name: 'KPI' }).press('Escape');
  await panel.getByRole('button', { name: 'Edit Measurement' }).click();
  await panel.getByRole('textbox', { name: 'Measurement' }).waitFor();
  const editing = await sumOf(responses);
  return {
    panel,
    figures: {
      gzipBytesFirstView: firstView.bodies,
      gzipBytesEditing: editing.bodies,
      headerBytesFirstView: firstView.headers,
      filesFirstView: firstViewFiles.length,
      requestRounds,
    },
  };
}

/** What the project's page loads until its first picture stands and answers. */
async function openProjectPage(page: Page, local: LocalJira): Promise<number> {
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (response.url().startsWith(local.frameAddress)) responses.push(response);
  });
  await page.goto(`${local.address}/projects/CDP?as=editor`);
  const sides = page.getByRole('navigation', { name: 'Projects' });
  await sides.getByRole('link', { name: 'Northstar' }).first().click();
  const frame = page.frameLocator('iframe[data-resource="project-page"]');
  const picture = frame.getByRole('listbox');
  await frame.getByText(/ on the chart/u).waitFor();
  // The picture answers when a use case under the pointer says who it is.
  await picture.press('ArrowRight');
  await frame.locator('#chart-focus', { hasText: 'CDP-' }).waitFor({ state: 'attached' });
  return (await sumOf(responses)).bodies;
}

/** When the figures were first to be read, by the frame's own clock. */
const noteFirstPaint = `
  addEventListener('load', () => {
    const look = () => {
      const drawn = document.body.innerText.includes('6.5%');
      if (drawn) requestAnimationFrame(() => { window.firstPaint = Date.now(); });
      else setTimeout(look, 1);
    };
    look();
  });
`;

/** Rounds of requests to Jira REST up to a moment: one begins where the frame waits for none. */
function roundsUntil(moment: number, local: LocalJira): number {
  return local.rest.log
    .all()
    .filter(({ via, at, underway }) => via === 'frame' && at < moment && underway === 0).length;
}

async function sumOf(responses: readonly Response[]): Promise<Sent> {
  const sizes = await Promise.all(responses.map((response) => response.request().sizes()));
  return {
    bodies: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0),
    headers: sizes.reduce((sum, { responseHeadersSize }) => sum + responseHeadersSize, 0),
  };
}

async function savePillar(panel: FrameLocator, local: LocalJira): Promise<object> {
  await panel
    .getByRole('textbox', { name: 'Measurement' })
    .fill('One in ten gets nothing for six weeks');
  const { calls, rounds, storageCalls } = await costOf(local, async () => {
    await panel.getByRole('button', { name: 'Save' }).click();
    await panel.getByText(/^Saved .* by you$/u).waitFor();
  });
  return { saveCalls: calls, saveSeriesDepth: rounds, storageCalls };
}

/** The stage of a use case that somebody answered about: its score bears the stage. */
async function saveStage(panel: FrameLocator, local: LocalJira): Promise<object> {
  await panel
    .getByRole('region', { name: 'Value and effort' })
    .getByText(/^Score /u)
    .first()
    .waitFor();
  await panel.getByRole('button', { name: 'Edit Stage' }).click();
  await panel.getByRole('radio', { name: /^Run/u }).check();
  const { calls, rounds, derived } = await costOf(local, async () => {
    await panel.getByRole('button', { name: 'Save' }).click();
    await panel.getByText('Saving …').waitFor({ state: 'detached' });
    await panel.getByText(/^Saved .* by you$/u).waitFor();
  });
  return { stageCalls: calls, stageSeriesDepth: rounds, stageDerivedCalls: derived };
}

async function saveRating(page: Page, local: LocalJira): Promise<object> {
  await page.goto(`${local.address}/browse/CDP-21?as=editor`);
  await page.getByRole('button', { name: 'Northstar' }).click();
  const panel = page.frameLocator('iframe[data-resource="issue-panel"]');
  await panel.getByRole('button', { name: 'Score it' }).click();
  for (const group of ['Revenue impact', 'Customers reached', 'Strategic fit', 'What we learn'])
    await panel.getByRole('group', { name: group }).getByRole('radio').nth(3).check();
  const { calls, rounds, derived } = await costOf(local, async () => {
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await panel.getByRole('button', { name: 'Change' }).waitFor();
  });
  return { ratingCalls: calls, ratingSeriesDepth: rounds, derivedCalls: derived };
}

type Cost = {
  /** Jira calls of the function until "saved" is shown, and the rounds that they stand in. */
  readonly calls: number;
  readonly rounds: number;
  /** Jira calls of the frame that follow. */
  readonly derived: number;
  readonly storageCalls: number;
};

/** Long enough for what follows a save to be over, in ms. */
const quiet = 2_000;

async function costOf(local: LocalJira, save: () => Promise<void>): Promise<Cost> {
  local.rest.log.clear();
  const before = local.runtime.storageCalls();
  await save();
  const calls = local.rest.log.all().filter(({ via }) => via === 'function');
  await new Promise((resolve) => setTimeout(resolve, quiet));
  return {
    calls: calls.length,
    rounds: calls.filter(({ underway }) => underway === 0).length,
    derived: local.rest.log.all().filter(({ via }) => via === 'frame').length,
    storageCalls: local.runtime.storageCalls() - before,
  };
}
