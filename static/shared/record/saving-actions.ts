import type { AppError } from '#contract';
import type { Result } from '#domain/result';
import {
  recordKinds,
  recordOf,
  sameValue,
  type FieldName,
  type FieldValue,
  type RecordKind,
} from '#domain/use-case/fields';
import { fingerprint } from '#domain/document/seal';
import { recordDocument } from '#domain/use-case/record-document';
import type { FieldEdit } from '#domain/use-case/field-edit';
import { readRecord } from '#domain/use-case/stored-record';
import { textOfValue, valueOfText } from '#domain/fill/value-text';
import type { Save } from './workspace-state';
import type { WorkspaceStore, WorkspaceWorld } from './workspace-world';
import { stayWithSave, type Saved } from './stay-with-save';

/** The part of the panel that writes. */
export type SavingActions = {
  /**
   * Saves changes and keeps them as drafts until they have landed. Resolves with the fields that
   * are on the record when all is done; a refused or clashing field is not among them.
   */
  readonly save: (changes: readonly FieldEdit[]) => Promise<readonly FieldName[]>;
  readonly retry: (opId: string) => void;
  readonly dropSave: (opId: string) => void;
  /** Ends a clash: with a value to save, or with theirs, which is on the record already. */
  readonly settleClash: (field: FieldName, value: FieldValue | undefined) => void;
  readonly replace: (kind: RecordKind) => Promise<Result<Saved<FieldEdit>, AppError>>;
};

/** Saves of one record go one after the other, so that an edit can build on the one before it. */
type Queues = Record<RecordKind, Promise<unknown>>;

/** Saving, trying again, settling clashes and replacing what cannot be read. */
export function savingActions(world: WorkspaceWorld, store: WorkspaceStore): SavingActions {
  const { state, update } = store;
  const queues: Queues = { useCase: Promise.resolve(), document: Promise.resolve() };
  const enqueue = (save: Save): Promise<readonly FieldName[]> => {
    const next = (): Promise<readonly FieldName[]> => send(world, store, save);
    // A save that broke down must not hold up the ones behind it.
    const sent = queues[save.kind].then(next, next);
    queues[save.kind] = sent;
    return sent;
  };
  const save = async (changes: readonly FieldEdit[]): Promise<readonly FieldName[]> => {
    const real = changes.filter(({ base, next }) => !sameValue(base, next));
    const sent = recordKinds.flatMap((kind) => {
      const ofKind = real.filter(({ field }) => recordOf(field) === kind);
      return ofKind.length === 0 ? [] : [enqueue(start(world, store, { kind, changes: ofKind }))];
    });
    return (await Promise.all(sent)).flat();
  };
  return {
    save,
    retry: (opId) => {
      const failed = state().saves.find((each) => each.opId === opId);
      if (failed === undefined) return;
      setPhase(store, opId, { phase: 'saving' });
      void enqueue(failed);
    },
    dropSave: (opId) => {
      update({ saves: state().saves.filter((each) => each.opId !== opId) });
    },
    settleClash: (field, value) => {
      const clash = state().clashes.find((each) => each.field === field);
      update({ clashes: state().clashes.filter((each) => each.field !== field) });
      world.drafts.remove(field);
      update({ drafts: world.drafts.all() });
      if (clash !== undefined && value !== undefined) {
        void save([{ field, base: clash.theirs, next: value }]);
      }
    },
    replace: async (kind) => {
      const seen = fingerprint(state().subject?.raw[kind] ?? null);
      const { issue } = world.place;
      const payload = { issue, kind, opId: world.newOpId(), seen };
      const result = await stayWithSave(world, {
        kind: recordDocument(kind),
        changes: [],
        written: { issue, document: kind, opId: payload.opId },
        send: () => world.replaceRecord(payload),
        read: () => world.records.readRaw(issue, kind),
        onChecking: () => undefined,
      });
      if (result.ok) setRecord(store, kind, result.value);
      return result;
    },
  };
}

function start(
  { newOpId, drafts }: WorkspaceWorld,
  { state, update }: WorkspaceStore,
  { kind, changes }: Pick<Save, 'kind' | 'changes'>,
): Save {
  const save: Save = { opId: newOpId(), kind, changes, phase: 'saving' };
  const kept = drafts.all();
  for (const { field, base, next } of changes) {
    // An older draft that says something else is somebody's text too, and stays.
    if (kept[field] === undefined) drafts.put(field, { text: textOfValue(field, next), base });
  }
  update({ saves: [...state().saves, save], drafts: drafts.all() });
  return save;
}

async function send(
  world: WorkspaceWorld,
  store: WorkspaceStore,
  save: Save,
): Promise<readonly FieldName[]> {
  const { kind, opId, changes } = save;
  const { issue } = world.place;
  const result = await stayWithSave(world, {
    kind: recordDocument(kind),
    changes,
    written: { issue, document: kind, opId },
    send: () => world.recordEdit({ kind, edit: { opId, changes } }),
    read: () => world.records.readRaw(issue, kind),
    onChecking: () => {
      setPhase(store, opId, { phase: 'checking' });
    },
  });
  if (result.ok) return landed(world, store, { save, view: result.value });
  setPhase(store, save.opId, { phase: 'failed', error: result.error });
  return [];
}

function setPhase(
  { state, update }: WorkspaceStore,
  opId: string,
  change: Pick<Save, 'phase'> & Partial<Save>,
): void {
  update({
    saves: state().saves.map((each) => (each.opId === opId ? { ...each, ...change } : each)),
  });
}

function landed(
  world: WorkspaceWorld,
  store: WorkspaceStore,
  { save, view }: { readonly save: Save; readonly view: Saved<FieldEdit> },
): readonly FieldName[] {
  const { state, update } = store;
  setRecord(store, save.kind, view);
  deriveAfter(world, store, save);
  const read = state().records[save.kind];
  if (read.state === 'ready') world.seen.write(save.kind, read.record.rev);
  const clashing = new Set(view.clashes.map(({ field }) => field));
  const settled = save.changes.filter(({ field }) => !clashing.has(field));
  for (const { field, next } of settled) {
    const text = world.drafts.all()[field]?.text ?? '';
    // What was typed since is a draft of its own.
    if (sameValue(valueOfText(field, text) ?? null, next)) world.drafts.remove(field);
  }
  update({
    saves: state().saves.filter(({ opId }) => opId !== save.opId),
    clashes: [...state().clashes.filter(({ field }) => !clashing.has(field)), ...view.clashes],
    drafts: world.drafts.all(),
  });
  return settled.map(({ field }) => field);
}

function setRecord(
  { state, update }: WorkspaceStore,
  kind: RecordKind,
  { stored }: Saved<FieldEdit>,
): void {
  update({ records: { ...state().records, [kind]: readRecord(kind, stored ?? undefined) } });
}

/** A score bears the stage of its use case: where that was changed, it is made anew. */
function deriveAfter(
  { place, derive }: WorkspaceWorld,
  { state }: WorkspaceStore,
  { changes }: Save,
): void {
  const { subject, records } = state();
  const rating = subject?.raw.rating;
  if (rating === undefined || changes.every(({ field }) => field !== 'stage')) return;
  const useCase = records.useCase.state === 'ready' ? records.useCase.record.source : undefined;
  void derive(place, { rating, useCase, settings: subject?.settings });
}
