import { expect, test, type FrameLocator, type Page } from './lab';

const frameOf = (page: Page): FrameLocator => page.frameLocator('main iframe');
const told = (frame: FrameLocator, name: string) => frame.locator(`dd[id="${name}"]`);
const press = (frame: FrameLocator, name: string) =>
  frame.getByRole('button', { name, exact: true }).click();

const openPanel = async (page: Page, address: string): Promise<FrameLocator> => {
  await page.goto(`${address}/browse/CDP-14?as=editor`);
  await page.getByRole('button', { name: 'Lab' }).click();
  const frame = frameOf(page);
  await expect(told(frame, 'started')).toHaveText('yes');
  return frame;
};

test('what an app asks when it starts', async ({ page, lab }) => {
  const frame = await openPanel(page, lab.address);
  const outcomes = {
    place: 'jira:issueContext',
    'modal-context': 'none',
    invoke: '{"payload":{"n":1},"accountId":"712020:mira-4e1c-8d07-local"}',
    'invoke-unknown': /refused: There was an error invoking the function - Resolver has no/u,
    jira: 'Mira Vos',
    url: '/browse/CDP-7',
    heard: '{"from":"jira:issueContext"}',
    'heard-public': 'everybody',
    title: 'done',
    ready: 'done',
    cookies: 'unknown',
    rovo: 'false',
    metric: 'done',
    history: /refused: .*no history/u,
  };
  for (const [name, outcome] of Object.entries(outcomes)) {
    await expect(told(frame, name)).toHaveText(outcome);
  }
  await expect(page).toHaveTitle('Lab title');
});

test('what cannot be done where the frame stands is refused as the bridge words it', async ({
  page,
  lab,
}) => {
  const frame = await openPanel(page, lab.address);
  const refusals = {
    submit: "this resource's view is not submittable.",
    close: "this resource's view is not closable.",
    'view-open': "this resource's view is not openable.",
    'rovo-open': 'Local Jira does not answer the bridge command "openRovo" yet.',
  };
  for (const [name, words] of Object.entries(refusals)) {
    await press(frame, name);
    await expect(told(frame, name)).toContainText(words);
  }
});

test('a frame’s dates and timers follow the clock of the site', async ({ page, lab }) => {
  await openPanel(page, lab.address);
  const surface = page.frames().find((each) => each.url().startsWith(lab.frameAddress));
  const hour = 3_600_000;
  const before = await surface?.evaluate(() => Date.now());
  await surface?.evaluate((milliseconds) => {
    setTimeout(() => (document.title = 'An hour later'), milliseconds);
  }, hour);
  lab.timers.advance(hour);
  await expect.poll(() => surface?.evaluate(() => document.title)).toBe('An hour later');
  expect(await surface?.evaluate(() => Date.now())).toBeGreaterThanOrEqual((before ?? 0) + hour);

  await openPanel(page, lab.address);
  const reloaded = page.frames().find((each) => each.url().startsWith(lab.frameAddress));
  const ahead = (await reloaded?.evaluate(() => Date.now() - performance.timeOrigin)) ?? 0;
  expect(ahead).toBeGreaterThanOrEqual(hour);
});

test('a flag shows, its action reaches the app, and the app takes it away', async ({
  page,
  lab,
}) => {
  const frame = await openPanel(page, lab.address);
  await press(frame, 'flag');
  const flag = page.getByRole('alert');
  await expect(flag).toContainText('All is well.');
  await flag.getByRole('button', { name: 'Undo' }).click();
  await expect(told(frame, 'undone')).toHaveText('yes');
  await expect(flag).toHaveCount(0);
});

test('a modal knows what it was asked, says goodbye, and answers', async ({ page, lab }) => {
  const frame = await openPanel(page, lab.address);
  await press(frame, 'modal');
  const modal = page.frameLocator('dialog iframe');
  await expect(told(modal, 'modal-context')).toHaveText('{"asked":"colour"}');
  await expect(told(modal, 'on-close')).toHaveText('done');
  await expect(told(modal, 'started')).toHaveText('yes');
  await press(modal, 'submit');
  await expect(told(frame, 'modal-answer')).toHaveText('{"colour":"green"}');
  await expect(told(frame, 'closing')).toHaveText('said goodbye');
  await expect(page.locator('dialog')).toHaveCount(0);
});

test('another issue opens in a dialog, or takes the page', async ({ page, lab }) => {
  const frame = await openPanel(page, lab.address);
  await press(frame, 'view-issue');
  await expect(page.frameLocator('dialog iframe').getByRole('heading', { level: 1 })).toHaveText(
    'Consent status on every profile',
  );
  await page.getByRole('button', { name: 'Close' }).click();
  await press(frame, 'go-to-issue');
  await expect(page).toHaveURL(/\/browse\/CDP-7$/u);
});

test('the page is loaded again when the app asks for it', async ({ page, lab }) => {
  for (const name of ['refresh', 'reload']) {
    const frame = await openPanel(page, lab.address);
    const loaded = page.waitForEvent('load');
    await press(frame, name);
    await loaded;
  }
});

test('the history of a page is the address bar’s: push, replace, back and forward', async ({
  page,
  lab,
}) => {
  const base = `${lab.address}/projects/CDP/apps/lab-page`;
  await page.goto(`${base}/first?as=editor`);
  const frame = frameOf(page);
  await expect(told(frame, 'path')).toHaveText('POP /first?as=editor');
  await press(frame, 'push-second');
  await expect(told(frame, 'path')).toHaveText('PUSH /second?sort=key');
  await expect(page).toHaveURL(`${base}/second?sort=key`);
  await press(frame, 'replace-third');
  await expect(page).toHaveURL(`${base}/third`);
  await press(frame, 'back');
  await expect(page).toHaveURL(`${base}/first?as=editor`);
  await expect(told(frame, 'path')).toHaveText('POP /first?as=editor');
  await press(frame, 'forward');
  await expect(page).toHaveURL(`${base}/third`);
  await expect(told(frame, 'path')).toHaveText('POP /third');
  await page.goBack();
  await expect(told(frame, 'path')).toHaveText('POP /first?as=editor');
});

test('pages and settings of the app stand where a project shows them', async ({ page, lab }) => {
  await page.goto(`${lab.address}/projects/CDP?as=admin`);
  const sides = page.getByRole('navigation', { name: 'Projects' });
  await sides.getByRole('link', { name: 'Lab page' }).first().click();
  await expect(told(frameOf(page), 'place')).toHaveText('jira:projectPage');
  await page.getByRole('link', { name: 'Second' }).click();
  await expect(told(frameOf(page), 'path')).toHaveText('POP /second');
  await sides.getByRole('link', { name: 'Project settings' }).first().click();
  await expect(told(frameOf(page), 'place')).toHaveText('jira:projectSettingsPage');
});

test('the platform’s page shows functions with their logs, events, queues and schedules', async ({
  page,
  lab,
}) => {
  const frame = await openPanel(page, lab.address);
  await expect(told(frame, 'invoke')).not.toBeEmpty();
  const auth = `Basic ${Buffer.from('mira@harbour-and-pine.example:x').toString('base64')}`;
  await fetch(`${lab.address}/rest/api/3/issue/CDP-20`, {
    method: 'PUT',
    headers: { authorization: auth, 'content-type': 'application/json' },
    body: JSON.stringify({ fields: { summary: 'Seen by the platform' } }),
  });
  await page.goto(`${lab.address}/platform?as=editor`);
  await page.getByRole('button', { name: 'Run now' }).click();
  await expect(page.getByText('error: {"context":').first()).toBeVisible();
  await expect(page.getByText('avi:jira:updated:issue').first()).toBeVisible();
  await expect(page.getByText(/all-issues: delivered, walking-only: filtered/u)).toBeVisible();
  await expect(page.getByRole('cell', { name: 'lab-panel', exact: true }).first()).toBeVisible();
});
