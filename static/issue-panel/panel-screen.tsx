import { lazy, Suspense, useEffect, useSyncExternalStore, type ReactElement } from 'react';
import { recordKinds } from '#domain/use-case/fields';
import type { AccountId } from '#domain/ids';
import type { DeviceStore } from '../shared/device-store';
import { WorkspaceContext, type Wordings } from '../shared/record/workspace-context';
import { Loading } from './screens/loading';
import { Ready } from './screens/ready';
import type { Workspace } from '../shared/record/workspace';
import { isBlank, type WorkspaceState } from '../shared/record/workspace-state';
import { withTexts } from '../shared/texts';

const Empty = lazy(withTexts(() => import('./screens/empty'), 'screens', 'shared'));
const Failed = lazy(withTexts(() => import('./screens/failed'), 'screens', 'shared'));
const NotHere = lazy(withTexts(() => import('./screens/not-here'), 'screens', 'shared'));
const Unreadable = lazy(withTexts(() => import('./screens/unreadable'), 'screens', 'shared'));

/** Chooses the screen for the panel's state, and keeps the state fresh. */
export function PanelScreen({
  workspace,
  viewer,
  device,
  wording,
}: {
  readonly workspace: Workspace;
  readonly viewer: AccountId;
  readonly device: DeviceStore;
  readonly wording: Wordings;
}): ReactElement {
  const state = useSyncExternalStore(workspace.subscribe, workspace.state);
  useReloadOnReturn(workspace);
  // Names and the use case above are for a second look; the first picture does not wait for them.
  useEffect(() => whenIdle(workspace.loadNames), [workspace, state.records, state.subject]);
  useEffect(() => whenIdle(workspace.loadAbove), [workspace, state.subject]);
  return (
    <WorkspaceContext.Provider value={{ workspace, state, viewer, device, wording }}>
      <Suspense fallback={<Loading />}>
        <div className="panel">{screenFor(state)}</div>
      </Suspense>
    </WorkspaceContext.Provider>
  );
}

/** Runs something once the browser has time for it; the answer calls it off. */
function whenIdle(work: () => Promise<void>): () => void {
  const idle = requestIdleCallback(() => void work(), { timeout: 1_000 });
  return () => {
    cancelIdleCallback(idle);
  };
}

function screenFor(state: WorkspaceState): ReactElement {
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
function useReloadOnReturn(workspace: Workspace): void {
  useEffect(() => {
    const onReturn = (): void => {
      if (document.visibilityState === 'visible' && workspace.state().saves.length === 0)
        void workspace.load();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [workspace]);
}
