import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { usePrefetchedEditor } from '../editing/lazy-editor';
import { Footer } from '../parts/footer';
import { Gaps } from '../parts/gaps';
import { KpiSummary } from '../parts/kpi-summary';
import { ScoreGlance } from '../parts/score-glance';
import { StageSummary } from '../parts/stage-summary';
import { useWorkspace } from '../../shared/record/workspace-context';
import { isNewer } from '../../shared/record/workspace-state';
import { withTexts } from '../../shared/texts';

// The answer comes first: stage, KPI and gaps are there at once, the reading matter when they are drawn.
const Messages = lazy(withTexts(() => import('../parts/messages'), 'screens', 'shared'));
const Details = lazy(() => import('../parts/details'));

/** The use case: what should move, what is missing, what it says, and who said so. */
export function Ready(): ReactElement {
  const { state, mayEdit } = useWorkspace();
  usePrefetchedEditor(mayEdit);
  const settled = useSettled();
  const unusual =
    state.saves.length +
    state.clashes.length +
    state.news.length +
    Object.keys(state.drafts).length;
  return (
    <>
      {unusual > 0 || isNewer(state) ? (
        <Suspense>
          <Messages />
        </Suspense>
      ) : null}
      <StageSummary />
      <ScoreGlance />
      <KpiSummary />
      <Gaps />
      {settled ? (
        <Suspense fallback={<div className="bone bone-tall" />}>
          <Details />
        </Suspense>
      ) : (
        <div className="bone bone-tall" />
      )}
      <Footer />
    </>
  );
}

/** Whether the browser has drawn the first picture and has a moment to spare. */
function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const idle = requestIdleCallback(
      () => {
        setSettled(true);
      },
      { timeout: 500 },
    );
    return () => {
      cancelIdleCallback(idle);
    };
  }, []);
  return settled;
}
