import { readFileSync } from 'node:fs';
import type { FrameLocator } from '@playwright/test';
import Papa from 'papaparse';
import { expect, test, type Jira, type Page } from './northstar';
import { openSettings } from './open-project-page';
import {
  details,
  exported,
  focusOn,
  keysInTable,
  openQuadrant,
  picture,
  narrow,
} from './open-quadrant';

/** Draws a line round a part of the picture, in shares of its width and height. */
const lasso = async (
  frame: FrameLocator,
  page: Page,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Promise<void> => {
  await frame.getByRole('button', { name: 'Lasso' }).click();
  await page.mouse.wheel(0, 0);
  const box = await frame.locator('.lasso').boundingBox();
  if (box === null) throw new Error('There is no lasso on the screen.');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(left, top));
  await page.mouse.down();
  for (const corner of [at(right, top), at(right, bottom), at(left, bottom), at(left, top)])
    await page.mouse.move(...corner, { steps: 5 });
  await page.mouse.up();
};

const valueOf = (jira: Jira, key: string) =>
  (jira.stored(key, 'northstarScore') as { value: number }).value;

const answerOf = (jira: Jira, key: string, criterion: string) =>
  (jira.stored(key, 'northstarRating') as { answers: Record<string, unknown> }).answers[criterion];

test('a line round use cases picks them, one criterion is shifted for all, undone and redone', async ({
  jira,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 1300 });
  const frame = await openQuadrant(jira, page);
  await narrow(frame, 'Quadrant', 'deprioritise');
  await expect(frame.locator('.chart')).toHaveAttribute('data-marks', '8');
  await lasso(frame, page, [0.1, 0.1, 0.97, 0.9]);
  const picked = frame.getByRole('region', { name: 'Picked use cases' });
  await expect(picked.getByText('8 picked')).toBeVisible();
  await picked.getByRole('button', { name: 'Shift a criterion' }).click();
  await picked.getByLabel('Criterion').selectOption({ label: 'Customers reached' });
  await picked.getByLabel('Shift by').fill('-1');
  // CDP-33 and others move; nobody's answer leaves its scale.
  await expect(picked.getByRole('button', { name: /^Shift [1-8]$/u })).toBeEnabled();
  const before = { value: valueOf(jira, 'CDP-24'), answer: answerOf(jira, 'CDP-24', 'reach') };
  await picked.getByRole('button', { name: /^Shift [1-8]$/u }).click();
  await expect(picked.getByText(/^\d shifted\.$/u)).toBeVisible();
  expect(answerOf(jira, 'CDP-24', 'reach')).toBe(Number(before.answer) - 1);
  await expect.poll(() => valueOf(jira, 'CDP-24')).toBeLessThan(before.value);
  await frame.getByRole('button', { name: /^Undo \d changes/u }).click();
  await expect.poll(() => answerOf(jira, 'CDP-24', 'reach')).toBe(before.answer);
  await expect.poll(() => valueOf(jira, 'CDP-24')).toBe(before.value);
  await picture(frame).focus();
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => answerOf(jira, 'CDP-24', 'reach')).toBe(Number(before.answer) - 1);
  await frame.getByRole('button', { name: /^Undo \d changes/u }).click();
  await expect.poll(() => answerOf(jira, 'CDP-24', 'reach')).toBe(before.answer);
});

test('use cases are picked by keyboard, in the picture and in the table, and two are compared', async ({
  jira,
  page,
}) => {
  const frame = await openQuadrant(jira, page);
  await focusOn(frame, 'CDP-16');
  await page.keyboard.press('Space');
  await frame.getByRole('button', { name: 'Clear filter' }).click();
  const picked = frame.getByRole('region', { name: 'Picked use cases' });
  await expect(picked.getByText('1 picked')).toBeVisible();
  await picture(frame).focus();
  await page.keyboard.press('t');
  await expect(frame.getByRole('checkbox', { name: 'Pick CDP-16' })).toBeChecked();
  await frame.getByRole('checkbox', { name: 'Pick CDP-20' }).press('Space');
  await picked.getByRole('button', { name: 'Compare two' }).press('Enter');
  const rows = picked.getByRole('table');
  await expect(rows.getByRole('row', { name: /^Revenue impact 4 2/u })).toBeVisible();
  await expect(rows.getByRole('row', { name: /^Score 1\.17 1\.1/u })).toBeVisible();
  await expect(rows.getByRole('row', { name: /the team’s estimate/u })).toBeVisible();
  await expect(
    picked.getByText(
      /^CDP-16 comes first in \d\d% of the outcomes\. CDP-20 would reach the same score/u,
    ),
  ).toBeVisible();
  await frame.getByRole('checkbox', { name: 'Pick all shown' }).check();
  await expect(picked.getByText('24 picked')).toBeVisible();
  await expect(picked.getByRole('button', { name: 'Compare two' })).toBeDisabled();
  await picked.getByRole('button', { name: 'Clear' }).click();
  await expect(picked).toHaveCount(0);
});

test('the chance to be among the first is the same in the table, the details and the file', async ({
  jira,
  page,
}) => {
  const frame = await openQuadrant(jira, page);
  await frame.getByText('View', { exact: true }).click();
  await frame.getByLabel('Chance to be in the top').selectOption('5');
  await frame.getByRole('button', { name: 'Table' }).click();
  const row = frame.getByRole('row', { name: /CDP-18 / });
  await expect(row.getByRole('cell').nth(9)).toHaveText(/%$/u);
  const inTable = await row.getByRole('cell').nth(9).textContent();
  await row.getByRole('button').click();
  await expect(
    details(frame, 'CDP-18').getByText(
      `In the top 5 of the 24 shown in ${String(inTable)} of the outcomes.`,
    ),
  ).toBeVisible();
  const text = readFileSync(await exported(frame, page, 'CSV'), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true });
  const share = Number(data.find(({ key }) => key === 'CDP-18')?.['chance of top 5']);
  expect(`${String(Math.round(share * 100))}%`).toBe(inTable);
});

test('an admin moves a threshold in the picture, sees what changes, and the scores follow', async ({
  jira,
  page,
}) => {
  const frame = await openQuadrant(jira, page, { as: 'admin' });
  const handle = frame.getByRole('slider', { name: 'Value is high from' });
  await handle.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
  const bar = frame.getByRole('group', { name: 'Thresholds' });
  await expect(bar.getByText('Value high from 3.3, not 3: 1 changes its quadrant.')).toBeVisible();
  expect(jira.stored('CDP-22', 'northstarScore')).toMatchObject({ quadrant: 'quick-win' });
  await bar.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar).toHaveCount(0);

  const box = await handle.boundingBox();
  if (box === null) throw new Error('The threshold has no handle on the screen.');
  await page.mouse.move(box.x + 12, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 12, box.y - 28, { steps: 5 });
  await page.mouse.up();
  await bar.getByRole('button', { name: 'Save for everybody' }).click();
  await expect(frame.getByText('Saved for everybody.')).toBeVisible();
  expect(jira.stored('CDP-22', 'northstarScore')).toMatchObject({ quadrant: 'easy-fill' });
  await focusOn(frame, 'CDP-22');
  await expect(frame.locator('#chart-focus')).toContainText('Easy fill');

  const settings = await openSettings(jira, page, 'CDP');
  await settings.getByLabel('Value is high from, of 5').fill('3');
  await settings.getByRole('button', { name: 'Save settings' }).click();
  await expect(settings.getByText(/ scores were updated\./u)).toBeVisible();
  const asEditor = await openQuadrant(jira, page);
  await expect(asEditor.getByRole('button', { name: 'Lasso' })).toBeVisible();
  await expect(asEditor.getByRole('slider')).toHaveCount(0);
});

test('a view is kept, shared, taken up by somebody else, and changed by admins alone', async ({
  jira,
  page,
}) => {
  const frame = await openQuadrant(jira, page);
  await narrow(frame, 'Stage', 'walk');
  const views = frame.getByText('Views', { exact: true });
  await views.click();
  await frame.getByLabel('Save this view as').fill('Walking');
  await frame.getByRole('button', { name: 'Save view' }).click();
  await expect(frame.getByText('Walking is saved.')).toBeVisible();
  const own = frame.getByRole('region', { name: 'Mine' });
  await own.getByRole('button', { name: 'Share: Walking' }).click();
  await expect(frame.getByText('Walking is shared.')).toBeVisible();
  await expect(own).toHaveCount(0);

  const asReader = await openQuadrant(jira, page, { as: 'reader' });
  await asReader.getByText('Views', { exact: true }).click();
  await asReader.getByRole('button', { name: 'Walking', exact: true }).click();
  await expect(asReader.getByText('Now showing Walking.')).toBeVisible();
  await expect(asReader.getByRole('button', { name: 'Remove Stage: Walk' })).toBeVisible();
  await expect(asReader.getByRole('button', { name: 'Remove: Walking' })).toHaveCount(0);

  const asAdmin = await openQuadrant(jira, page, { as: 'admin' });
  await asAdmin.getByText('Views', { exact: true }).click();
  await asAdmin.getByRole('button', { name: 'Remove: Walking' }).click();
  await expect(asAdmin.getByText('Walking is removed.')).toBeVisible();
  await expect(asAdmin.getByText(/^No saved views yet/u)).toBeVisible();
});

test('pictures are handed out as PNG and SVG, with what is shown', async ({ jira, page }) => {
  const frame = await openQuadrant(jira, page);
  await narrow(frame, 'Quadrant', 'quick-win');
  await expect(frame.locator('.chart')).toHaveAttribute('data-marks', '5');
  const png = readFileSync(await exported(frame, page, 'PNG'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // Width and height stand in the first chunk: twice the size of the page's chart, and more for the head.
  const box = await frame.locator('.chart').boundingBox();
  expect(png.readUInt32BE(16)).toBe(2 * (Math.round(box?.width ?? 0) + 32));

  const svg = readFileSync(await exported(frame, page, 'SVG'), 'utf8');
  const drawn = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      wrong: parsed.querySelectorAll('parsererror').length,
      texts: [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent),
      fonts: [...parsed.querySelectorAll('text')].every((each) => each.getAttribute('style')),
    };
  }, svg);
  expect(drawn.wrong).toBe(0);
  expect(drawn.fonts).toBe(true);
  expect(drawn.texts).toContain('Quick win 5');
  expect(
    drawn.texts.filter((text) => /^(?:Win back|Stop adv|Seed aud|Ask for|Lapsed)/u.test(text)),
  ).toHaveLength(5);
  expect(drawn.texts.join(' ')).not.toContain('Next best offer');
});

test('what the viewer may not see is absent from picture, counts, cache and file', async ({
  jira,
  page,
}) => {
  const { store } = jira.local;
  const state = store.state();
  const issue = Object.values(state.issues).find(({ key }) => key === 'CDP-67');
  const [level] = state.securityLevels;
  if (issue === undefined || level === undefined) throw new Error('The world has no secrets.');
  const frame = await openQuadrant(jira, page, { as: 'reader' });
  await expect(frame.locator('.chart')).toHaveAttribute('data-marks', '24');
  await page.waitForTimeout(300);
  store.commit({ op: 'put-issue', issue: { ...issue, securityLevelId: level.id } });
  await page.reload();
  await expect(frame.getByText(/: 23 on the chart/u)).toBeVisible();
  await frame.getByRole('button', { name: 'Table' }).click();
  expect(await keysInTable(frame)).not.toContain('CDP-67');
  expect(readFileSync(await exported(frame, page, 'CSV'), 'utf8')).not.toMatch(/^CDP-67,/mu);
  const keptKeys = async (): Promise<readonly string[]> => {
    const surface = page.frames().find((each) => each.url().startsWith(jira.local.frameAddress));
    const text = (await surface?.evaluate(cachedText)) ?? '';
    return [...text.matchAll(/"key":"(?<key>[^"]+)"/gu)].map(({ groups }) => groups?.['key'] ?? '');
  };
  await expect.poll(keptKeys).not.toContain('CDP-67');
  expect(await keptKeys()).toContain('CDP-14');
  store.commit({ op: 'put-issue', issue });
});

/** What the browser keeps of the picture, read where it is kept. */
const cachedText = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('keyval-store');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const all = opening.result.transaction('keyval').objectStore('keyval').getAll();
      all.onsuccess = () => {
        resolve((all.result as { text: string }[]).map(({ text }) => text).join());
      };
    };
  });

test('models without thresholds are ranked, with the quarters of what is shown as a help', async ({
  jira,
  page,
}) => {
  for (const [index, key] of ['SHOP-1', 'SHOP-2', 'SHOP-3', 'SHOP-4'].entries()) {
    const answers = { iceImpact: 2 + 2 * index, iceConfidence: 5, iceEase: 8 - index };
    await jira.put(key, { schema: 1, rev: 1, answers, changes: [] }, 'northstarRating');
  }
  const settings = await openSettings(jira, page, 'SHOP');
  await settings.getByRole('radio', { name: /^ICE/u }).check();
  const thresholds = settings.getByRole('region', { name: 'Thresholds' });
  await thresholds.getByRole('button', { name: 'Show the quartiles of your scores' }).click();
  await expect(thresholds.getByText(/^Of 4 scored work items/u)).toBeVisible();
  await thresholds.getByRole('button', { name: /^Use the upper quarter of value/u }).click();
  await expect(thresholds.getByLabel('Value is high from')).toHaveValue('32.5');
  await thresholds.getByLabel('Value is high from').fill('');
  await settings.getByRole('button', { name: 'Save settings' }).click();
  await expect(settings.getByText('4 scores were updated.')).toBeVisible();

  const frame = await openQuadrant(jira, page, { as: 'admin', project: 'SHOP' });
  await expect(frame.locator('.quartiles text')).toHaveCount(3);
  await expect(frame.locator('.quartiles')).toContainText('three quarters below 32.5');
  await expect(frame.getByRole('slider')).toHaveCount(0);
});
