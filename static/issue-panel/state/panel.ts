import type { AppError, SaveView } from '#contract';
import type { Result } from '#domain/result';
import type { FieldName, FieldValue, RecordKind } from '#domain/use-case/fields';
import type { FieldEdit } from '#domain/use-case/merge-edit';
import type { AccountId } from '#ports/ids';
import type { IssuePlace } from '#ports/issue-records';
import type { People } from '#ports/people';
import type { Draft, DraftStore } from './drafts';
import type { LastSeen } from './last-seen';
import { loadSubject } from './load-subject';
import { emptyPanel, type PanelState } from './panel-state';
import type { SaveWorld } from './run-save';
import { savingActions } from './saving-actions';

/** What the panel needs from the world. */
export type PanelWorld = SaveWorld & {
  readonly place: IssuePlace;
  readonly viewer: AccountId;
  readonly people: People;
  readonly drafts: DraftStore;
  readonly seen: LastSeen;
  readonly newOpId: () => string;
  readonly replaceRecord: (payload: {
    readonly kind: RecordKind;
    readonly opId: string;
    readonly seen: string;
  }) => Promise<Result<SaveView, AppError>>;
};

/** The panel's state, as its actions read and change it. */
export type PanelStore = {
  readonly state: () => PanelState;
  readonly update: (change: Partial<PanelState>) => void;
};

/** The panel's state and everything that a person can do in it. */
export type Panel = {
  readonly state: () => PanelState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly load: () => Promise<void>;
  readonly save: (changes: readonly FieldEdit[]) => void;
  readonly retry: (opId: string) => void;
  readonly dropSave: (opId: string) => void;
  /** Ends a clash: with a value to save, or with theirs, which is on the record already. */
  readonly settleClash: (field: FieldName, value: FieldValue | undefined) => void;
  readonly replace: (kind: RecordKind) => Promise<Result<SaveView, AppError>>;
  readonly openGroup: (id: string) => void;
  readonly closeGroup: (id: string) => void;
  readonly keepDraft: (field: FieldName, draft: Draft) => void;
  readonly dropDrafts: (fields: readonly FieldName[]) => void;
  readonly dismissNews: () => void;
};

export function createPanel(world: PanelWorld): Panel {
  let state: PanelState = { ...emptyPanel, drafts: world.drafts.all() };
  const listeners = new Set<() => void>();
  const store: PanelStore = {
    state: () => state,
    update: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
  };
  return {
    state: store.state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: () => loadSubject(world, store),
    ...savingActions(world, store),
    ...editingActions(world, store),
    dismissNews: () => {
      store.update({ news: [] });
    },
  };
}

function editingActions(
  { drafts }: PanelWorld,
  { state, update }: PanelStore,
): Pick<Panel, 'openGroup' | 'closeGroup' | 'keepDraft' | 'dropDrafts'> {
  const otherThan = (id: string): readonly string[] => state().open.filter((each) => each !== id);
  return {
    openGroup: (id) => {
      update({ open: [...otherThan(id), id] });
    },
    closeGroup: (id) => {
      update({ open: otherThan(id) });
    },
    keepDraft: (field, draft) => {
      drafts.put(field, draft);
      update({ drafts: { ...state().drafts, [field]: draft } });
    },
    dropDrafts: (fields) => {
      for (const field of fields) drafts.remove(field);
      update({ drafts: drafts.all() });
    },
  };
}
