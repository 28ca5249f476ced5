import { aStoredUseCase } from '../builders/stored-record';
import { expect, test } from './northstar';

test('a story shows what it inherits, and follows a change in its use case', async ({
  jira,
  page,
}) => {
  await jira.put(
    'CDP-3',
    aStoredUseCase({
      why: 'Keep customers longer',
      stage: 'walk',
      'kpi.name': 'Churn',
      'kpi.unit': '%',
      'kpi.baseline': 8,
      'kpi.target': 6,
    }),
  );
  const child = Object.values(jira.local.store.state().issues).find(
    ({ key, parentId }) =>
      jira.stored(key) === undefined &&
      jira.local.store.state().issues[parentId ?? '']?.key === 'CDP-3',
  );
  const key = child?.key ?? '';
  await jira.put(key, aStoredUseCase({ who: 'Members' }));
  const panel = await jira.openPanel(key);
  const inherited = panel.getByRole('region', { name: 'From the use case' });
  await expect(inherited.getByText('Keep customers longer')).toBeVisible();
  await expect(inherited.getByText('Churn, 8% → 6%')).toBeVisible();
  await expect(inherited.getByText('Walk')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Say why it matters' })).toHaveCount(0);
  expect(JSON.stringify(jira.stored(key))).not.toContain('Keep customers longer');

  await jira.put('CDP-3', aStoredUseCase({ why: 'Win customers back' }));
  await jira.openPanel(key);
  await expect(inherited.getByText('Win customers back')).toBeVisible();
  await inherited.getByRole('button', { name: /^CDP-3/ }).click();
  await expect(page).toHaveURL(/browse\/CDP-3/u);
});
