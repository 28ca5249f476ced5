import { lazy, useEffect, useMemo, useSyncExternalStore, type ReactElement } from 'react';
import { jiraPeople } from '#adapters/jira/people';
import { jiraProjectIssues } from '#adapters/jira/project-issues';
import { jiraProjectProperties } from '#adapters/jira/project-properties';
import { readProgramme } from '#domain/programme/stored-programme';
import { requestAsViewer, type FrameContext } from '../shared/bridge';
import { deviceStore } from '../shared/device-store';
import { wordingFor } from '../shared/wording';
import Failed from './failed';
import { ProjectContext } from './project-context';
import { createProjectStore, type ProjectState, type ProjectStore } from './project-store';
import { Waiting } from './waiting';
import { t } from '../shared/texts';

const UseCasesPage = lazy(() => import('./use-cases/use-cases-page'));
const ImportPage = lazy(() => import('./import/import-page'));
const ProgrammePage = lazy(() => import('./programme/programme-page'));
const TemplatesPage = lazy(() => import('./templates/templates-page'));
const PrintPage = lazy(() => import('./print/print-page'));

/** What a page beside the quadrant is told: which one it is, and how to go on. */
export type PagesProps = {
  readonly path: string;
  readonly go: (path: string) => void;
};

/** The pages that work on the records of a whole project. They come, and read, when one is visited. */
export function pagesFor(context: FrameContext): (props: PagesProps) => ReactElement {
  const store = storeFor(context);
  const wording = wordingFor(context.locale);
  return function Pages({ path, go }) {
    const state = useSyncExternalStore(store.subscribe, store.state);
    useEffect(() => {
      if (store.state().phase !== 'ready') void store.load();
    }, []);
    const rawProgramme = state.subject?.rawProgramme;
    const programme = useMemo(() => readProgramme(rawProgramme ?? {}), [rawProgramme]);
    return (
      <ProjectContext.Provider value={{ store, state, wording, go, programme }}>
        {pageFor(path, state, store)}
      </ProjectContext.Provider>
    );
  };
}

function storeFor({ site, project, viewer }: FrameContext): ProjectStore {
  return createProjectStore({
    project,
    viewer,
    issues: jiraProjectIssues(requestAsViewer),
    projects: jiraProjectProperties(requestAsViewer),
    people: jiraPeople(requestAsViewer),
    newId: () => crypto.randomUUID(),
    device: deviceStore(site),
    // What writes comes with the first change.
    saveMany: async (document, edits) => {
      const { saveManyAs } = await import('../shared/save-many');
      return saveManyAs(viewer)(document, edits);
    },
    removeRecord: async (issue, document, seen) => {
      const { removeRecord } = await import('../shared/save-many');
      return removeRecord(issue, document, seen);
    },
  });
}

function pageFor(path: string, state: ProjectState, store: ProjectStore): ReactElement {
  if (state.phase === 'loading') {
    const { read, all } = state.progress;
    return (
      <Waiting
        text={
          all === 0
            ? t('quadrant.pages.readingTheProject')
            : t('quadrant.pages.ofIssuesAreHere', { read, all })
        }
      />
    );
  }
  if (state.phase === 'failed')
    return <Failed problem={state.problem} onRetry={() => void store.load()} />;
  if (path.startsWith('/programme')) return <ProgrammePage />;
  if (path.startsWith('/templates')) return <TemplatesPage />;
  if (path.startsWith('/import')) return <ImportPage />;
  if (path.startsWith('/print')) return <PrintPage keys={path.slice('/print/'.length)} />;
  return <UseCasesPage />;
}
