import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './northstar';
import { details, openQuadrant, picture } from './open-quadrant';

test('of a shift that meets somebody else’s, what failed stays picked and is tried again', async ({
  jira,
  page,
}) => {
  const frame = await openQuadrant(jira, page);
  // A draft of somebody's own is no part of the shift, and outlives it.
  await frame.getByRole('button', { name: 'Table' }).click();
  await frame
    .getByRole('row', { name: /CDP-85 / })
    .getByRole('button')
    .click();
  const beside = details(frame, 'CDP-85');
  await beside.getByRole('button', { name: 'Change' }).click();
  await beside
    .getByRole('group', { name: 'What we learn' })
    .getByRole('radio', { name: /^1/u })
    .check();
  await beside.getByRole('button', { name: 'Close' }).click();

  for (const key of ['CDP-73', 'CDP-79', 'CDP-85'])
    await frame.getByRole('checkbox', { name: `Pick ${key}` }).check();
  const picked = frame.getByRole('region', { name: 'Picked use cases' });
  await picked.getByRole('button', { name: 'Shift a criterion' }).click();
  await picked.getByLabel('Criterion').selectOption({ label: 'Strategic fit' });
  await picked.getByLabel('Shift by').fill('-1');
  await expect(picked.getByRole('button', { name: 'Shift 3' })).toBeEnabled();
  // Somebody else answers the same question of one of them, which the page has not seen.
  const before = jira.stored('CDP-79', 'northstarRating') as { rev: number; answers: object };
  const theirs = { ...before, rev: before.rev + 1, answers: { ...before.answers, fit: 2 } };
  await jira.put('CDP-79', theirs, 'northstarRating');
  await picked.getByRole('button', { name: 'Shift 3' }).click();
  await expect(
    picked.getByText(/^2 shifted\. 1 changed meanwhile.*\. They stay picked\.$/u),
  ).toBeVisible();
  await expect(picked.getByText('1 picked')).toBeVisible();
  await picked.getByRole('button', { name: 'Shift 1' }).click();
  await expect(picked.getByText('1 shifted.', { exact: true })).toBeVisible();
  for (const step of ['CDP-', '2 changes'])
    await frame.getByRole('button', { name: new RegExp(`^Undo ${step}`, 'u') }).click();
  await expect(frame.getByText('All are back where they were.')).toBeVisible();
  await frame
    .getByRole('row', { name: /CDP-85 / })
    .getByRole('button')
    .click();
  await expect(
    beside.getByRole('button', { name: 'Go on with answers that are not saved' }),
  ).toBeVisible();
  await beside.getByRole('button', { name: 'Go on with answers that are not saved' }).click();
  await beside.getByRole('button', { name: 'Cancel' }).click();
  await jira.put('CDP-79', before, 'northstarRating');
});

test('two undos in a row take two steps back, and both can be done again', async ({
  jira,
  page,
}) => {
  const frame = await openQuadrant(jira, page);
  const reach = (key: string) =>
    (jira.stored(key, 'northstarRating') as { answers: { reach: unknown } }).answers.reach;
  await frame.getByRole('button', { name: 'Table' }).click();
  for (const key of ['CDP-92', 'CDP-112']) {
    await frame.getByRole('checkbox', { name: `Pick ${key}` }).check();
    const picked = frame.getByRole('region', { name: 'Picked use cases' });
    const shift = picked.getByRole('button', { name: 'Shift a criterion' });
    if ((await shift.getAttribute('aria-expanded')) === 'false') await shift.click();
    await picked.getByLabel('Criterion').selectOption({ label: 'Customers reached' });
    await picked.getByRole('button', { name: 'Shift 1' }).click();
    await expect(picked.getByText('1 shifted.', { exact: true })).toBeVisible();
    await frame.getByRole('checkbox', { name: `Pick ${key}` }).uncheck();
  }
  expect([reach('CDP-92'), reach('CDP-112')]).toEqual([2, 3]);
  await frame.getByRole('table', { name: 'Scores' }).click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => [reach('CDP-92'), reach('CDP-112')]).toEqual([1, 2]);
  await page.keyboard.press('Control+Shift+Z');
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => [reach('CDP-92'), reach('CDP-112')]).toEqual([2, 3]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => [reach('CDP-92'), reach('CDP-112')]).toEqual([1, 2]);
});

test('with every use case its own mark, the picture is walked and picked by keyboard all the same', async ({
  jira,
  page,
}) => {
  const frame = await openQuadrant(jira, page);
  await frame.getByText('View', { exact: true }).click();
  await frame.getByLabel('Show every use case as its own mark').check();
  await frame.getByText('View', { exact: true }).click();
  await picture(frame).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const option = frame.locator('#chart-focus');
  await expect(option).toContainText('CDP-');
  await expect(option).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Space');
  await expect(option).toContainText(', picked');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(frame.getByRole('complementary', { name: / in detail$/u })).toBeVisible();
});

test('an issue is dragged from the tray onto the picture, which opens its questions with a draft', async ({
  jira,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 1300 });
  const frame = await openQuadrant(jira, page);
  const item = frame.getByRole('button', { name: /^CDP-7 / });
  await item.dragTo(picture(frame), { targetPosition: { x: 400, y: 150 } });
  const beside = details(frame, 'CDP-7');
  await expect(beside.getByText(/smallest change that moves it to value/u)).toBeVisible();
  await beside.getByRole('button', { name: 'Cancel' }).click();
  expect(jira.stored('CDP-7', 'northstarRating')).toBeUndefined();
});

for (const theme of ['light', 'dark'] as const) {
  test(`picks, comparison, views and thresholds have no accessibility faults, ${theme}`, async ({
    jira,
    page,
  }) => {
    const frame = await openQuadrant(jira, page, { as: 'admin', theme });
    await frame.getByRole('button', { name: 'Table' }).click();
    for (const key of ['CDP-16', 'CDP-20'])
      await frame.getByRole('checkbox', { name: `Pick ${key}` }).check();
    const picked = frame.getByRole('region', { name: 'Picked use cases' });
    const faults = async () => {
      const { violations } = await new AxeBuilder({ page }).include('iframe').analyze();
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    };
    await picked.getByRole('button', { name: 'Compare two' }).click();
    await expect(picked.getByText(/comes first in/u)).toBeVisible();
    expect(await faults()).toEqual([]);
    await picked.getByRole('button', { name: 'Shift a criterion' }).click();
    await expect(picked.getByRole('button', { name: /^Shift \d/u })).toBeEnabled();
    await frame.getByRole('button', { name: 'Chart' }).click();
    await frame.getByRole('slider', { name: 'Value is high from' }).press('PageUp');
    await frame.getByText('Views', { exact: true }).click();
    await expect(frame.getByLabel('Save this view as')).toBeVisible();
    expect(await faults()).toEqual([]);
    await frame.getByRole('group', { name: 'Thresholds' }).getByText('Cancel').click();
  });
}
