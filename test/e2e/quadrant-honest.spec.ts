import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from './northstar';
import { openPage, openSettings } from './open-project-page';
import {
  details,
  exported,
  focused,
  focusOn,
  narrow,
  openQuadrant,
  picture,
  toggleFilters,
} from './open-quadrant';

test('whom Jira does not tell is counted as hidden, and found by reading again', async ({
  jira,
  page,
}) => {
  let silent = true;
  await page.route('**/rest/api/3/issue/bulkfetch', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { issues: { key: string }[] };
    const issues = body.issues.filter(({ key }) => !silent || !['CDP-14', 'CDP-20'].includes(key));
    await route.fulfill({ response: answer, json: { ...body, issues } });
  });
  const frame = await openQuadrant(jira, page);
  await expect(
    frame.getByText(/^78 work items: 22 on the chart, 54 not scored, 2 hidden\./u),
  ).toBeVisible();
  silent = false;
  await frame.getByRole('button', { name: 'Read again' }).click();
  await expect(
    frame.getByText('78 work items: 24 on the chart, 54 not scored, 0 hidden.'),
  ).toBeVisible();
});

test('a Jira that wants to be left alone is told, and waited for', async ({ jira, page }) => {
  jira.allowConsole(/429/u);
  await jira.control('/local/faults', 'POST', {
    operationId: 'bulkFetchIssues',
    when: 'before',
    status: 429,
    headers: { 'retry-after': '2' },
  });
  await page.goto(`${jira.local.address}/projects/CDP/apps/project-page?as=editor`);
  const frame = page.frameLocator('iframe[data-resource="project-page"]');
  await expect(
    frame.getByText(
      /^Jira is receiving too many requests\. Loading continues in 2 seconds; 0 of 99/u,
    ),
  ).toBeVisible();
  await expect(frame.getByText(/: 24 on the chart, .* 0 hidden\.$/u)).toBeVisible();
});

test('types that the project leaves alone are in neither picture nor tray', async ({
  jira,
  page,
}) => {
  const before = await openQuadrant(jira, page);
  const tray = before.getByRole('region', { name: 'Not scored yet' });
  await expect(tray.getByRole('button', { name: /^CDP-1 / })).toBeVisible();
  const settings = await openSettings(jira, page, 'CDP');
  await settings.getByRole('checkbox', { name: 'Epic' }).uncheck();
  await settings.getByRole('button', { name: 'Save settings' }).click();
  await expect(settings.getByText('Saved', { exact: true })).toBeVisible();
  const after = await openQuadrant(jira, page);
  await expect(after.getByRole('region', { name: 'Not scored yet' })).toBeVisible();
  await expect(after.getByRole('button', { name: /^CDP-1 / })).toHaveCount(0);
});

test('a filter by person, text or query holds for what is not scored, in tray and file', async ({
  jira,
  page,
}) => {
  const frame = await openQuadrant(jira, page);
  await narrow(frame, 'Person', '712020:mira-4e1c-8d07-local');
  const chip = frame.getByRole('button', { name: 'Remove Person: Mira Vos' });
  await expect(chip).toBeVisible();
  const text = readFileSync(await exported(frame, page, 'CSV'), 'utf8');
  const rows = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  }).data;
  expect(new Set(rows.map(({ assignee }) => assignee))).toEqual(new Set(['Mira Vos']));
  const sum = await frame.getByText(/ on the chart, /u).textContent();
  const figures = (sum?.match(/\d+/gu) ?? []).map(Number);
  const [all = 0, seen = 0, outside = 0, open = 0, hidden = -1] = figures;
  expect([seen + open, seen + outside + open, hidden]).toEqual([rows.length, all, 0]);
  await chip.click();
  await expect(frame.getByText(/: 24 on the chart, 54 not scored/u)).toBeVisible();
});

test('an issue that is dropped from the tray is answered with steps that one could choose', async ({
  jira,
  page,
}) => {
  const frame = await openQuadrant(jira, page);
  await frame.getByRole('button', { name: /^CDP-7 / }).dragTo(picture(frame), {
    targetPosition: { x: 300, y: 160 },
  });
  const beside = details(frame, 'CDP-7');
  for (const name of ['Revenue impact', 'Customers reached', 'Strategic fit', 'What we learn'])
    await expect(beside.getByRole('group', { name }).locator(':checked')).toHaveCount(1);
  await expect(beside.getByRole('button', { name: 'Save', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(beside.getByRole('button', { name: 'Score it' })).toBeVisible();
  expect(jira.stored('CDP-7', 'northstarRating')).toBeUndefined();
});

test('a range moves along with the mark, and a draft is not lost to a drop', async ({
  jira,
  page,
}) => {
  const frame = await openQuadrant(jira, page);
  await focusOn(frame, 'CDP-14');
  await page.keyboard.press('m');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  const beside = details(frame, 'CDP-14');
  await expect(beside.getByText(/smallest change that moves it to value 2\.7/u)).toBeVisible();
  await beside.getByRole('button', { name: 'Save', exact: true }).click();
  await expect
    .poll(() => {
      const rating = jira.stored('CDP-14', 'northstarRating') as { answers: { revenue: unknown } };
      return rating.answers.revenue;
    })
    .toEqual(expect.arrayContaining([expect.any(Number)]));
  // Focus is back in the picture, where the next arrow goes on.
  await expect(picture(frame)).toBeFocused();
  await expect(focused(frame)).toContainText('CDP-14');
});

test('answers that came before the estimate are shown at once, and stored when somebody saves', async ({
  jira,
  page,
}) => {
  const answers = { revenue: 4, reach: 4, fit: 4, learning: 4 };
  await jira.put('CDP-1', { schema: 1, rev: 1, answers, changes: [] }, 'northstarRating');
  const frame = await openQuadrant(jira, page);
  await frame.getByRole('button', { name: 'Start with your top 20' }).click();
  await expect(details(frame, 'CDP-1').getByText('Value 4')).toBeVisible();
  // Looking writes nothing. All is answered: saving it as it is stores the score and goes on.
  expect(jira.stored('CDP-1', 'northstarScore')).toBeUndefined();
  await details(frame, 'CDP-1').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(details(frame, 'CDP-2')).toBeVisible();
  await expect.poll(() => jira.stored('CDP-1', 'northstarScore')).toMatchObject({ value: 4 });
});

test('a double click chooses once', async ({ jira, page }) => {
  const frame = await openQuadrant(jira, page);
  const spot = await (await focusOn(frame, 'CDP-20')).boundingBox();
  if (spot === null) throw new Error('The mark is not on the screen.');
  await page.mouse.dblclick(spot.x, spot.y);
  await expect(details(frame, 'CDP-20')).toBeVisible();
});

test('a part of the picture says how much of it is in sight', async ({ jira, page }) => {
  await page.setViewportSize({ width: 700, height: 900 });
  const frame = await openQuadrant(jira, page);
  await frame.getByRole('button', { name: 'Zoom out' }).click();
  const shapes = () => frame.locator('.chart').getAttribute('data-shapes');
  const whole = await shapes();
  for (let step = 0; step < 4; step += 1)
    await frame.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(shapes).not.toBe(whole);
  await expect(frame.getByText(/^\d+ of 24 in this part$/u)).toBeVisible();
  await frame.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(shapes).toBe(whole);
});

test('a reader is told why nothing moves', async ({ jira, page }) => {
  const frame = await openQuadrant(jira, page, { as: 'reader' });
  const mark = await focusOn(frame, 'CDP-20');
  await page.keyboard.press('m');
  await expect(
    frame.getByText('Changing scores needs the Edit Issues permission in Customer data.'),
  ).toBeAttached();
  const spot = await mark.boundingBox();
  if (spot === null) throw new Error('The mark is not on the screen.');
  await page.mouse.move(spot.x, spot.y);
  await page.mouse.down();
  await page.mouse.move(spot.x + 40, spot.y - 80, { steps: 4 });
  await page.mouse.up();
  await expect(frame.getByRole('complementary')).toHaveCount(0);
});

test('Escape closes what is open and gives the focus back', async ({ jira, page }) => {
  const frame = await openQuadrant(jira, page);
  await focusOn(frame, 'CDP-20');
  await page.keyboard.press('Enter');
  const beside = details(frame, 'CDP-20');
  await beside.getByRole('button', { name: 'Change' }).click();
  await beside
    .getByRole('group', { name: 'Strategic fit' })
    .getByRole('radio', { name: /^5/u })
    .check();
  await page.keyboard.press('Escape');
  const goOn = beside.getByRole('button', { name: 'Go on with answers that are not saved' });
  await expect(goOn).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(beside).toHaveCount(0);
  await expect(picture(frame)).toBeFocused();
  await toggleFilters(frame);
  await expect(frame.getByLabel('JQL')).toBeVisible();
  await frame.getByLabel('JQL').press('Escape');
  await expect(frame.getByLabel('JQL')).toHaveCount(0);
});

test('paper is light and has the table', async ({ jira, page }) => {
  const frame = await openQuadrant(jira, page, { theme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  const table = frame.locator('.print-table');
  await expect(table.getByRole('row')).toHaveCount(25);
  await expect(frame.locator('html')).toHaveAttribute('data-color-mode', 'light');
  await page.emulateMedia({ media: null });
  await expect(table).toHaveCount(0);
  await expect(frame.locator('html')).toHaveAttribute('data-color-mode', 'dark');
});

test('settings that cannot be read are shown, and replaced only when told so', async ({
  jira,
  page,
}) => {
  const value = { schema: 1, rev: 3, scoring: { model: 'moscow' } } as never;
  const put = () => {
    jira.local.store.commit({
      op: 'put-project-property',
      projectId: '10000',
      key: 'northstarSettings',
      value,
    });
  };
  put();
  const settings = await openSettings(jira, page, 'CDP');
  await expect(
    settings.getByRole('heading', { name: 'These settings cannot be read' }),
  ).toBeVisible();
  await expect(settings.getByRole('radio', { name: /^ICE/u })).toBeDisabled();
  await settings.getByText('Show the stored value').click();
  await expect(settings.getByText('"moscow"')).toBeVisible();
  await settings.getByRole('button', { name: 'Replace them with the values below' }).click();
  await expect(settings.getByText('Saved', { exact: true })).toBeVisible();
  await expect(settings.getByRole('radio', { name: /^ICE/u })).toBeEnabled();
  const frame = await openPage(jira, page, { tab: 'Quadrant' });
  await expect(frame.getByText(/: 24 on the chart/u)).toBeVisible();
});
