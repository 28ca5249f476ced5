import { createContext, useContext } from 'react';
import type { AllValues } from '#domain/use-case/fields';
import type { AccountId } from '#ports/ids';
import type { wordingFor } from '../shared/wording';
import type { Panel } from './state/panel';
import { isNewer, shownValues, type PanelState } from './state/panel-state';

export type Wordings = ReturnType<typeof wordingFor>;

type PanelContextValue = {
  readonly panel: Panel;
  readonly state: PanelState;
  readonly viewer: AccountId;
  readonly wording: Wordings;
};

export const PanelContext = createContext<PanelContextValue | undefined>(undefined);

/** The panel, its state and how figures are written, for the screens and parts inside of it. */
export function usePanel(): PanelContextValue & {
  readonly values: AllValues;
  readonly mayEdit: boolean;
  readonly nameOf: (accountId: string) => string;
} {
  const context = useContext(PanelContext);
  if (context === undefined) throw new Error('usePanel stands outside of a PanelScreen.');
  const { state, viewer } = context;
  return {
    ...context,
    values: shownValues(state),
    mayEdit: state.subject?.mayEdit === true && !isNewer(state),
    nameOf: (accountId) => nameFor(accountId, viewer, state),
  };
}

/** A name that could not be read is known to be blank. */
function nameFor(accountId: string, viewer: AccountId, { names }: PanelState): string {
  if (accountId === viewer) return 'you';
  const name = names.get(accountId) ?? '';
  return name === '' ? 'somebody' : name;
}
