import { lazy, Suspense, useEffect, useSyncExternalStore, type ReactElement } from 'react';
import { recordKinds } from '#domain/use-case/fields';
import type { AccountId } from '#ports/ids';
import { PanelContext, type Wordings } from './panel-context';
import { Loading } from './screens/loading';
import { Ready } from './screens/ready';
import type { Panel } from './state/panel';
import { isBlank, type PanelState } from './state/panel-state';

const Empty = lazy(() => import('./screens/empty'));
const Failed = lazy(() => import('./screens/failed'));
const NotHere = lazy(() => import('./screens/not-here'));
const Unreadable = lazy(() => import('./screens/unreadable'));

/** Chooses the screen for the panel's state, and keeps the state fresh. */
export function PanelScreen({
  panel,
  viewer,
  wording,
}: {
  readonly panel: Panel;
  readonly viewer: AccountId;
  readonly wording: Wordings;
}): ReactElement {
  const state = useSyncExternalStore(panel.subscribe, panel.state);
  useReloadOnReturn(panel);
  // Names are a word beside a date; the first picture does not wait for them.
  useEffect(() => {
    const idle = requestIdleCallback(() => void panel.loadNames(), { timeout: 1_000 });
    return () => {
      cancelIdleCallback(idle);
    };
  }, [panel, state.records]);
  return (
    <PanelContext.Provider value={{ panel, state, viewer, wording }}>
      <Suspense fallback={<Loading />}>
        <div className="panel">{screenFor(state)}</div>
      </Suspense>
    </PanelContext.Provider>
  );
}

function screenFor(state: PanelState): ReactElement {
  const { phase, subject, records } = state;
  if (phase === 'loading') return <Loading />;
  if (phase === 'failed' || subject === undefined) return <Failed />;
  if (subject.placement !== 'here') return <NotHere placement={subject.placement} />;
  const broken = recordKinds.find((kind) => ['damaged', 'foreign'].includes(records[kind].state));
  if (broken !== undefined) return <Unreadable kind={broken} />;
  const editing = state.open.length > 0 || Object.keys(state.drafts).length > 0;
  return isBlank(state) && !editing ? <Empty /> : <Ready />;
}

/** Coming back to the tab shows what others did meanwhile; edits on their way are left alone. */
function useReloadOnReturn(panel: Panel): void {
  useEffect(() => {
    const onReturn = (): void => {
      if (document.visibilityState === 'visible' && panel.state().saves.length === 0)
        void panel.load();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [panel]);
}
