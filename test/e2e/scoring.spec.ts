import type { FrameLocator } from '@playwright/test';
import { expect, test } from './northstar';

const section = (panel: FrameLocator) => panel.getByRole('region', { name: 'Value and effort' });

/** Answers all four criteria with the arrow keys alone, the focus going from one to the next. */
const answers = [
  ['Revenue impact', '5: Moves the year’s result'],
  ['Customers reached', '4: A third of customers'],
  ['Strategic fit', '4: Serves a first goal of the year'],
  ['What we learn', '2: Confirms what we know'],
] as const;

const answerAll = async (panel: FrameLocator): Promise<void> => {
  for (const [group, step] of answers) {
    await panel.getByRole('group', { name: group }).getByRole('radio', { name: step }).check();
  }
};

test('a use case is scored in its panel, explained, and the score is taken back', async ({
  jira,
  page,
}) => {
  const panel = await jira.openPanel('CDP-21');
  await expect(section(panel).getByText('Not scored yet.')).toBeVisible();
  await panel.getByRole('button', { name: 'Score it' }).click();
  await expect(section(panel).getByText('5 points, the estimate of this work item')).toBeVisible();
  await expect(section(panel).getByText(/^Still open: Revenue impact/u)).toBeVisible();
  await answerAll(panel);
  await panel.getByLabel('Evidence').selectOption({ label: 'A measured result (100% sure)' });
  await expect(section(panel).getByText('Score 0.84')).toBeVisible();
  await panel.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(panel.getByRole('button', { name: 'Change' })).toBeVisible();
  await section(panel).getByText('Why this score').click();
  await expect(section(panel).getByText('0.4 × 5 + 0.3 × 4 + 0.2 × 4 + 0.1 × 2 =')).toBeVisible();
  await expect(section(panel).getByText('4.2 ÷ 5 =')).toBeVisible();
  await expect(section(panel).getByText('Effort 8 instead of 5: strategic bet')).toBeVisible();
  // The score follows once the answers are saved.
  await expect
    .poll(() => jira.stored('CDP-21', 'northstarScore'))
    .toMatchObject({
      value: 4.2,
      effort: 5,
      effortFrom: 'issue',
      quadrant: 'quick-win',
    });

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(section(panel).getByText('Not scored yet.')).toBeVisible();
  // The score follows once the answers are saved.
  await expect.poll(() => jira.stored('CDP-21', 'northstarScore')).toBeUndefined();
});

test('a use case can be scored with the keyboard alone', async ({ jira, page }) => {
  const panel = await jira.openPanel('CDP-26');
  await panel.getByRole('button', { name: 'Score it' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('radio', { name: /^1: None that we could/u })).toBeFocused();
  for (let criterion = 0; criterion < 4; criterion += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
  }
  await expect(section(panel).getByText('Value 3 · Effort 3 points')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Change' })).toBeVisible();
  // The score follows once the answers are saved.
  await expect
    .poll(() => jira.stored('CDP-26', 'northstarScore'))
    .toMatchObject({ value: 3, effort: 3 });
});

test('answers that are not saved survive a reload, and clashing ones are both shown', async ({
  jira,
}) => {
  const panel = await jira.openPanel('CDP-27');
  await panel.getByRole('button', { name: 'Change' }).click();
  await panel
    .getByRole('group', { name: 'Revenue impact' })
    .getByRole('radio', { name: /^5/u })
    .check();
  const again = await jira.openPanel('CDP-27');
  await again.getByRole('button', { name: 'Take them up' }).click();
  const revenue = again.getByRole('group', { name: 'Revenue impact' });
  await expect(revenue.getByRole('radio', { name: /^5/u })).toBeChecked();

  const stored = jira.stored('CDP-27', 'northstarRating') as { rev: number; answers: object };
  const theirs = { ...stored, rev: stored.rev + 1, answers: { ...stored.answers, revenue: 3 } };
  await jira.put('CDP-27', theirs, 'northstarRating');
  await again.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(
    again.getByText('Somebody changed Revenue impact while you were changing it'),
  ).toBeVisible();
  await expect(again.getByText('Theirs: 3')).toBeVisible();
  await expect(again.getByText('Yours: 5')).toBeVisible();
  await again.getByRole('button', { name: 'Keep mine' }).click();
  await expect
    .poll(() => jira.stored('CDP-27', 'northstarRating'))
    .toMatchObject({ answers: { revenue: 5 } });
});

test('a reader sees the score and cannot change it; damaged answers are left alone', async ({
  jira,
}) => {
  const panel = await jira.openPanel('CDP-29', { as: 'reader' });
  await expect(section(panel).getByText('Score 0.66')).toBeVisible();
  await expect(panel.getByRole('button', { name: /Change|Score it/u })).toHaveCount(0);

  await jira.put('CDP-31', { schema: 1, answers: 'none' }, 'northstarRating');
  const damaged = await jira.openPanel('CDP-31');
  await expect(section(damaged).getByText(/are damaged or were not written/u)).toBeVisible();
  await expect(damaged.getByRole('button', { name: /Change|Score it/u })).toHaveCount(0);

  await jira.put('CDP-31', { schema: 2, rev: 1, answers: {}, changes: [] }, 'northstarRating');
  const newer = await jira.openPanel('CDP-31');
  await expect(section(newer).getByText(/A newer version of Northstar scored/u)).toBeVisible();
});

test('an epic takes the sum of its stories and says so; a changed estimate is followed, and stored on demand', async ({
  jira,
}) => {
  const panel = await jira.openPanel('CDP-60');
  await section(panel).getByText('Why this score').click();
  await expect(
    section(panel).getByText(
      'Effort is the sum of 5 of its 6 stories; the others are not estimated.',
    ),
  ).toBeVisible();
  const { id } = Object.values(jira.local.store.state().issues).find(
    ({ key }) => key === 'CDP-64',
  ) ?? { id: '' };
  const issue = jira.local.store.state().issues[id];
  if (issue === undefined) throw new Error('CDP-64 is gone');
  jira.local.store.commit({ op: 'put-issue', issue: { ...issue, points: 12 } });
  const after = await jira.openPanel('CDP-60');
  await expect(section(after).getByText(/Effort 28 points/u)).toBeVisible();
  const note = section(after)
    .locator('..')
    .getByText(/still find the previous score/u);
  await expect(note).toBeVisible();
  expect(jira.stored('CDP-60', 'northstarScore')).not.toMatchObject({ effort: 28 });
  await after.getByRole('button', { name: 'Update it' }).click();
  await expect.poll(() => jira.stored('CDP-60', 'northstarScore')).toMatchObject({ effort: 28 });
  await expect(note).toHaveCount(0);
});

test('a score that was written without answers is shown as such, and stays', async ({ jira }) => {
  const score = jira.stored('CDP-14', 'northstarScore');
  await jira.put('CDP-9', score, 'northstarScore');
  const panel = await jira.openPanel('CDP-9');
  await expect(panel.getByText('This score was written without Northstar')).toBeVisible();
  expect(jira.stored('CDP-9', 'northstarScore')).toEqual(score);
});

test('a restricted story is not counted, and only who sees it is told', async ({ jira, page }) => {
  const { store } = jira.local;
  const issue = Object.values(store.state().issues).find(({ key }) => key === 'CDP-63');
  const [level] = store.state().securityLevels;
  if (issue === undefined || level === undefined) throw new Error('No story to restrict.');
  const restricted = { ...issue, points: 3, securityLevelId: level.id };
  store.commit({ op: 'put-issue', issue: restricted });
  const seen = await jira.openPanel('CDP-60', { as: 'admin', page });
  await section(seen).getByText('Why this score').click();
  await expect(
    section(seen).getByText(/Not counted: 1 restricted story, 3 points\./u),
  ).toBeVisible();
  const other = await jira.openPanel('CDP-60', { as: 'editor', page });
  await section(other).getByText('Why this score').click();
  await expect(section(other).getByText(/Effort is the sum of/u)).toBeVisible();
  await expect(section(other).getByText(/Not counted/u)).toHaveCount(0);
  store.commit({ op: 'put-issue', issue });
});
