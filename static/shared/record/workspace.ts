import type { FieldName } from '#domain/use-case/fields';
import type { IssuePlace, Subject } from '#ports/issue-records';
import { groupOf } from '../field-groups';
import { smallStore } from '../small-store';
import type { Draft, OtherDraft } from './drafts';
import { loadAbove } from './load-above';
import { loadNames, loadSubject, showSubject } from './load-subject';
import { emptyWorkspace, type WorkspaceState } from './workspace-state';
import type { WorkspaceStore, WorkspaceWorld } from './workspace-world';
import type { SavingActions } from './saving-actions';

/** The panel's state and everything that a person can do in it. */
export type Workspace = SavingActions & {
  readonly place: IssuePlace;
  readonly state: () => WorkspaceState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly load: () => Promise<void>;
  /** Shows an issue that is here already, without a request. */
  readonly show: (subject: Subject) => void;
  /** Reads the names of people that the panel speaks of and does not know yet. */
  readonly loadNames: () => Promise<void>;
  /** Finds the use case above, whose answers show where this issue leaves blanks. */
  readonly loadAbove: () => Promise<void>;
  /** Opens a group for editing, with the focus on a field of it. */
  readonly openGroup: (id: string, focus?: FieldName) => void;
  readonly closeGroup: (id: string) => void;
  readonly keepDraft: (field: FieldName, draft: Draft) => void;
  readonly dropDrafts: (fields: readonly FieldName[]) => void;
  /** Texts of one's own from other tabs, which stand beside the drafts. */
  readonly otherDrafts: () => readonly OtherDraft[];
  /** Takes such a text up as the draft of its field, or throws it away. */
  readonly settleOther: (other: OtherDraft, isTaken: boolean) => void;
  readonly dismissNews: () => void;
};

export function createWorkspace(world: WorkspaceWorld): Workspace {
  const store = smallStore<WorkspaceState>({ ...emptyWorkspace, drafts: world.drafts.all() });
  const saving = savingLater(world, store);
  return {
    place: world.place,
    state: store.state,
    subscribe: store.subscribe,
    load: () => loadSubject(world, store),
    show: (subject) => {
      showSubject(world, store, subject);
    },
    loadNames: () => loadNames(world, store),
    loadAbove: () => loadAbove(world, store),
    ...saving.actions,
    ...editingActions(world, store, saving.prepare),
    dismissNews: () => {
      store.update({ news: [] });
    },
  };
}

/** One file for a page, however many workspaces ask for it. */
let saving: Promise<typeof import('./saving-actions')> | undefined;

function loadSaving(): Promise<typeof import('./saving-actions')> {
  saving ??= import('./saving-actions');
  return saving;
}

/** The part that writes comes with the first edit; what was asked of it meanwhile waits in order. */
function savingLater(
  world: WorkspaceWorld,
  store: WorkspaceStore,
): { readonly actions: SavingActions; readonly prepare: () => void } {
  let loaded: Promise<SavingActions> | undefined;
  const actions = (): Promise<SavingActions> => {
    loaded ??= loadSaving().then(({ savingActions }) => savingActions(world, store));
    return loaded;
  };
  return {
    prepare: () => void actions(),
    actions: {
      save: async (changes) => (await actions()).save(changes),
      replace: async (kind) => (await actions()).replace(kind),
      retry: (opId) => {
        void actions().then(({ retry }) => {
          retry(opId);
        });
      },
      dropSave: (opId) => {
        void actions().then(({ dropSave }) => {
          dropSave(opId);
        });
      },
      settleClash: (field, value) => {
        void actions().then(({ settleClash }) => {
          settleClash(field, value);
        });
      },
    },
  };
}

function editingActions(
  { drafts }: WorkspaceWorld,
  { state, update }: WorkspaceStore,
  prepare: () => void,
): Pick<
  Workspace,
  'openGroup' | 'closeGroup' | 'keepDraft' | 'dropDrafts' | 'otherDrafts' | 'settleOther'
> {
  const otherThan = (id: string): readonly string[] => state().open.filter((each) => each !== id);
  return {
    openGroup: (id, focus) => {
      prepare();
      update({ open: [...otherThan(id), id], focus });
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
    otherDrafts: drafts.others,
    settleOther: (other, isTaken) => {
      if (isTaken) drafts.takeUp(other);
      else drafts.dropOther(other.key);
      // An open editor shows what it began with: it is closed, and continues with this text.
      const open = isTaken ? otherThan(groupOf(other.field).id) : state().open;
      update({ drafts: drafts.all(), open });
    },
  };
}
