import { expect, test } from './northstar';
import { openQuadrant, picture } from './open-quadrant';

test.use({ world: 'scored-300' });

test('a bubble opens beside it, is read, picked from and zoomed into', async ({ jira, page }) => {
  const frame = await openQuadrant(jira, page);
  await expect(
    frame.getByText('300 work items: 300 on the chart, 0 not scored, 0 hidden.'),
  ).toBeVisible();
  const focus = frame.locator('#chart-focus');
  await picture(frame).focus();
  for (const arrow of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowRight']) {
    await picture(frame).press(arrow);
    if (((await focus.textContent()) ?? '').includes('use cases here')) break;
  }
  const count = Number(/^\d+/u.exec((await focus.textContent()) ?? '')?.[0]);
  const spot = await focus.boundingBox();
  await picture(frame).press('Enter');
  const list = frame.getByRole('dialog', { name: `${String(count)} use cases here` });
  await expect(list.getByRole('heading')).toBeFocused();
  // It leaves its bubble in sight.
  const box = await list.boundingBox();
  if (spot === null || box === null) throw new Error('Nothing is on the screen.');
  expect(spot.x < box.x || spot.x > box.x + box.width).toBe(true);
  await list.getByRole('checkbox').first().check();
  const picked = frame.getByRole('region', { name: 'Picked use cases' });
  await expect(picked.getByText('1 picked')).toBeVisible();
  await list.getByRole('button', { name: `Pick all ${String(count)}` }).click();
  await expect(picked.getByText(`${String(count)} picked`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(picture(frame)).toBeFocused();
  await picture(frame).press('Enter');
  await list.getByRole('button', { name: 'Zoom to these' }).click();
  await expect(frame.getByText(/^\d+ of 300 in this part$/u)).toBeVisible();
});
