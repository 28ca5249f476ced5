import type { AppError, SaveView } from '#contract';
import type { Result } from '#domain/result';
import {
  recordOf,
  sameValue,
  type FieldName,
  type FieldValue,
  type RecordKind,
} from '#domain/use-case/fields';
import type { FieldEdit } from '#domain/use-case/merge-edit';
import { readRecord } from '#domain/use-case/stored-record';
import type { Save } from './panel-state';
import type { PanelStore, PanelWorld } from './panel-world';
import { runSave } from './run-save';

/** The part of the panel that writes. */
export type SavingActions = {
  readonly save: (changes: readonly FieldEdit[]) => void;
  readonly retry: (opId: string) => void;
  readonly dropSave: (opId: string) => void;
  /** Ends a clash: with a value to save, or with theirs, which is on the record already. */
  readonly settleClash: (field: FieldName, value: FieldValue | undefined) => void;
  readonly replace: (kind: RecordKind) => Promise<Result<SaveView, AppError>>;
};

/** Saving, trying again, settling clashes and replacing what cannot be read. */
export function savingActions(world: PanelWorld, store: PanelStore): SavingActions {
  const { state, update } = store;
  const save = (changes: readonly FieldEdit[]): void => {
    const real = changes.filter(({ base, next }) => !sameValue(base, next));
    for (const kind of ['useCase', 'document'] as const) {
      const ofKind = real.filter(({ field }) => recordOf(field) === kind);
      if (ofKind.length > 0) start(world, store, { kind, changes: ofKind });
    }
  };
  const dropSave = (opId: string): void => {
    update({ saves: state().saves.filter((each) => each.opId !== opId) });
  };
  return {
    save,
    dropSave,
    retry: (opId) => {
      const failed = state().saves.find((each) => each.opId === opId);
      if (failed === undefined) return;
      setPhase(store, opId, { phase: 'saving' });
      void send(world, store, failed);
    },
    settleClash: (field, value) => {
      const clash = state().clashes.find((each) => each.field === field);
      update({ clashes: state().clashes.filter((each) => each.field !== field) });
      if (clash !== undefined && value !== undefined && !sameValue(clash.theirs, value)) {
        save([{ field, base: clash.theirs, next: value }]);
        return;
      }
      world.drafts.remove(field);
      update({ drafts: world.drafts.all() });
    },
    replace: async (kind) => {
      const seen = JSON.stringify(state().subject?.raw[kind]);
      const result = await world.replaceRecord({ kind, opId: world.newOpId(), seen });
      if (result.ok && result.value.state === 'saved') setRecord(store, kind, result.value);
      return result;
    },
  };
}

function start(
  world: PanelWorld,
  store: PanelStore,
  { kind, changes }: Pick<Save, 'kind' | 'changes'>,
): void {
  const save: Save = { opId: world.newOpId(), kind, changes, phase: 'saving' };
  store.update({ saves: [...store.state().saves, save] });
  void send(world, store, save);
}

async function send(world: PanelWorld, store: PanelStore, save: Save): Promise<void> {
  const result = await runSave(world, save, () => {
    setPhase(store, save.opId, { phase: 'pending' });
  });
  if (result.ok) landed(world, store, { save, view: result.value });
  else setPhase(store, save.opId, { phase: 'failed', error: result.error });
}

function setPhase(
  { state, update }: PanelStore,
  opId: string,
  change: Pick<Save, 'phase'> & Partial<Save>,
): void {
  update({
    saves: state().saves.map((each) => (each.opId === opId ? { ...each, ...change } : each)),
  });
}

type Saved = Extract<SaveView, { state: 'saved' }>;

function landed(
  world: PanelWorld,
  store: PanelStore,
  { save, view }: { readonly save: Save; readonly view: Saved },
): void {
  const { state, update } = store;
  setRecord(store, save.kind, view);
  const read = state().records[save.kind];
  if (read.state === 'ready') world.seen.write(save.kind, read.record.rev);
  const clashing = new Set(view.clashes.map(({ field }) => field));
  for (const { field } of save.changes) if (!clashing.has(field)) world.drafts.remove(field);
  update({
    saves: state().saves.filter(({ opId }) => opId !== save.opId),
    clashes: [...state().clashes.filter(({ field }) => !clashing.has(field)), ...view.clashes],
    drafts: world.drafts.all(),
  });
}

function setRecord({ state, update }: PanelStore, kind: RecordKind, { stored }: Saved): void {
  update({ records: { ...state().records, [kind]: readRecord(kind, stored) } });
}
