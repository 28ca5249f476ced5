import {
  lazy,
  Suspense,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactElement,
} from 'react';
import { readProgramme } from '#domain/programme/stored-programme';
import type { PageHistory } from '../shared/bridge';
import { Notice } from '../shared/notice';
import type { wordingFor } from '../shared/wording';
import { ProjectContext } from './project-context';
import type { ProjectState, ProjectStore } from './project-store';
import type { PictureStore } from './quadrant/picture-store';
import { QuadrantPage } from './quadrant/quadrant-page';

const UseCasesPage = lazy(() => import('./use-cases/use-cases-page'));
const ImportPage = lazy(() => import('./import/import-page'));
const ProgrammePage = lazy(() => import('./programme/programme-page'));
const TemplatesPage = lazy(() => import('./templates/templates-page'));
const PrintPage = lazy(() => import('./print/print-page'));

const tabs = [
  { path: '/quadrant', title: 'Quadrant' },
  { path: '/use-cases', title: 'Use cases' },
  { path: '/programme', title: 'Programme' },
  { path: '/templates', title: 'Templates' },
  { path: '/import', title: 'Import' },
] as const;

/** The page of a project: its use cases, its programme, and the ways in and out. */
export function ProjectScreen({
  store,
  pictures,
  history,
  wording,
}: {
  readonly store: ProjectStore;
  readonly pictures: PictureStore;
  readonly history: PageHistory;
  readonly wording: ReturnType<typeof wordingFor>;
}): ReactElement {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const [path, setPath] = useState(history.path);
  useEffect(() => history.listen(setPath), [history]);
  const here =
    tabs.find((tab) => path.startsWith(tab.path))?.path ??
    (path.startsWith('/print') ? '/print' : '/quadrant');
  useEffect(() => {
    // Each page reads what it needs, and only when somebody looks at it.
    if (here === '/quadrant') void pictures.load();
    else if (store.state().phase !== 'ready') void store.load();
  }, [here, pictures, store]);
  const go = (next: string): void => {
    history.go(next);
    setPath(next);
  };
  const rawProgramme = state.subject?.rawProgramme;
  const programme = useMemo(() => readProgramme(rawProgramme ?? {}), [rawProgramme]);
  return (
    <ProjectContext.Provider value={{ store, state, wording, go, programme }}>
      <main className="page">
        {here === '/print' ? null : <Tabs here={here} onGo={go} />}
        <Suspense fallback={<Waiting text="Loading" />}>
          {here === '/quadrant' ? (
            <QuadrantPage store={pictures} viewer={store.world.viewer} locale={wording.locale} />
          ) : (
            pageFor(path, state, store)
          )}
        </Suspense>
      </main>
    </ProjectContext.Provider>
  );
}

function Tabs({
  here,
  onGo,
}: {
  readonly here: string;
  readonly onGo: (path: string) => void;
}): ReactElement {
  return (
    <nav className="tabs" aria-label="Northstar">
      {tabs.map((tab) => {
        return (
          <button
            key={tab.path}
            type="button"
            className="tab"
            aria-current={here === tab.path ? 'page' : undefined}
            onClick={() => {
              onGo(tab.path);
            }}
          >
            {tab.title}
          </button>
        );
      })}
    </nav>
  );
}

function pageFor(path: string, state: ProjectState, store: ProjectStore): ReactElement {
  if (state.phase === 'loading') {
    const { read, all } = state.progress;
    return (
      <Waiting
        text={
          all === 0 ? 'Reading the project' : `${String(read)} of ${String(all)} issues are here`
        }
      />
    );
  }
  if (state.phase === 'failed') return <Failed state={state} onRetry={() => void store.load()} />;
  if (path.startsWith('/programme')) return <ProgrammePage />;
  if (path.startsWith('/templates')) return <TemplatesPage />;
  if (path.startsWith('/import')) return <ImportPage />;
  if (path.startsWith('/print')) return <PrintPage keys={path.slice('/print/'.length)} />;
  return <UseCasesPage />;
}

function Waiting({ text }: { readonly text: string }): ReactElement {
  return (
    <p className="quiet waiting" role="status">
      {text} …
    </p>
  );
}

function Failed({
  state,
  onRetry,
}: {
  readonly state: ProjectState;
  readonly onRetry: () => void;
}): ReactElement {
  const hidden = state.problem?.problem === 'gone' || state.problem?.problem === 'forbidden';
  return (
    <Notice
      tone="error"
      title={hidden ? 'This project is not yours to see' : 'Jira did not answer'}
    >
      <p>
        {hidden ? 'Ask a project admin for access.' : 'Nothing is lost. Try again in a moment.'}
      </p>
      <div className="actions">
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      </div>
    </Notice>
  );
}
