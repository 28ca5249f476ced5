import { expect, test } from './northstar';

const mira = '712020:mira-4e1c-8d07-local';

test('a sub-task and a service project do not show the panel', async ({ page, jira }) => {
  for (const key of ['CDP-51', 'HELP-1']) {
    await jira.goTo(key);
    await expect(page.getByRole('heading', { name: 'Details' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Northstar' })).toHaveCount(0);
  }
});

test('local Jira by its other name leads to the address that its frames know', async ({
  page,
  jira,
}) => {
  jira.allowConsole(/^foreign request: http:\/\/localhost/u);
  const other = jira.local.address.replace('127.0.0.1', 'localhost');
  await page.goto(`${other}/browse/CDP-14?as=reader`);
  expect(page.url()).toBe(`${jira.local.address}/browse/CDP-14?as=reader`);
});

test('a person who may not see the project sees nothing of it', async ({ page, jira }) => {
  await jira.goTo('CDP-14', 'stranger');
  await expect(page.getByRole('heading', { name: "You can't see this issue" })).toBeVisible();
});

test('a panel whose issue is out of reach says so', async ({ page, jira }) => {
  jira.allowConsole(/404/u);
  await jira.goTo('SHOP-1');
  await expect(page.getByRole('button', { name: 'Northstar' })).toBeVisible();
  const grant = (held: boolean) =>
    jira.control('/local/grants', 'PUT', {
      project: 'SHOP',
      permission: 'BROWSE_PROJECTS',
      accountId: mira,
      held,
    });
  await grant(false);
  await page.getByRole('button', { name: 'Northstar' }).click();
  const panel = page.frameLocator('iframe[data-resource="issue-panel"]');
  await expect(panel.getByRole('heading', { name: 'You can’t see this work item' })).toBeVisible();
  await grant(true);
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(
    panel.getByRole('heading', { name: 'Make this work item a use case' }),
  ).toBeVisible();
});

test('a reader of an issue without a record is told what it takes', async ({ jira }) => {
  const panel = await jira.openPanel('CDP-27', { as: 'reader' });
  await expect(
    panel.getByText(/Describing it needs the Edit Issues permission in Customer data/u),
  ).toBeVisible();
});

test('a permission lost while typing keeps the text', async ({ jira }) => {
  const panel = await jira.openPanel('SHOP-3');
  await panel.getByRole('button', { name: /Start blank/u }).click();
  await panel.getByRole('textbox', { name: 'Why' }).fill('typed before');
  const grant = (held: boolean) =>
    jira.control('/local/grants', 'PUT', {
      project: 'SHOP',
      permission: 'EDIT_ISSUES',
      accountId: mira,
      held,
    });
  await grant(false);
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(
    panel.getByText(/Changing it needs the Edit Issues permission in Shop front/u),
  ).toBeVisible();
  await panel.getByText('Show my text').click();
  await expect(panel.locator('.kept', { hasText: 'typed before' })).toBeVisible();
  await grant(true);
  expect(jira.stored('SHOP-3')).toBeUndefined();
});

test('an issue deleted meanwhile keeps the text', async ({ page, jira }) => {
  // The panel reads the stories of an issue late; of one that is gone by then, Jira refuses to.
  jira.allowConsole(/400/u);
  const panel = await jira.openPanel('CDP-34');
  await panel.getByRole('button', { name: /Start blank/u }).click();
  await panel.getByRole('textbox', { name: 'Why' }).fill('typed before');
  await jira.control('/rest/api/3/issue/CDP-34', 'DELETE', {}).catch(() => undefined);
  await expect
    .poll(() => Object.values(jira.local.store.state().issues).some(({ key }) => key === 'CDP-34'))
    .toBe(false);
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('This work item no longer exists')).toBeVisible();
  await expect(panel.getByText('Copy your text before you leave.')).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.getByRole('button', { name: 'Copy my text' }).click();
  // The clipboard is written a moment after the click.
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('typed before');
});

for (const { name, key, value, title } of [
  {
    name: 'not JSON that we know',
    key: 'CDP-28',
    value: 'hello',
    title: 'This value was not written by Northstar',
  },
  {
    name: 'a foreign object',
    key: 'CDP-29',
    value: { theirs: true },
    title: 'This value was not written by Northstar',
  },
  {
    name: 'a record of the wrong shape',
    key: 'CDP-30',
    value: { schema: 1, rev: 2, why: 'readable', who: 7, changes: [] },
    title: 'Part of this use case is damaged',
  },
]) {
  test(`${name} is shown, and replaced only when told so`, async ({ jira }) => {
    await jira.put(key, value);
    const panel = await jira.openPanel(key);
    await expect(panel.getByRole('heading', { name: title })).toBeVisible();
    await panel.getByText('Show the stored value').click();
    await expect(panel.locator('pre')).toHaveText(JSON.stringify(value, null, 2));
    expect(jira.stored(key)).toEqual(value);
    await panel.getByRole('button', { name: /Keep what can be read|Replace it/u }).click();
    await expect(panel.getByText(/No KPI yet/u)).toBeVisible();
    const stored = jira.stored(key);
    expect(stored).toMatchObject({ schema: 1 });
    if (title.startsWith('Part')) expect(stored).toMatchObject({ why: 'readable', rev: 3 });
  });
}

test('a record of a newer Northstar is shown and cannot be changed', async ({ jira }) => {
  const value = {
    schema: 2,
    rev: 5,
    stage: 'run',
    why: 'from the future',
    kpi: { name: 'Orders', baseline: 1, target: 2 },
  };
  await jira.put('CDP-31', value);
  const panel = await jira.openPanel('CDP-31');
  await expect(panel.getByRole('heading', { name: 'Read only for now' })).toBeVisible();
  await expect(panel.getByText('from the future').first()).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Edit / })).toHaveCount(0);
  expect(jira.stored('CDP-31')).toEqual(value);
});

test('40,000 characters are refused with what to shorten', async ({ jira }) => {
  const panel = await jira.openPanel('CDP-32');
  await panel.getByRole('button', { name: /Start blank/u }).click();
  const why = panel.getByRole('textbox', { name: 'Why' });
  await why.fill('x'.repeat(40_000));
  const { height } = (await why.boundingBox()) ?? { height: Infinity };
  expect(height).toBeLessThanOrEqual(320);
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText(/^Too long by [\d,]+ characters$/u)).toBeVisible();
  await expect(panel.getByText(/Shorten Why\./u)).toBeVisible();
  await panel.getByRole('button', { name: 'Edit again' }).click();
  await expect(panel.getByRole('textbox', { name: 'Why' })).toHaveValue('x'.repeat(40_000));
  expect(jira.stored('CDP-32')).toBeUndefined();
});

test('a fill that is too long keeps its text', async ({ jira }) => {
  const panel = await jira.openPanel('CDP-28');
  await jira.put('CDP-28', { schema: 1, rev: 1, changes: [] });
  await panel.locator('body').waitFor();
  const reopened = await jira.openPanel('CDP-28');
  await reopened.getByRole('button', { name: 'Fill from text' }).click();
  await jira.dialog.getByRole('textbox').fill(`Why: ${'y'.repeat(40_000)}`);
  await jira.dialog.getByRole('button', { name: 'Sort into fields' }).click();
  await jira.dialog.getByRole('button', { name: 'Fill 1 field' }).click();
  await expect(reopened.getByText(/^Too long by [\d,]+ characters$/u)).toBeVisible();
  await reopened.getByRole('button', { name: 'Edit again' }).click();
  await expect(reopened.getByRole('textbox', { name: 'Why' })).toHaveValue('y'.repeat(40_000));
});

test('markup in a field is text, in the panel and in the fill dialog', async ({ jira }) => {
  const markup = '<script>window.parent.hacked = 1</script><img src=x onerror="alert(1)">';
  const panel = await jira.openPanel('CDP-33');
  await panel.getByRole('button', { name: /Start from text/u }).click();
  await jira.dialog.getByRole('textbox').fill(`Why: ${markup}`);
  await jira.dialog.getByRole('button', { name: 'Sort into fields' }).click();
  await jira.dialog.getByRole('button', { name: 'Fill 1 field' }).click();
  await expect(panel.getByText(markup).first()).toBeVisible();
  await expect(panel.locator('img')).toHaveCount(0);
  await expect.poll(() => jira.stored('CDP-33')).toMatchObject({ why: markup });
});

test('a number and a day that are none are said at the field', async ({ jira }) => {
  const panel = await jira.openPanel('CDP-15');
  await panel.getByRole('button', { name: 'Edit KPI' }).click();
  await panel.getByLabel('Target').fill('a lot');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText(/Write a number, such as 6\.5/u)).toBeVisible();
  await expect(panel.getByLabel('Target')).toHaveValue('a lot');
});

test('a project admin turns Northstar off and on; nobody else can', async ({ page, jira }) => {
  const { address } = jira.local;
  await page.goto(`${address}/projects/SHOP/settings?as=editor`);
  await expect(
    page.getByText('Project settings are for the admins of this project.'),
  ).toBeVisible();
  await page.goto(`${address}/projects/SHOP/settings?as=admin`);
  const settings = page.frameLocator('iframe[data-resource="project-settings"]');
  const box = settings.getByRole('checkbox', {
    name: 'Show Northstar on the work items of Shop front',
  });
  await expect(box).toBeChecked();
  const save = settings.getByRole('button', { name: 'Save settings' });
  await box.uncheck();
  await save.click();
  await expect(settings.getByText('Saved')).toBeVisible();
  await jira.goTo('SHOP-2');
  await expect(page.getByRole('heading', { name: 'Details' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Northstar' })).toHaveCount(0);
  await page.goto(`${address}/projects/SHOP/settings?as=admin`);
  await box.check();
  await save.click();
  await expect(settings.getByText('Saved')).toBeVisible();
  await jira.goTo('SHOP-2');
  await expect(page.getByRole('button', { name: 'Northstar' })).toBeVisible();
});

test('a skeleton stands while the issue is on its way', async ({ page, jira }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/rest/api/3/issue/**', async (route) => {
    if (route.request().headers()['x-local-via'] === 'frame') await held;
    await route.continue();
  });
  const panel = await jira.openPanel('CDP-14');
  await expect(panel.getByRole('status', { name: 'Loading the use case' })).toBeVisible();
  release();
  await expect(panel.getByText('Walk')).toBeVisible();
});

test('a Jira that does not answer is said, and asked again', async ({ jira }) => {
  jira.allowConsole(/503/u);
  await jira.control('/local/faults', 'POST', {
    operationId: 'getProject',
    when: 'before',
    status: 503,
    times: 2,
  });
  const panel = await jira.openPanel('CDP-14');
  await expect(panel.getByRole('heading', { name: 'The use case did not load' })).toBeVisible();
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByText('Walk')).toBeVisible();
});

test('texts that do not load once are asked for again', async ({ jira, page }) => {
  jira.allowConsole(/ERR_FAILED|Failed to fetch dynamically imported module/u);
  let asked = 0;
  await page.route(/en-screens\.js/u, (route) => {
    asked += 1;
    return asked === 1 ? route.abort() : route.continue();
  });
  const panel = await jira.openPanel('CDP-14');
  await expect.poll(() => asked).toBe(1);
  await panel.getByRole('button', { name: 'Fill from text' }).click();
  await expect(jira.dialog.getByRole('heading', { name: 'Fill from text' })).toBeVisible();
  expect(asked).toBe(2);
});
