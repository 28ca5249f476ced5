import { lazy, Suspense, useEffect, useRef, type ReactElement } from 'react';
import type { AccountId } from '#domain/ids';
import { Drawing } from './chart/drawing';
import { isTyping } from './tools/is-typing';
import type { PictureStore } from './data/picture-store';
import './quadrant.css';
import { SumLine } from './sum-line';
import { PrintTable } from './tools/print-table';
import { Toolbar } from './tools/toolbar';
import { usePrinting } from './tools/use-printing';
import { Tray } from './scoring/tray';
import { useWidth } from './chart/use-size';
import { usePage, type Page } from './use-page';
import { t, withTexts } from '../../shared/texts';

const Details = lazy(withTexts(() => import('./scoring/details'), 'shared', 'rating', 'tools'));
const Failed = lazy(() => import('../failed'));
const FilterNote = lazy(withTexts(() => import('./tools/filter-note'), 'tools'));
const ScoreTable = lazy(withTexts(() => import('./score-table'), 'shared', 'rating', 'tools'));
const Selection = lazy(withTexts(() => import('./tools/selection'), 'shared', 'rating', 'tools'));
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
    <section className="quadrant" aria-label={t('quadrant.quadrantPage.quadrant')}>
      <div className="page-head">
        <h1>{t('quadrant.quadrantPage.quadrant')}</h1>
        <SumLine picture={picture} filter={page.filter} onReadAgain={() => void store.load()} />
      </div>
      <div className="bar">
        <Toolbar page={page} />
        {/* The tools come once the picture is complete: they work on all of it. */}
        <div className="actions tools">
          <Suspense>{phase === 'ready' ? <Tools page={page} /> : null}</Suspense>
        </div>
      </div>
      <Suspense>{isNarrowed(page) ? <FilterNote page={page} /> : null}</Suspense>
      <ProjectNotice page={page} />
      <Body page={page} />
    </section>
  );
}

function isNarrowed({ filter: { text, stage, quadrant, person, jql } }: Page): boolean {
  return [text, stage, quadrant, person, jql].some((each) => each !== '');
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
          {t('quadrant.quadrantPage.close')}
        </button>
      )}
    </p>
  );
}

function Body({ page }: { readonly page: Page }): ReactElement {
  const { asTable, choice, picks } = page;
  const box = useRef<HTMLDivElement>(null);
  const height = heightFor(useWidth(box));
  useFocusBack(page);
  const printing = usePrinting();
  return (
    <div
      ref={box}
      className={choice.chosen === undefined ? 'quadrant-body' : 'quadrant-body with-details'}
    >
      <div className="quadrant-main">
        {asTable ? (
          <Suspense fallback={<p className="quiet">{t('quadrant.quadrantPage.loading')}</p>}>
            <ScoreTable page={page} />
          </Suspense>
        ) : (
          <Drawing page={page} height={height} />
        )}
        {picks.ids.size === 0 ? null : (
          <Suspense>
            <Selection page={page} />
          </Suspense>
        )}
      </div>
      <Beside page={page} />
      {printing ? <PrintTable page={page} /> : null}
      <Unplaced page={page} />
    </div>
  );
}

/** How high the picture is on a page of a width, with details beside it or without. */
function heightFor(width: number): number {
  return Math.round(Math.min(1200, Math.max(360, width * 0.6)));
}

/** When what had the focus is gone, the picture has it, where one goes on from who was reached last. */
function useFocusBack({ asTable, choice, picks, chart }: Page): void {
  const { chosen, opened } = choice;
  const shown = [asTable, chosen?.item.issue.id, opened, picks.ids.size] as const;
  const before = useRef<readonly unknown[]>(shown);
  useEffect(() => {
    const changed = shown.some((each, index) => each !== before.current[index]);
    before.current = shown;
    if (changed && document.activeElement === document.body) chart.current?.focus();
  });
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
