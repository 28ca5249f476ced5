import { worlds } from '../../local-jira/worlds/worlds';
import type { ImportRow } from '../../src/domain/import/import-row';
import { readRecord } from '../../src/domain/use-case/stored-record';
import { aLocalRest, type LocalRest } from './local-rest';

/** A row of a source with a title and an objective. */
export const row = (number: number, change: Partial<ImportRow> = {}): ImportRow => ({
  number,
  key: '',
  title: `Row ${String(number)}`,
  parent: '',
  type: '',
  values: { why: 'grow' },
  note: [],
  problems: [],
  ...change,
});

/** A site without issues. */
export const empty = () => aLocalRest({ state: worlds.empty() });

/** The issues of a site, as keys and titles. */
export const keyed = (local: LocalRest) =>
  Object.values(local.store.state().issues).map(({ key, summary }) => [key, summary]);

/** The use case of an issue, where it can be read. */
export const recordOn = (local: LocalRest, key: string) => {
  const read = readRecord(
    'useCase',
    local.store.state().issueProperties[local.place(key).issue]?.['northstarUseCase'],
  );
  return read.state === 'ready' ? read.record : undefined;
};
