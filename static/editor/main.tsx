import { createRoot } from 'react-dom/client';
import { jiraIssueRecords } from '#adapters/jira/issue-records';
import { jiraIssueSearch } from '#adapters/jira/issue-search';
import { jiraPeople } from '#adapters/jira/people';
import { jiraProjectIssues } from '#adapters/jira/project-issues';
import { api } from '../shared/api';
import '../shared/base.css';
import { closeDialog, enableTheme, readFrameContext, requestAsViewer } from '../shared/bridge';
import { deriveLater } from '../shared/derive';
import { deviceStore } from '../shared/device-store';
import { pause } from '../shared/pause';
import { Notice } from '../shared/notice';
import { draftStore } from '../shared/record/drafts';
import { lastSeen } from '../shared/record/last-seen';
import { readEditorOrder } from '../shared/record/editor-order';
import { createWorkspace } from '../shared/record/workspace';
import { wordingFor } from '../shared/wording';
import './editor.css';
import { EditorScreen } from './editor-screen';
import { EditorServices } from './editor-services';
import { startTexts, t } from '../shared/texts';

async function start(): Promise<void> {
  const surface = document.getElementById('surface');
  if (surface === null) return;
  const root = createRoot(surface);
  const [context] = await Promise.all([readFrameContext(), enableTheme()]);
  const texts = startTexts(context.locale, 'core', 'shared', 'editing', 'editor');
  const order = readEditorOrder(context.modal);
  if (order === undefined) {
    await texts;
    root.render(<Notice tone="error" title={t('editor.main.openTheEditorFromAn')} />);
    return;
  }
  const { viewer } = context;
  const { issue, project, subject } = order;
  const device = deviceStore(context.site);
  const records = jiraIssueRecords(requestAsViewer);
  const people = jiraPeople(requestAsViewer);
  const workspace = createWorkspace({
    place: { issue, project },
    viewer,
    records,
    people,
    drafts: draftStore(device, viewer, issue),
    seen: lastSeen(device, viewer, issue),
    recordEdit: (payload) => api.recordEditOf({ ...payload, issue }),
    replaceRecord: api.replaceRecord,
    withdrawEdit: api.withdrawEdit,
    derive: deriveLater,
    newOpId: () => crypto.randomUUID(),
    wait: pause,
  });
  if (subject === undefined) await workspace.load();
  else workspace.show(subject);
  await texts;
  root.render(
    <EditorServices.Provider
      value={{
        people,
        search: jiraIssueSearch(requestAsViewer),
        issues: jiraProjectIssues(requestAsViewer),
        records,
        project,
        issue,
      }}
    >
      <EditorScreen
        {...{ workspace, viewer, device }}
        wording={wordingFor(context.locale)}
        onClose={() => void closeDialog()}
      />
    </EditorServices.Provider>,
  );
}

void start();
