import { Suspense, useEffect, useState, type ComponentType, type ReactElement } from 'react';
import type { FrameContext } from '../shared/bridge';
import type { PageHistory } from '../shared/page-history';
import type { PagesProps } from './pages';
import type { PictureStore } from './quadrant/data/picture-store';
import { QuadrantPage } from './quadrant/quadrant-page';
import { Waiting } from './waiting';
import { t } from '../shared/texts';

const tabs = [
  {
    path: '/quadrant',
    title: 'quadrant.projectScreen.quadrant',
  },
  {
    path: '/use-cases',
    title: 'quadrant.projectScreen.useCases',
  },
  {
    path: '/programme',
    title: 'quadrant.projectScreen.programme',
  },
  {
    path: '/templates',
    title: 'quadrant.projectScreen.templates',
  },
  {
    path: '/import',
    title: 'quadrant.projectScreen.import',
  },
] as const;

/** The page of a project: its use cases, its programme, and the ways in and out. */
export function ProjectScreen({
  pictures,
  history,
  context: { viewer, locale },
  pages: Pages,
}: {
  readonly pictures: PictureStore;
  readonly history: PageHistory;
  readonly context: Pick<FrameContext, 'viewer' | 'locale'>;
  /** Everything but the quadrant. */
  readonly pages: ComponentType<PagesProps>;
}): ReactElement {
  const [path, setPath] = useState(history.path);
  useEffect(() => history.listen(setPath), [history]);
  const here =
    tabs.find((tab) => path.startsWith(tab.path))?.path ??
    (path.startsWith('/print') ? '/print' : '/quadrant');
  useEffect(() => {
    // Each page reads what it needs, and only when somebody looks at it.
    if (here === '/quadrant') void pictures.load();
  }, [here, pictures]);
  const go = (next: string): void => {
    history.go(next);
    setPath(next);
  };
  return (
    <main className="page">
      {here === '/print' ? null : <Tabs here={here} onGo={go} />}
      <Suspense fallback={<Waiting text={t('quadrant.projectScreen.loading')} />}>
        {here === '/quadrant' ? (
          <QuadrantPage store={pictures} viewer={viewer} locale={locale} />
        ) : (
          <Pages path={path} go={go} />
        )}
      </Suspense>
    </main>
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
    <nav className="tabs" aria-label={t('quadrant.projectScreen.northstar')}>
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
            {t(tab.title)}
          </button>
        );
      })}
    </nav>
  );
}
