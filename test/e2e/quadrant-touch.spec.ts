import { expect, test } from './northstar';
import { details, focusOn, openQuadrant, picture } from './open-quadrant';

test('two fingers zoom, one finger moves the picture, and a chosen use case is moved by touch', async ({
  jira,
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const frame = await openQuadrant(jira, page);
  const surface = picture(frame);
  await surface.scrollIntoViewIfNeeded();
  const box = await surface.boundingBox();
  if (box === null) throw new Error('The picture is not on the screen.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const touch = await context.newCDPSession(page);
  const send = (type: string, points: readonly (readonly [number, number])[]) =>
    touch.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints: points.map(([x, y], id) => ({ x: middle.x + x, y: middle.y + y, id })),
    });
  const shapes = async () => Number(await frame.locator('.chart').getAttribute('data-shapes'));
  const all = await shapes();
  await send('touchStart', [[-20, 0]]);
  await send('touchStart', [
    [-20, 0],
    [20, 0],
  ]);
  for (const reach of [30, 45, 60])
    await send('touchMove', [
      [-reach, 0],
      [reach, 0],
    ]);
  await send('touchEnd', []);
  await expect.poll(shapes).toBeLessThan(all);
  const line = frame.locator('.threshold').first();
  const place = await line.getAttribute('x1');
  await send('touchStart', [[100, 0]]);
  for (const x of [80, 60, 40]) await send('touchMove', [[x, 0]]);
  await send('touchEnd', []);
  await expect.poll(() => line.getAttribute('x1')).not.toBe(place);
  await frame.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(shapes).toBe(all);

  const mark = await focusOn(frame, 'CDP-25');
  // Details that come below the picture may scroll the page: where a mark stands is looked up each time.
  const finger = async () => {
    await surface.scrollIntoViewIfNeeded();
    const spot = await mark.boundingBox();
    if (spot === null) throw new Error('The mark is not on the screen.');
    return (dy: number): readonly [number, number] => [spot.x - middle.x, spot.y - middle.y + dy];
  };
  const tap = await finger();
  await send('touchStart', [tap(0)]);
  await send('touchEnd', []);
  const beside = details(frame, 'CDP-25');
  await expect(beside.getByRole('button', { name: 'Change' })).toBeVisible();
  await expect(beside).toBeInViewport();
  const drag = await finger();
  await send('touchStart', [drag(0)]);
  for (const dy of [-20, -40, -60, -80]) await send('touchMove', [drag(dy)]);
  await send('touchEnd', []);
  await expect(beside.getByText(/smallest change that moves it to value 3/u)).toBeVisible();
  await beside.getByRole('button', { name: 'Cancel' }).tap();
  await context.close();
});
