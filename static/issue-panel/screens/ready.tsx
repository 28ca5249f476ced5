import { lazy, Suspense, type ReactElement } from 'react';
import { usePrefetchedEditor } from '../editing/lazy-editor';
import { Footer } from '../parts/footer';
import { Gaps } from '../parts/gaps';
import { KpiSummary } from '../parts/kpi-summary';
import { StageSummary } from '../parts/stage-summary';
import { usePanel } from '../panel-context';

// The answer comes first: stage, KPI and gaps are there at once, the reading matter right after.
const Messages = lazy(() => import('../parts/messages'));
const Details = lazy(() => import('../parts/details'));

/** The use case: what should move, what is missing, what it says, and who said so. */
export function Ready(): ReactElement {
  const { state, mayEdit } = usePanel();
  usePrefetchedEditor(mayEdit);
  const unusual =
    state.saves.length +
    state.clashes.length +
    state.news.length +
    Object.keys(state.drafts).length;
  const newer = Object.values(state.records).some((record) => record.state === 'newer');
  return (
    <>
      {unusual > 0 || newer ? (
        <Suspense>
          <Messages />
        </Suspense>
      ) : null}
      <StageSummary />
      <KpiSummary />
      <Gaps />
      <Suspense fallback={<div className="bone bone-tall" />}>
        <Details />
      </Suspense>
      <Footer />
    </>
  );
}
