import { createContext, useContext } from 'react';
import type { AllValues } from '#domain/use-case/fields';
import type { AccountId } from '#domain/ids';
import type { DeviceStore } from '../device-store';
import type { wordingFor } from '../wording';
import type { Workspace } from './workspace';
import { isNewer, shownValues, type WorkspaceState } from './workspace-state';

export type Wordings = ReturnType<typeof wordingFor>;

type WorkspaceContextValue = {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
  readonly viewer: AccountId;
  readonly device: DeviceStore;
  readonly wording: Wordings;
};

export const WorkspaceContext = createContext<WorkspaceContextValue | undefined>(undefined);

/** The record's workspace, its state and how figures are written, for the screens and parts inside of it. */
export function useWorkspace(): WorkspaceContextValue & {
  readonly values: AllValues;
  readonly mayEdit: boolean;
  readonly nameOf: (accountId: string) => string;
} {
  const context = useContext(WorkspaceContext);
  if (context === undefined) throw new Error('useWorkspace stands outside of its context.');
  const { state, viewer } = context;
  return {
    ...context,
    values: shownValues(state),
    mayEdit: state.subject?.mayEdit === true && !isNewer(state),
    nameOf: (accountId) => nameFor(accountId, viewer, state),
  };
}

/** A name that could not be read is known to be blank. */
function nameFor(accountId: string, viewer: AccountId, { names }: WorkspaceState): string {
  if (accountId === viewer) return 'you';
  const name = names.get(accountId) ?? '';
  return name === '' ? 'somebody' : name;
}
