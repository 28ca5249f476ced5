import { noValues, withValues, type AllValues } from '../use-case/fields';
import { readableValues, readRecord, type ReadRecord } from '../use-case/stored-record';
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
  const records = bothRecords(issue);
  const ready = records.flatMap((read) => (read.state === 'ready' ? [read.record] : []));
  return {
    key: issue.key,
    summary: issue.summary,
    values: valuesOfIssue(issue),
    rev: ready.reduce((sum, { rev }) => sum + rev, 0),
    history: ready.flatMap(tellHistory).sort((left, right) => right.at.localeCompare(left.at)),
  };
}

/** The two stored values of an issue. */
type StoredPair = { readonly useCase?: Json | undefined; readonly document?: Json | undefined };

/** What both records of an issue say, as far as they can be read. */
export function valuesOfIssue(issue: StoredPair): AllValues {
  return bothRecords(issue)
    .map(readableValues)
    .reduce<AllValues>((all, values) => withValues(all, values), noValues());
}

function bothRecords({ useCase, document }: StoredPair): readonly ReadRecord[] {
  return [readRecord('useCase', useCase), readRecord('document', document)];
}
