import { createRoot } from 'react-dom/client';
import { jiraIssueRecords } from '#adapters/jira/issue-records';
import { jiraPeople } from '#adapters/jira/people';
import { api } from '../shared/api';
import '../shared/base.css';
import { enableTheme, readFrameContext, requestAsViewer } from '../shared/bridge';
import { deriveLater } from '../shared/derive';
import { deviceStore } from '../shared/device-store';
import { pause } from '../shared/pause';
import { startTexts } from '../shared/texts';
import { wordingFor } from '../shared/wording';
import './panel.css';
import { PanelScreen } from './panel-screen';
import { Loading } from './screens/loading';
import { draftStore } from '../shared/record/drafts';
import { lastSeen } from '../shared/record/last-seen';
import { createWorkspace } from '../shared/record/workspace';

async function start(): Promise<void> {
  const surface = document.getElementById('surface');
  if (surface === null) return;
  const root = createRoot(surface);
  const [context] = await Promise.all([readFrameContext(), enableTheme()]);
  const { site, viewer, issue, project, locale } = context;
  const device = deviceStore(site);
  const workspace = createWorkspace({
    place: { issue, project },
    viewer,
    records: jiraIssueRecords(requestAsViewer),
    people: jiraPeople(requestAsViewer),
    drafts: draftStore(device, viewer, issue),
    seen: lastSeen(device, viewer, issue),
    recordEdit: api.recordEdit,
    replaceRecord: api.replaceRecord,
    withdrawEdit: api.withdrawEdit,
    derive: deriveLater,
    newOpId: () => crypto.randomUUID(),
    wait: pause,
  });
  // Texts and record are asked for together; the words come first.
  const loading = workspace.load();
  await startTexts(locale, 'panel');
  root.render(<Loading />);
  await loading;
  root.render(<PanelScreen {...{ workspace, viewer, device }} wording={wordingFor(locale)} />);
}

void start();
