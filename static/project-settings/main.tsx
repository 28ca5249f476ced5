import { createRoot } from 'react-dom/client';
import { jiraEstimates } from '#adapters/jira/estimates';
import { jiraPeople } from '#adapters/jira/people';
import { jiraProjectIssues } from '#adapters/jira/project-issues';
import { jiraProjectProperties } from '#adapters/jira/project-properties';
import { jiraScores } from '#adapters/jira/scores';
import '../shared/base.css';
import { enableTheme, readFrameContext, requestAsViewer } from '../shared/bridge';
import { deviceStore } from '../shared/device-store';
import { saveSettings } from '../shared/save-settings';
import { startTexts } from '../shared/texts';
import { wordingFor } from '../shared/wording';
import { SettingsScreen } from './settings-screen';
import './settings.css';

async function start(): Promise<void> {
  const surface = document.getElementById('surface');
  if (surface === null) return;
  const [{ site, project, viewer, locale }] = await Promise.all([
    readFrameContext(),
    enableTheme(),
  ]);
  const projects = jiraProjectProperties(requestAsViewer);
  const [found] = await Promise.all([
    projects.loadProject(project),
    startTexts(locale, 'core', 'shared', 'editing', 'rating', 'settings'),
  ]);
  createRoot(surface).render(
    <SettingsScreen
      subject={found.ok ? found.value : undefined}
      world={{
        ...{ project, viewer, device: deviceStore(site) },
        projects,
        issues: jiraProjectIssues(requestAsViewer),
        estimates: jiraEstimates(requestAsViewer),
        scores: jiraScores(requestAsViewer),
        people: jiraPeople(requestAsViewer),
        saveSettings: (editing) => saveSettings(project, editing),
        wording: wordingFor(locale),
      }}
    />,
  );
}

void start();
