import { createRoot } from 'react-dom/client';
import { jiraProjectProperties } from '#adapters/jira/project-properties';
import { readSettings } from '#domain/project-settings';
import { api } from '../shared/api';
import '../shared/base.css';
import { enableTheme, readFrameContext, requestAsViewer } from '../shared/bridge';
import { SettingsScreen } from './settings-screen';
import './settings.css';

async function start(): Promise<void> {
  const surface = document.getElementById('surface');
  if (surface === null) return;
  const [{ project }] = await Promise.all([readFrameContext(), enableTheme()]);
  const found = await jiraProjectProperties(requestAsViewer).loadProject(project);
  const loaded = found.ok
    ? { ...found.value, visibility: readSettings(found.value.rawSettings).visibility }
    : undefined;
  createRoot(surface).render(
    <SettingsScreen project={loaded} changeVisibility={api.changeVisibility} />,
  );
}

void start();
