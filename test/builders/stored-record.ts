import {
  emptyValue,
  fieldNames,
  type RecordKind,
  type Values,
} from '../../src/domain/use-case/fields';
import type { JsonObject } from '../../src/domain/use-case/json';
import { sealed } from '../../src/domain/document/seal';
import { newRecord, toStored } from '../../src/domain/use-case/stored-record';
import { recordDocument } from '../../src/domain/use-case/record-document';

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
  const changes = fieldNames[kind].flatMap((field) => {
    const next = values[field];
    return next === undefined ? [] : [{ field, base: emptyValue(field), next }];
  });
  const saved = recordDocument(kind).change(undefined, { op: `seed-${at}`, by, at }, changes);
  if (saved.end === 'refused') throw new Error('A record that cannot be saved.');
  // A record may stand there although nobody says anything any more.
  return saved.end === 'same' ? sealed(toStored(kind, newRecord(kind))) : saved.value;
}
