import { jiraProjectIssues } from '#adapters/jira/project-issues';
import { jiraScores } from '#adapters/jira/scores';
import { scoreProject } from '../../../src/operations/score-project';
import { api } from '../../shared/api';
import { requestAsViewer } from '../../shared/bridge';
import { messageFor } from '../../shared/messages';
import type { Page } from './use-page';

/**
 * Saves where high begins, for everybody, and makes the stored scores anew, so that queries and
 * automations find the new quadrants. What another admin decided meanwhile is shown instead.
 */
export async function saveThresholds(
  { store, picture: { look, state } }: Page,
  thresholds: { readonly value: number; readonly effort: number },
  say: (text: string) => void,
): Promise<void> {
  const { scoring, subject } = state;
  if (scoring === undefined || subject === undefined) return;
  const base = scoring.thresholds;
  const next = { ...base, [look.model.id]: thresholds };
  say('Saving …');
  const saved = await api.changeSettings({ changes: [{ part: 'thresholds', base, next }] });
  if (!saved.ok) {
    const { title, text } = messageFor(saved.error, subject.name);
    say(`${title}. ${text}`);
    return;
  }
  const { stored, clashes, lost } = saved.value;
  await store.settled(stored);
  if (clashes.length + lost.length > 0) {
    say('Another admin moved the thresholds at the same moment. Theirs are shown.');
    return;
  }
  const ports = {
    issues: jiraProjectIssues(requestAsViewer),
    estimates: store.world.estimates,
    scores: jiraScores(requestAsViewer),
    clock: { now: store.world.now },
  };
  const made = await scoreProject(ports, store.world.project, stored, (done, all) => {
    say(`${done.toLocaleString('en')} of ${all.toLocaleString('en')} scores are made anew …`);
  });
  const left = made.ok ? made.value.refused : undefined;
  if (left === undefined)
    say(
      'Saved. The stored scores were not made anew: Jira did not answer. Save the settings again to try.',
    );
  else
    say(
      left === 0
        ? 'Saved for everybody.'
        : `Saved. ${String(left)} scores are yours to read only and stay.`,
    );
}
