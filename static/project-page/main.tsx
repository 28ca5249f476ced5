import { lazy } from 'react';
import { createRoot } from 'react-dom/client';
import { jiraEstimates } from '#adapters/jira/estimates';
import { jiraProjectProperties } from '#adapters/jira/project-properties';
import { jiraScoredIssues } from '#adapters/jira/scored-issues';
import '../shared/base.css';
import { enableTheme, pageHistory, readFrameContext, requestAsViewer } from '../shared/bridge';
import { startTexts, withTexts } from '../shared/texts';
import './page.css';
import { pictureCache } from './quadrant/data/picture-cache';
import { createPictureStore } from './quadrant/data/picture-store';
import { ProjectScreen } from './project-screen';

async function start(): Promise<void> {
  const surface = document.getElementById('surface');
  if (surface === null) return;
  const [context, history] = await Promise.all([readFrameContext(), pageHistory(), enableTheme()]);
  const pictures = createPictureStore({
    site: context.site,
    project: context.project,
    source: jiraScoredIssues(requestAsViewer),
    projects: jiraProjectProperties(requestAsViewer),
    estimates: jiraEstimates(requestAsViewer),
    cache: pictureCache(context, Date.now),
    now: Date.now,
  });
  const pages = lazy(async () => {
    const { pagesFor } = await withTexts(
      () => import('./pages'),
      'shared',
      'rating',
      'editing',
      'pages',
    )();
    return { default: pagesFor(context) };
  });
  await startTexts(context.locale, 'quadrant');
  createRoot(surface).render(<ProjectScreen {...{ pictures, history, context, pages }} />);
}

void start();
