import { createRoot } from 'react-dom/client';
import { jiraIssueRecords } from '#adapters/jira/issue-records';
import { jiraPeople } from '#adapters/jira/people';
import { jiraProjectIssues } from '#adapters/jira/project-issues';
import { jiraProjectProperties } from '#adapters/jira/project-properties';
import { jiraEstimates } from '#adapters/jira/estimates';
import { jiraScoredIssues } from '#adapters/jira/scored-issues';
import { api } from '../shared/api';
import '../shared/base.css';
import { enableTheme, pageHistory, readFrameContext, requestAsViewer } from '../shared/bridge';
import { runSave } from '../shared/record/run-save';
import { wordingFor } from '../shared/wording';
import './page.css';
import { pictureCache } from './quadrant/picture-cache';
import { createPictureStore } from './quadrant/picture-store';
import { createProjectStore } from './project-store';
import { ProjectScreen } from './project-screen';

async function start(): Promise<void> {
  const surface = document.getElementById('surface');
  if (surface === null) return;
  const [context, history] = await Promise.all([readFrameContext(), pageHistory(), enableTheme()]);
  const records = jiraIssueRecords(requestAsViewer);
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));
  const store = createProjectStore({
    project: context.project,
    viewer: context.viewer,
    issues: jiraProjectIssues(requestAsViewer),
    projects: jiraProjectProperties(requestAsViewer),
    people: jiraPeople(requestAsViewer),
    newId: () => crypto.randomUUID(),
    saveEdit: (issue, kind, { opId, changes }) =>
      runSave(
        { records, wait, recordEdit: (payload) => api.recordEditOf({ ...payload, issue }) },
        { kind, opId, changes, phase: 'saving' },
        () => undefined,
      ),
  });
  createRoot(surface).render(
    <ProjectScreen
      store={store}
      pictures={createPictureStore({
        project: context.project,
        source: jiraScoredIssues(requestAsViewer),
        projects: jiraProjectProperties(requestAsViewer),
        estimates: jiraEstimates(requestAsViewer),
        cache: pictureCache(context.viewer, context.project, Date.now),
        now: Date.now,
      })}
      history={history}
      wording={wordingFor(context.locale)}
    />,
  );
}

void start();
