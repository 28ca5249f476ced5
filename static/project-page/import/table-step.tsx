import { useMemo, useState, type ReactElement } from 'react';
import type { ColumnTarget } from '#domain/import/columns';
import type { ImportRow } from '#domain/import/import-row';
import type { ReadSource } from '#domain/import/read-source';
import { rowsOfTable } from '#domain/import/read-table';
import { fields, type FieldName } from '#domain/use-case/fields';
import { deviceStore } from '../../shared/device-store';
import { fieldLabels } from '#domain/fields/columns/labels';
import { t, type TextKey } from '../../shared/texts';

const issueTargets: readonly (readonly [ColumnTarget, TextKey])[] = [
  ['summary', 'pages.tableStep.title'],
  ['key', 'pages.tableStep.issueKey'],
  ['parent', 'pages.tableStep.useCaseAbove'],
  ['type', 'pages.tableStep.issueType'],
  ['keep', 'pages.tableStep.keepInNote'],
  ['skip', 'pages.tableStep.leaveOut'],
];

/** What each column becomes: guessed, corrected by a person, and remembered for tables like this. */
export function TableStep({
  read,
  children,
}: {
  readonly read: Extract<ReadSource, { kind: 'table' }>;
  readonly children: (rows: readonly ImportRow[]) => ReactElement;
}): ReactElement {
  const { headings } = read.table;
  const [device] = useState(() => deviceStore(''));
  const key = `northstar:columns-of:${headings.join('|').slice(0, 400)}`;
  const [columns, setColumns] = useState(() => remembered(device.read(key), read.columns));
  const rows = useMemo(() => rowsOfTable(read.table, columns), [read.table, columns]);
  return (
    <>
      <fieldset className="stack">
        <legend className="label">{t('pages.tableStep.whatEachColumnBecomes')}</legend>
        <div className="entry-fields">
          {headings.map((heading, index) => (
            <label key={index}>
              <span>
                {heading === '' ? t('pages.tableStep.column', { index: index + 1 }) : heading}
              </span>
              <select
                value={columns[index]}
                onChange={(event) => {
                  const target = event.currentTarget.value as ColumnTarget;
                  const next = columns.map((each, at) => (at === index ? target : each));
                  setColumns(next);
                  device.write(key, JSON.stringify(next));
                }}
              >
                {issueTargets.map(([value, title]) => (
                  <option key={value} value={value}>
                    {t(title)}
                  </option>
                ))}
                {(Object.keys(fields) as FieldName[]).map((field) => (
                  <option key={field} value={field}>
                    {fieldLabels[field]}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </fieldset>
      {children(rows)}
    </>
  );
}

function remembered(
  stored: string | null,
  guessed: readonly ColumnTarget[],
): readonly ColumnTarget[] {
  if (stored === null) return guessed;
  try {
    const parsed: unknown = JSON.parse(stored);
    const known = (each: unknown): boolean =>
      typeof each === 'string' &&
      (Object.hasOwn(fields, each) || issueTargets.some(([target]) => target === each));
    return Array.isArray(parsed) && parsed.length === guessed.length && parsed.every(known)
      ? (parsed as readonly ColumnTarget[])
      : guessed;
  } catch {
    return guessed;
  }
}
