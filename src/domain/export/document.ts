import { noValues, withValues, type AllValues } from '../use-case/fields';
import { readRecord, type ReadRecord } from '../use-case/stored-record';
import { tellHistory, type HistoryStep } from '../use-case/tell-history';
import type { Json } from '../use-case/json';

/** One use case as a document to hand out. */
export type UseCaseDocument = {
  readonly key: string;
  readonly summary: string;
  readonly values: AllValues;
  /** Which edit of the record this is; every edit counts one further. */
  readonly rev: number;
  readonly history: readonly HistoryStep[];
};

/** Puts both records of an issue together as one document. */
export function documentOf(issue: {
  readonly key: string;
  readonly summary: string;
  readonly useCase: Json | undefined;
  readonly document: Json | undefined;
}): UseCaseDocument {
  const records = [readRecord('useCase', issue.useCase), readRecord('document', issue.document)];
  const values = records.reduce<AllValues>(
    (all, read) => withValues(all, valuesIn(read)),
    noValues(),
  );
  const ready = records.flatMap((read) => (read.state === 'ready' ? [read.record] : []));
  return {
    key: issue.key,
    summary: issue.summary,
    values,
    rev: ready.reduce((sum, { rev }) => sum + rev, 0),
    history: ready.flatMap(tellHistory).sort((left, right) => right.at.localeCompare(left.at)),
  };
}

function valuesIn(read: ReadRecord): Partial<AllValues> {
  if (read.state === 'ready' || read.state === 'damaged')
    return read.record.values as Partial<AllValues>;
  return read.state === 'newer' ? (read.values as Partial<AllValues>) : {};
}
