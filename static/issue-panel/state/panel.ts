import type { AppError, SaveView } from '#contract';
import type { Result } from '#domain/result';
import { recordOf, sameValue, type FieldName, type FieldValue, type RecordKind } from '#domain/use-case/fields';
import type { FieldEdit } from '#domain/use-case/merge-edit';
import { readRecord } from '#domain/use-case/stored-record';
import type { AccountId } from '#ports/ids';
import type { IssuePlace, IssueRecords } from '#ports/issue-records';
import type { People } from '#ports/people';
import type { Draft, DraftStore } from './drafts';
import type { LastSeen } from './last-seen';
import {
  changesOf,
  emptyPanel,
  newsOf,
  storedValues,
  withSubject,
  type PanelState,
  type Save,
} from './panel-state';
import { runSave, type SaveWorld } from './run-save';

/** What the panel needs from the world. */
export type PanelWorld = SaveWorld & {
  readonly place: IssuePlace;
  readonly viewer: AccountId;
  readonly records: IssueRecords;
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

/** The panel's state and everything that a person can do in it. */
export type Panel = {
  readonly state: () => PanelState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly load: () => Promise<void>;
  readonly save: (changes: readonly FieldEdit[]) => void;
  readonly retry: (opId: string) => void;
  readonly dropSave: (opId: string) => void;
  readonly settleClash: (field: FieldName, value: FieldValue | undefined) => void;
  readonly openGroup: (id: string) => void;
  readonly closeGroup: (id: string) => void;
  readonly keepDraft: (field: FieldName, draft: Draft) => void;
  readonly dropDrafts: (fields: readonly FieldName[]) => void;
  readonly replace: (kind: RecordKind) => Promise<Result<SaveView, AppError>>;
  readonly dismissNews: () => void;
};

export function createPanel(world: PanelWorld): Panel {
  let state: PanelState = { ...emptyPanel, drafts: world.drafts.all() };
  const listeners = new Set<() => void>();
  const update = (change: Partial<PanelState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const dropDrafts = (fields: readonly FieldName[]): void => {
    for (const field of fields) world.drafts.remove(field);
    update({ drafts: world.drafts.all() });
  };
  const landed = (save: Save, view: Extract<SaveView, { state: 'saved' }>): void => {
    const { kind, opId, changes } = save;
    const read = readRecord(kind, view.stored);
    if (read.state === 'ready') world.seen.write(kind, read.record.rev);
    const clashing = new Set(view.clashes.map(({ field }) => field));
    const settled = changes.map(({ field }) => field).filter((field) => !clashing.has(field));
    update({
      records: { ...state.records, [kind]: read },
      saves: state.saves.filter((each) => each.opId !== opId),
      clashes: [...state.clashes.filter(({ field }) => !clashing.has(field)), ...view.clashes],
    });
    dropDrafts(settled);
    void loadNames(world, () => state, update);
  };
  const send = async (save: Save): Promise<void> => {
    const setPhase = (change: Partial<Save>): void => {
      update({ saves: state.saves.map((each) => (each.opId === save.opId ? { ...each, ...change } : each)) });
    };
    const result = await runSave(world, save, () => { setPhase({ phase: 'pending' }); });
    if (result.ok) landed(save, result.value);
    else setPhase({ phase: 'failed', error: result.error });
  };
  const start = (kind: RecordKind, changes: readonly FieldEdit[]): void => {
    if (changes.length === 0) return;
    const save: Save = { opId: world.newOpId(), kind, changes, phase: 'saving' };
    update({ saves: [...state.saves, save] });
    void send(save);
  };
  const save = (changes: readonly FieldEdit[]): void => {
    const real = changes.filter(({ base, next }) => !sameValue(base, next));
    for (const kind of ['useCase', 'document'] as const) {
      start(kind, real.filter(({ field }) => recordOf(field) === kind));
    }
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      const subject = await world.records.loadSubject(world.place);
      if (!subject.ok) {
        const error: AppError = subject.error.problem === 'gone' || subject.error.problem === 'forbidden' ? { code: 'gone' } : { code: 'no-answer' };
        update(state.phase === 'ready' && error.code === 'no-answer' ? {} : { phase: 'failed', error });
        return;
      }
      update(withSubject(state, subject.value));
      noteNews(world, () => state, update);
      dropDrafts(settledDrafts(state));
      await loadNames(world, () => state, update);
    },
    save,
    retry: (opId) => {
      const failed = state.saves.find((each) => each.opId === opId);
      if (failed === undefined) return;
      update({ saves: state.saves.map((each) => (each.opId === opId ? { ...each, phase: 'saving' } : each)) });
      void send(failed);
    },
    dropSave: (opId) => {
      update({ saves: state.saves.filter((each) => each.opId !== opId) });
    },
    settleClash: (field, value) => {
      const clash = state.clashes.find((each) => each.field === field);
      update({ clashes: state.clashes.filter((each) => each.field !== field) });
      if (clash === undefined || value === undefined) dropDrafts([field]);
      else save([{ field, base: clash.theirs, next: value }]);
    },
    openGroup: (id) => {
      update({ open: [...state.open.filter((each) => each !== id), id] });
    },
    closeGroup: (id) => {
      update({ open: state.open.filter((each) => each !== id) });
    },
    keepDraft: (field, draft) => {
      world.drafts.put(field, draft);
      update({ drafts: { ...state.drafts, [field]: draft } });
    },
    dropDrafts,
    replace: async (kind) => {
      const seen = JSON.stringify(state.subject?.raw[kind]);
      const result = await world.replaceRecord({ kind, opId: world.newOpId(), seen });
      if (result.ok && result.value.state === 'saved') {
        update({ records: { ...state.records, [kind]: readRecord(kind, result.value.stored) } });
      }
      return result;
    },
    dismissNews: () => {
      update({ news: [] });
    },
  };
}

type Update = (change: Partial<PanelState>) => void;

/** Text that has meanwhile become the record's own needs no keeping. */
function settledDrafts(state: PanelState): readonly FieldName[] {
  const stored = storedValues(state);
  const names = Object.keys(state.drafts) as FieldName[];
  return names.filter((field) => state.drafts[field]?.text === stored[field]);
}

function noteNews(world: PanelWorld, state: () => PanelState, update: Update): void {
  const { records } = state();
  const kinds = ['useCase', 'document'] as const;
  const news = kinds.flatMap((kind) => newsOf(records[kind], world.seen.read(kind), world.viewer));
  for (const kind of kinds) {
    const read = records[kind];
    world.seen.write(kind, read.state === 'ready' ? read.record.rev : 0);
  }
  if (news.length > 0) update({ news });
}

async function loadNames(world: PanelWorld, state: () => PanelState, update: Update): Promise<void> {
  const { names } = state();
  const ids = new Set(changesOf(state()).map(({ by }) => by));
  const unknown = [...ids].filter((id) => !names.has(id));
  if (unknown.length === 0) return;
  const found = await world.people.readNames(unknown);
  // A name that cannot be read is asked for once only; the panel then says "somebody".
  const blanks = unknown.map((id): [string, string] => [id, '']);
  update({ names: new Map([...state().names, ...blanks, ...(found.ok ? found.value : [])]) });
}
