import { chromium, type Browser, type Frame, type FrameLocator, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalJira, type LocalJira } from '../local-jira/start-local-jira';
import { findBrowser } from '../tools/find-browser.mjs';
import { findEverybody } from './find-everybody';
import { framesWhilePanning, hoverDelays, late, median, namesInPages, percentile } from './frames';
import { measureOthers } from './other-charts';
import { workPerFrame } from './trace-work';

/** What the picture of value and effort costs at several sizes, in a browser on local Jira. */
export async function measureQuadrant(root: string, sizes: readonly number[]): Promise<object> {
  execFileSync(process.execPath, ['tools/build.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking', '--enable-precise-memory-info'],
  });
  try {
    const rows = [];
    for (const issues of sizes) rows.push(await measureSize(root, browser, issues));
    return { rows };
  } finally {
    await browser.close();
  }
}

async function measureSize(root: string, browser: Browser, issues: number): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'northstar-bench-'));
  const world = `scored-${String(issues)}`;
  const local = await startLocalJira({
    ...{ root, folder, world },
    port: 0,
    reset: true,
    taskDelaySeconds: 0,
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  await context.addInitScript(namesInPages);
  const page = await context.newPage();
  try {
    const first = await openFirst(page, local, issues);
    const again = await openAgain(page, local);
    const drawn = await measureDrawing(browser, page, local);
    const found = await findEverybody(page, picturesFrame(page, local), issues);
    const others = await measureOthers(root, browser, issues);
    const serialCalls = await fetchInSeries(local);
    const seriesDepth = await measureSeries(browser, local);
    return { issues, ...first, seriesDepth, ...again, ...drawn, ...found, ...others, serialCalls };
  } finally {
    await context.close();
    await local.close();
    rmSync(folder, { recursive: true });
  }
}

const frameOf = (page: Page): FrameLocator =>
  page.frameLocator('iframe[data-resource="project-page"]');

function picturesFrame(page: Page, local: LocalJira): Frame {
  const found = page.frames().find((each) => each.url().startsWith(local.frameAddress));
  if (found === undefined) throw new TypeError('The page of the project did not open.');
  return found;
}

async function openFirst(page: Page, local: LocalJira, issues: number): Promise<object> {
  let invocations = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/platform/invoke')) invocations += 1;
  });
  local.rest.log.clear();
  const start = Date.now();
  await page.goto(`${local.address}/projects/CDP/apps/project-page?as=editor`);
  const frame = frameOf(page);
  await frame.locator('.chart:not([data-marks="0"])').waitFor();
  const firstPictureMs = Date.now() - start;
  await frame.getByText(/, 0 hidden\./u).waitFor({ timeout: 180_000 });
  const lastPictureMs = Date.now() - start;
  await page.waitForTimeout(500);
  const asked = local.rest.log.all().filter(({ via }) => via === 'frame');
  const bytes = asked.reduce((sum, { responseBytes }) => sum + responseBytes, 0);
  return {
    calls: asked.length,
    backendInvocations: invocations,
    bytesPerIssue: Math.round(bytes / issues),
    firstPictureMs,
    lastPictureMs,
  };
}

/** So long an answer takes that the machine's own work over it does not count beside it. */
const farAwaySeconds = 2;

/** How many answers are waited for, one after the other, where the site is far away. */
async function measureSeries(browser: Browser, local: LocalJira): Promise<number> {
  const waited: { at: number; endedAt: number }[] = [];
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  page.on('requestfinished', (request) => {
    const { startTime, responseEnd } = request.timing();
    if (request.headers()['x-local-via'] === 'frame')
      waited.push({ at: startTime, endedAt: startTime + responseEnd });
  });
  local.controls.answerDelaySeconds = farAwaySeconds;
  try {
    await page.goto(`${local.address}/projects/CDP/apps/project-page?as=editor`);
    await frameOf(page)
      .getByText(/, 0 hidden\./u)
      .waitFor({ timeout: 180_000 });
    return longestSeries(waited);
  } finally {
    local.controls.answerDelaySeconds = 0;
    await context.close();
  }
}

/** The longest chain of requests of which each was sent after the one before had its answer, by the browser's clock. */
function longestSeries(
  asked: readonly { readonly at: number; readonly endedAt: number }[],
): number {
  const ordered = asked.toSorted((left, right) => left.at - right.at);
  const depths: number[] = [];
  ordered.forEach(({ at }, index) => {
    const before = ordered
      .slice(0, index)
      .map(({ endedAt }, other) => (endedAt < at ? (depths[other] ?? 0) : 0));
    depths.push(1 + Math.max(0, ...before));
  });
  return Math.max(0, ...depths);
}

async function openAgain(page: Page, local: LocalJira): Promise<object> {
  const bodies: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (url.includes('/search/jql') || url.includes('/bulkfetch'))
      bodies.push(request.postData() ?? '');
  });
  local.rest.log.clear();
  const start = Date.now();
  await page.reload();
  const frame = frameOf(page);
  await frame.locator('.chart:not([data-shadows="0"]), .chart:not([data-marks="0"])').waitFor();
  const warmFirstPaintMs = Date.now() - start;
  await frame.getByText(/, 0 hidden\./u).waitFor({ timeout: 180_000 });
  await page.waitForTimeout(500);
  const changes = bodies.filter(
    (body) => body.includes('northstarScoredAt') || body.includes('issueIdsOrKeys'),
  );
  return {
    warmCalls: changes.length,
    visibilityCalls: bodies.length - changes.length,
    warmFirstPaintMs,
  };
}

async function measureDrawing(browser: Browser, page: Page, local: LocalJira): Promise<object> {
  const frame = frameOf(page);
  const inside = picturesFrame(page, local);
  const chart = frame.locator('.chart');
  const defaultMarks = Number(await chart.getAttribute('data-shapes'));
  await frame.getByRole('button', { name: 'Zoom in' }).click();
  const defaults = await framesWhilePanning(page, inside);
  await frame.getByRole('button', { name: 'Show all' }).click();
  await frame.getByText('View', { exact: true }).click();
  await frame.getByLabel('Show every use case as its own mark').check();
  await frame.getByText('View', { exact: true }).click();
  const marksDrawn = Number(await chart.getAttribute('data-marks'));
  await frame.getByRole('button', { name: 'Zoom in' }).click();
  const panning = await framesWhilePanning(page, inside);
  const work = await workPerFrame(browser, page, () => framesWhilePanning(page, inside));
  const hovering = await hoverDelays(page, inside);
  const heapMb = await inside.evaluate(
    () =>
      ((performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0) / 1e6,
  );
  await frame.getByRole('button', { name: 'Show all' }).click();
  await frame.getByText('View', { exact: true }).click();
  await frame.getByLabel('Show every use case as its own mark').uncheck();
  await frame.getByText('View', { exact: true }).click();
  return {
    defaultMarks,
    defaultFrameMedianMs: median(defaults),
    marksDrawn,
    panFrameMedianMs: median(panning),
    panWorkMedianMs: median(work),
    panFrameP95Ms: percentile(panning, 0.95),
    hoverP95Ms: percentile(hovering, 0.95),
    lateFramesOf60: late(panning),
    heapMb: Math.round(heapMb),
  };
}

/** The same data as most would read it: a hundred issues a page, one page after the other. */
async function fetchInSeries(local: LocalJira): Promise<number> {
  const person = local.store.state().people.find(({ role }) => role === 'editor');
  if (person === undefined) throw new TypeError('Nobody edits here.');
  const identity = { accountId: person.accountId, via: 'client', scopes: null } as const;
  let calls = 0;
  let token: string | undefined;
  do {
    const request = new Request(`${local.address}/rest/api/3/search/jql`, {
      method: 'POST',
      body: JSON.stringify({
        jql: 'project = CDP',
        fields: ['summary', 'issuetype', 'status', 'assignee', 'parent'],
        properties: ['northstarScore'],
        maxResults: 100,
        nextPageToken: token,
      }),
    });
    const answer = await local.rest.fetch(request, identity);
    token = ((await answer.json()) as { nextPageToken?: string }).nextPageToken;
    calls += 1;
  } while (token !== undefined);
  return calls;
}
