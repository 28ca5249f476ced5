import { jiraProjectIssues } from '#adapters/jira/project-issues';
import { jiraScores } from '#adapters/jira/scores';
import { thresholdKeyOf } from '#domain/scoring/scoring-settings';
import { scoreToNewest } from '#bulk/score-project';
import { requestAsViewer } from '../../../shared/bridge';
import { messageFor } from '../../../shared/messages';
import { saveSettings } from '../../../shared/save-settings';
import type { Noticing, WithPicture, WithStore } from './page-parts';
import { t } from '../../../shared/texts';
import { countOf } from '../../../shared/say-figures';

/**
 * Saves where high begins, for everybody, and makes the stored scores anew, so that queries and
 * automations find the new quadrants. What another admin decided meanwhile is shown instead. True where
 * the project's settings are what they were told to be, or what somebody else made them.
 */
export async function saveThresholds(
  {
    store,
    picture: { state },
    setNotice,
  }: Pick<WithStore, 'store'> & WithPicture & Pick<Noticing, 'setNotice'>,
  thresholds: { readonly value: number; readonly effort: number },
): Promise<boolean> {
  const { scoring, subject } = state;
  if (scoring === undefined || subject === undefined) return false;
  const say = (text: string, busy = false): void => {
    setNotice({ text, busy });
  };
  const base = scoring.thresholds;
  const next = { ...base, [thresholdKeyOf(scoring)]: thresholds };
  say(t('tools.saveThresholds.saving'), true);
  const changes = [{ part: 'thresholds', base, next }] as const;
  const saved = await saveSettings(store.world.project, {
    ...{ changes, replaces: null },
    onChecking: () => {
      say(t('tools.saveThresholds.stillCheckingWhetherThisWas'), true);
    },
  });
  if (!saved.ok) {
    const { title, text } = messageFor(saved.error, subject.name);
    say(`${title}. ${text}`);
    return false;
  }
  const { stored, clashes } = saved.value;
  await store.settled(stored);
  if (clashes.length > 0) {
    say(t('tools.saveThresholds.anotherAdminMovedTheThresholds'));
    return true;
  }
  const ports = {
    issues: jiraProjectIssues(requestAsViewer),
    estimates: store.world.estimates,
    scores: jiraScores(requestAsViewer),
    projects: store.world.projects,
    clock: { now: store.world.now },
  };
  const made = await scoreToNewest(ports, store.world.project, stored, (done, all) => {
    say(
      t('tools.saveThresholds.ofScoresAreMadeAnew', {
        done: countOf(done),
        all: countOf(all),
      }),
      true,
    );
  });
  say(endOf(made));
  return true;
}

function endOf(made: Awaited<ReturnType<typeof scoreToNewest>>): string {
  if (!made.ok) return t('tools.saveThresholds.savedTheStoredScoresWere');
  const { refused } = made.value;
  if (refused === 0) return t('tools.saveThresholds.savedForEverybody');
  return t('tools.saveThresholds.savedScoresAreYoursTo', { refused });
}
