import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import type { AccountId } from '#ports/ids';
import { Drawing } from './chart/drawing';
import { isTyping } from './tools/is-typing';
import type { PictureStore } from './data/picture-store';
import './quadrant.css';
import { SumLine } from './sum-line';
import { Toolbar } from './tools/toolbar';
import { Tray } from './scoring/tray';
import { usePage, type Page } from './use-page';

const Details = lazy(() => import('./scoring/details'));
const Failed = lazy(() => import('../failed'));
const ScoreTable = lazy(() => import('./score-table'));
const Selection = lazy(() => import('./tools/selection'));
const Tools = lazy(() => import('./tools/tools'));

/** Value against effort: what comes first, and why. */
export function QuadrantPage({
  store,
  viewer,
  locale,
}: {
  readonly store: PictureStore;
  readonly viewer: AccountId;
  readonly locale: string;
}): ReactElement {
  const page = usePage(store, viewer, locale);
  const { picture, asTable } = page;
  const { phase } = picture.state;
  useTableKey(() => {
    page.setAsTable(!asTable);
  });
  if (phase === 'failed')
    return <Failed problem={picture.state.problem} onRetry={() => void store.load()} />;
  return (
    <section className="quadrant" aria-label="Quadrant">
      <div className="page-head">
        <h1>Quadrant</h1>
        <SumLine picture={picture} filter={page.filter} onReadAgain={() => void store.load()} />
        {/* The tools come once the picture is complete: they work on all of it. */}
        <div className="actions tools">
          <Suspense>{phase === 'ready' ? <Tools page={page} /> : null}</Suspense>
        </div>
      </div>
      <Toolbar page={page} />
      <ProjectNotice page={page} />
      <Body page={page} />
    </section>
  );
}

function ProjectNotice({ page }: { readonly page: Page }): ReactElement {
  const { text, busy } = page.notice;
  return (
    <p className="actions" role="status">
      {text}
      {text === '' || busy ? null : (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            page.setNotice({ text: '', busy: false });
          }}
        >
          Close
        </button>
      )}
    </p>
  );
}

function Body({ page }: { readonly page: Page }): ReactElement {
  const { asTable, choice, picks } = page;
  return (
    <div className={choice.chosen === undefined ? 'quadrant-body' : 'quadrant-body with-details'}>
      <div className="quadrant-main">
        {asTable ? (
          <Suspense fallback={<p className="quiet">Loading …</p>}>
            <ScoreTable page={page} />
          </Suspense>
        ) : (
          <Drawing page={page} />
        )}
        {picks.ids.size === 0 ? null : (
          <Suspense>
            <Selection page={page} />
          </Suspense>
        )}
        <Unplaced page={page} />
      </div>
      <Beside page={page} />
    </div>
  );
}

function Beside({ page }: { readonly page: Page }): ReactElement | null {
  const { chosen } = page.choice;
  if (chosen === undefined) return null;
  return (
    <Suspense fallback={<div className="bone bone-tall" />}>
      <Details page={page} chosen={chosen} />
    </Suspense>
  );
}

function Unplaced({ page }: { readonly page: Page }): ReactElement {
  const { picture, choice, mayEdit } = page;
  return (
    <Tray
      unscored={picture.unscored}
      mayEdit={mayEdit}
      next={choice.run}
      onChoose={(item) => {
        choice.choose({ item, scoring: true });
      }}
      onStart={() => {
        choice.start();
      }}
    />
  );
}

/** T shows the table, wherever nobody is typing. */
function useTableKey(toggle: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey } = event;
      if (key.toLowerCase() === 't' && !isTyping(event) && !ctrlKey && !metaKey) toggle();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  });
}
