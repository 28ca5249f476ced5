import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './northstar';
import {
  details,
  exported,
  focused,
  focusOn,
  keysInTable,
  openQuadrant as open,
  picture,
  narrow,
  toggleFilters,
} from './open-quadrant';

test('what is scored in the panel stands in the quadrant, and the counts add up', async ({
  jira,
  page,
}) => {
  const panel = await jira.openPanel('CDP-33');
  await panel.getByRole('button', { name: 'Change' }).click();
  await panel
    .getByRole('group', { name: 'Revenue impact' })
    .getByRole('radio', { name: /^5/u })
    .check();
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  // The panel makes the score once the answers are saved; whoever leaves before has it made at the next visit.
  await expect.poll(() => jira.stored('CDP-33', 'northstarScore')).toMatchObject({ value: 3.2 });
  const frame = await open(jira, page);
  const sum = await frame.getByText(/ on the chart, /u).textContent();
  const [all = 0, seen = 0, unscored = 0] = (sum?.match(/\d+/gu) ?? []).map(Number);
  expect(all).toBe(seen + unscored);
  expect(sum).toContain('0 hidden');
  await focusOn(frame, 'CDP-33');
  await expect(focused(frame)).toContainText('value 3.2, effort 8');
});

test('the top of the backlog is scored one after the other by keyboard alone', async ({
  jira,
  page,
}) => {
  const frame = await open(jira, page);
  await frame.getByRole('button', { name: 'Start with your top 20' }).focus();
  await page.keyboard.press('Enter');
  for (const key of ['CDP-1', 'CDP-2']) {
    await expect(details(frame, key)).toBeVisible();
    await expect(details(frame, key).getByRole('radio').first()).toBeFocused();
    for (let criterion = 0; criterion < 4; criterion += 1) {
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  await expect(details(frame, 'CDP-3')).toBeVisible();
  await expect(frame.getByRole('button', { name: 'Scoring 3 of 20' })).toBeVisible();
  await expect.poll(() => jira.stored('CDP-1', 'northstarScore')).toMatchObject({ value: 3 });
  await expect.poll(() => jira.stored('CDP-2', 'northstarScore')).toMatchObject({ value: 3 });
});

test('a use case is dragged, the smallest change is offered, and it is undone and redone', async ({
  jira,
  page,
}) => {
  const frame = await open(jira, page);
  const mark = await focusOn(frame, 'CDP-20');
  const box = await mark.boundingBox();
  if (box === null) throw new Error('The mark is not on the screen.');
  await page.mouse.move(box.x, box.y);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y - 60, { steps: 6 });
  await page.mouse.move(box.x + 60, box.y - 130, { steps: 6 });
  await page.mouse.up();
  const beside = details(frame, 'CDP-20');
  await expect(beside.getByText(/Effort stays as it is: it is the team’s estimate/u)).toBeVisible();
  await beside.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(beside.getByRole('button', { name: 'Change' })).toBeVisible();
  // The score follows the answer by a write of its own, a moment after "saved".
  const score = (): unknown => jira.stored('CDP-20', 'northstarScore');
  await expect.poll(() => (score() as { value: number }).value).toBeGreaterThan(2.9);
  const moved = score() as { value: number; effort: number };
  expect(moved.effort).toBe(2);

  await frame.getByRole('button', { name: 'Undo CDP-20' }).click();
  await expect.poll(() => jira.stored('CDP-20', 'northstarScore')).toMatchObject({ value: 2.2 });
  await frame.getByRole('button', { name: 'Redo CDP-20' }).click();
  await expect
    .poll(() => jira.stored('CDP-20', 'northstarScore'))
    .toMatchObject({ value: moved.value });
  await frame.getByRole('button', { name: 'Undo CDP-20' }).click();
  await expect.poll(() => jira.stored('CDP-20', 'northstarScore')).toMatchObject({ value: 2.2 });
});

test('a use case is moved by keyboard: M lifts it, arrows move it, Enter puts it down', async ({
  jira,
  page,
}) => {
  const frame = await open(jira, page);
  await focusOn(frame, 'CDP-25');
  await page.keyboard.press('m');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowUp');
  await expect(frame.getByText('CDP-25: value 4, effort 8. Enter puts it down')).toBeAttached();
  await page.keyboard.press('Enter');
  const beside = details(frame, 'CDP-25');
  await expect(beside.getByText(/smallest change that moves it to value 4/u)).toBeVisible();
  await beside.getByRole('button', { name: 'Cancel' }).click();
  expect(jira.stored('CDP-25', 'northstarScore')).toMatchObject({ value: 2 });
});

test('the table has the same use cases in the same order, and the same way to change them', async ({
  jira,
  page,
}) => {
  const frame = await open(jira, page);
  await narrow(frame, 'Quadrant', 'strategic-bet');
  await picture(frame).focus();
  await page.keyboard.press('t');
  const table = frame.getByRole('table', { name: 'Scores' });
  const keys = await keysInTable(frame);
  const sum = await frame.getByText(/ on the chart, /u).textContent();
  expect(Number(/(\d+) on the chart/u.exec(sum ?? '')?.[1])).toBe(keys.length);
  const scores = keys.map((key) => (jira.stored(key, 'northstarScore') as { score: number }).score);
  expect(scores).toEqual(scores.toSorted((left, right) => right - left));
  await table.getByRole('button', { name: 'Next best offer on the home page' }).click();
  const beside = details(frame, 'CDP-17');
  await expect(beside.getByRole('button', { name: 'Change' })).toBeVisible();
  const before = keys[keys.indexOf('CDP-17') - 1];
  if (before !== undefined)
    await expect(beside.getByText(new RegExp(`^${before} is one rank above`, 'u'))).toBeVisible();
});

test('the table is ordered by any column, and goes back to the order of the picture', async ({
  jira,
  page,
}) => {
  const frame = await open(jira, page);
  await picture(frame).focus();
  await page.keyboard.press('t');
  const first = await keysInTable(frame);
  const head = frame.getByRole('columnheader', { name: 'Effort' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await head.getByRole('button').press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const efforts = (await keysInTable(frame)).map(
    (key) => (jira.stored(key, 'northstarScore') as { effort: number }).effort,
  );
  expect(efforts).toEqual(efforts.toSorted((left, right) => left - right));
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'none');
  expect(await keysInTable(frame)).toEqual(first);
});

test('what is shown is exported in its order, and opens as a spreadsheet', async ({
  jira,
  page,
}) => {
  const frame = await open(jira, page);
  await narrow(frame, 'Quadrant', 'strategic-bet');
  const text = readFileSync(await exported(frame, page, 'CSV'), 'utf8');
  const rows = Papa.parse<Record<string, string>>(text, { header: true }).data;
  const bets = rows.filter(({ quadrant }) => quadrant === 'Strategic bet');
  expect(bets.length).toBeGreaterThan(4);
  expect(bets.every((bet) => Number(bet['chance of top 10']) > 0)).toBe(true);
  expect(bets.map(({ score }) => Number(score))).toEqual(
    bets.map(({ score }) => Number(score)).toSorted((left, right) => right - left),
  );
  expect(
    rows.every(({ quadrant }) => ['Strategic bet', 'not scored'].includes(quadrant ?? '')),
  ).toBe(true);
});

test('finds by words, person and JQL, and says what Jira does not understand', async ({
  jira,
  page,
}) => {
  jira.allowConsole(/400/u);
  const frame = await open(jira, page);
  await frame.getByLabel('Find').fill('loyalty');
  await expect(frame.getByText(/outside the filter/u)).toBeVisible();
  await frame.getByRole('button', { name: 'Clear filter' }).click();
  await toggleFilters(frame);
  await frame.getByLabel('JQL').fill('northstarQuadrant = "quick-win"');
  await frame.getByRole('button', { name: 'Find with JQL' }).click();
  await expect(frame.getByText(/: 5 on the chart, \d+ outside the filter/u)).toBeVisible();
  // What narrows the picture is said beside it, and can be taken away there.
  await expect(
    frame.getByRole('button', { name: /^Remove JQL: northstarQuadrant/u }),
  ).toBeVisible();
  await frame.getByRole('textbox', { name: 'JQL' }).fill('nothing is what');
  await frame.getByRole('button', { name: 'Find with JQL' }).click();
  await expect(frame.getByText('Jira does not understand this query.')).toBeVisible();
});

test('a reader looks and changes nothing; a stranger sees nothing of it', async ({
  jira,
  page,
}) => {
  jira.allowConsole(/40[34]/u);
  const frame = await open(jira, page, { as: 'reader' });
  await expect(frame.getByRole('button', { name: /Start with your top/u })).toHaveCount(0);
  await focusOn(frame, 'CDP-14');
  await page.keyboard.press('Enter');
  await expect(details(frame, 'CDP-14').getByText('Score 0.84')).toBeVisible();
  await expect(details(frame, 'CDP-14').getByRole('button', { name: 'Change' })).toHaveCount(0);

  await page.goto(`${jira.local.address}/projects/CDP/apps/project-page?as=stranger`);
  await expect(page.getByRole('heading', { name: /^You can't see this/u })).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('a second visit shows places first, and no name before Jira has said who may see what', async ({
  jira,
  page,
}) => {
  const frame = await open(jira, page);
  await expect
    .poll(() =>
      page
        .frames()
        .find((each) => each.url().startsWith(jira.local.frameAddress))
        ?.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
    )
    .toContain('keyval-store');
  await page.waitForTimeout(300);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/rest/api/3/search/jql', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await expect(frame.getByText(/^Checking \d+ work items/u)).toBeVisible();
  await expect(frame.getByText('abandoned')).toHaveCount(0);
  release();
  await expect(frame.getByText(/ on the chart, /u)).toBeVisible();
});

test('on a slow site the page says what it waits for, and comes to the same picture', async ({
  jira,
  page,
}) => {
  await jira.control('/local/controls', 'PUT', { answerDelaySeconds: 0.6 });
  await page.goto(`${jira.local.address}/projects/CDP/apps/project-page?as=editor`);
  const frame = page.frameLocator('iframe[data-resource="project-page"]');
  await expect(frame.getByText('Reading the project …')).toBeVisible();
  await expect(frame.getByText(/: \d\d on the chart, .* 0 hidden\.$/u)).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`the quadrant has no accessibility faults, ${theme}`, async ({ jira, page }) => {
    const frame = await open(jira, page, { theme });
    await focusOn(frame, 'CDP-14');
    await page.keyboard.press('Enter');
    await expect(details(frame, 'CDP-14').getByText('Score 0.84')).toBeVisible();
    const found = await new AxeBuilder({ page }).include('iframe').analyze();
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual(
      [],
    );
  });
}
