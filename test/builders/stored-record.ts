import type { FieldName, RecordKind, Values } from '../../src/domain/use-case/fields';
import { fieldNames } from '../../src/domain/use-case/fields';
import type { JsonObject } from '../../src/domain/use-case/json';
import { withMerge } from '../../src/domain/use-case/merge-edit';
import { newRecord, toStored } from '../../src/domain/use-case/stored-record';

/** Who saved a built record, and when. */
export type Signature = { readonly by: string; readonly at: string };

const someone: Signature = { by: 'account-of-nobody', at: '2026-11-02T09:00:00.000Z' };

/** A stored use case, as it stands in the issue property after one save. */
export function aStoredUseCase(values: Values, signature: Signature = someone): JsonObject {
  return stored('useCase', values, signature);
}

/** A stored document, as it stands in the issue property after one save. */
export function aStoredDocument(values: Values, signature: Signature = someone): JsonObject {
  return stored('document', values, signature);
}

function stored(kind: RecordKind, values: Values, { by, at }: Signature): JsonObject {
  const empty = newRecord(kind);
  const applied = Object.keys(values).filter((name): name is FieldName =>
    fieldNames[kind].some((field) => field === name),
  );
  const merge = { values: { ...empty.values, ...values }, applied, clashes: [] };
  return toStored(kind, withMerge(empty, merge, { op: `seed-${at}`, by, at }));
}
