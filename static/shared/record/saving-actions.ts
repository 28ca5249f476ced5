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
import type { JsonObject } from '#domain/use-case/json';
import { readRecord } from '#domain/use-case/stored-record';
import { textOfValue, valueOfText } from '#domain/fill/value-text';
import { documentSession, type DocumentSession } from './document-session';
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

type Sessions = Readonly<Record<RecordKind, DocumentSession<FieldEdit>>>;

/** Saving, trying again, settling clashes and replacing what cannot be read, of both records of an issue. */
export function savingActions(world: WorkspaceWorld, store: WorkspaceStore): SavingActions {
  const { drafts } = world;
  const { update } = store;
  const sessions: Sessions = {
    useCase: sessionOf(world, store, 'useCase'),
    document: sessionOf(world, store, 'document'),
  };
  for (const kind of recordKinds)
    sessions[kind].subscribe(() => {
      const both = recordKinds.map((each) => sessions[each].state());
      update({
        saves: both.flatMap(({ saves }) => saves),
        clashes: both.flatMap(({ clashes }) => clashes),
      });
    });
  const save = async (changes: readonly FieldEdit[]): Promise<readonly FieldName[]> => {
    const sent = recordKinds.map((kind) =>
      sessions[kind].save(changes.filter(({ field }) => recordOf(field) === kind)),
    );
    keepDrafts(world, changes);
    update({ drafts: drafts.all() });
    return (await Promise.all(sent)).flat().map(({ field }) => field);
  };
  return {
    save,
    retry: (opId) => {
      for (const kind of recordKinds) sessions[kind].retry(opId);
    },
    dropSave: (opId) => {
      for (const kind of recordKinds) sessions[kind].dropSave(opId);
    },
    settleClash: (field, value) => {
      const clash = sessions[recordOf(field)].takeClash(field);
      drafts.remove(field);
      update({ drafts: drafts.all() });
      if (clash !== undefined && value !== undefined)
        void save([{ field, base: clash.theirs, next: value }]);
    },
    replace: (kind) => replace(world, store, kind),
  };
}

function sessionOf(
  world: WorkspaceWorld,
  store: WorkspaceStore,
  kind: RecordKind,
): DocumentSession<FieldEdit> {
  const { issue } = world.place;
  return documentSession({
    ...world,
    kind: recordDocument(kind),
    written: { issue, document: kind },
    send: (opId, changes) => world.recordEdit({ kind, edit: { opId, changes } }),
    read: () => world.records.readRaw(issue, kind),
    onLanded: (stored, saved) => {
      setRecord(store, kind, stored);
      deriveAfter(world, store, saved);
      const read = store.state().records[kind];
      if (read.state === 'ready') world.seen.write(kind, read.record.rev);
      dropDrafts(world, saved);
      store.update({ drafts: world.drafts.all() });
    },
  });
}

async function replace(
  world: WorkspaceWorld,
  store: WorkspaceStore,
  kind: RecordKind,
): Promise<Result<Saved<FieldEdit>, AppError>> {
  const { issue } = world.place;
  const seen = fingerprint(store.state().subject?.raw[kind] ?? null);
  const payload = { issue, kind, opId: world.newOpId(), seen };
  const result = await stayWithSave(world, {
    kind: recordDocument(kind),
    changes: [],
    written: { issue, document: kind, opId: payload.opId },
    send: () => world.replaceRecord(payload),
    read: () => world.records.readRaw(issue, kind),
    onChecking: () => undefined,
  });
  if (result.ok) setRecord(store, kind, result.value.stored);
  return result;
}

/** What is on its way is kept as a draft. An older one that says something else is somebody's text and stays. */
function keepDrafts({ drafts }: WorkspaceWorld, changes: readonly FieldEdit[]): void {
  const kept = drafts.all();
  for (const { field, base, next } of changes)
    if (kept[field] === undefined && !sameValue(base, next))
      drafts.put(field, { text: textOfValue(field, next), base });
}

/** What was saved needs no draft; what was typed since is a draft of its own. */
function dropDrafts({ drafts }: WorkspaceWorld, saved: readonly FieldEdit[]): void {
  for (const { field, next } of saved) {
    const text = drafts.all()[field]?.text ?? '';
    if (sameValue(valueOfText(field, text) ?? null, next)) drafts.remove(field);
  }
}

function setRecord(
  { state, update }: WorkspaceStore,
  kind: RecordKind,
  stored: JsonObject | null,
): void {
  update({ records: { ...state().records, [kind]: readRecord(kind, stored ?? undefined) } });
}

/** A score bears the stage of its use case: where that was changed, it is made anew. */
function deriveAfter(
  { place, derive }: WorkspaceWorld,
  { state }: WorkspaceStore,
  saved: readonly FieldEdit[],
): void {
  const { subject, records } = state();
  const rating = subject?.raw.rating;
  if (rating === undefined || saved.every(({ field }) => field !== 'stage')) return;
  const useCase = records.useCase.state === 'ready' ? records.useCase.record.source : undefined;
  void derive(place, { rating, useCase, settings: subject?.settings });
}
