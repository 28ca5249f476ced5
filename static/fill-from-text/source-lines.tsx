import type { ReactElement } from 'react';
import { fieldOfElement } from '#domain/fill/labels';
import type { Element } from '#domain/fill/labels';
import { placeableFields } from '#domain/fill/propose-fill';
import type { FoundText } from '#domain/fill/read-text';
import { isFieldName, type FieldName } from '#domain/use-case/fields';
import { fieldLabels } from '#domain/fields/columns/labels';
import { CheckGlyph, WarningGlyph } from '../shared/glyphs';
import { t } from '../shared/texts';

type Line = FoundText['lines'][number];

/** The text line by line, each with its fate; a line that was not understood can be put somewhere. */
export function SourceLines({
  found,
  records,
  placed,
  onPlace,
}: {
  readonly found: FoundText;
  readonly records: readonly number[];
  readonly placed: ReadonlyMap<number, FieldName>;
  readonly onPlace: (line: number, field: FieldName | undefined) => void;
}): ReactElement {
  const unknown = found.lines.filter(
    ({ fate, number }) => fate === 'unknown' && !placed.has(number),
  ).length;
  const understood = found.lines.filter(({ fate }) => fate === 'element').length + placed.size;
  return (
    <>
      <div className="pane-head">
        <h2>{t('fill.sourceLines.yourText')}</h2>
        <span className="badge badge-success">
          <CheckGlyph /> {t('fill.sourceLines.understood', { understood })}
        </span>
        {unknown > 0 ? (
          <span className="badge badge-warning">
            <WarningGlyph /> {t('fill.sourceLines.not', { unknown })}
          </span>
        ) : null}
      </div>
      <ol className="lines">
        {found.lines.map((line) =>
          line.fate === 'blank' ? null : (
            <li
              key={line.number}
              value={line.number}
              className={`line line-${lineState(line, records, placed)}`}
            >
              <span className="quiet small line-number">{line.number}</span>
              <span className="line-text" dir="auto">
                {line.source}
              </span>
              <LineFateText
                line={line}
                records={records}
                placed={placed.get(line.number)}
                onPlace={onPlace}
              />
            </li>
          ),
        )}
      </ol>
    </>
  );
}

function lineState(
  line: Line,
  records: readonly number[],
  placed: ReadonlyMap<number, FieldName>,
): 'understood' | 'unknown' | 'aside' {
  if (line.fate === 'element') return records.includes(line.record) ? 'understood' : 'aside';
  if (line.fate === 'unknown') return placed.has(line.number) ? 'understood' : 'unknown';
  return 'aside';
}

function LineFateText({
  line,
  records,
  placed,
  onPlace,
}: {
  readonly line: Line;
  readonly records: readonly number[];
  readonly placed: FieldName | undefined;
  readonly onPlace: (line: number, field: FieldName | undefined) => void;
}): ReactElement {
  if (line.fate === 'element') {
    const field = fieldOfElement(line.element);
    const label = labelOf(line.element, field);
    return (
      <span className="quiet small">
        {records.includes(line.record) ? label : t('fill.sourceLines.leftOut', { label })}
      </span>
    );
  }
  if (line.fate !== 'unknown')
    return <span className="quiet small">{t('fill.sourceLines.heading')}</span>;
  return (
    <span className="small">
      {placed === undefined ? (
        <span className="not-understood">
          <WarningGlyph /> {t('fill.sourceLines.notUnderstood')}
        </span>
      ) : null}
      <select
        aria-label={t('fill.sourceLines.putLineInto', { number: line.number })}
        value={placed ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onPlace(line.number, isFieldName(value) ? value : undefined);
        }}
      >
        <option value="">{t('fill.sourceLines.putInto')}</option>
        {placeableFields.map((field) => (
          <option key={field} value={field}>
            {fieldLabels[field]}
          </option>
        ))}
      </select>
    </span>
  );
}

function labelOf(element: Element, field: FieldName | undefined): string {
  if (element === 'sentence') return t('fill.sourceLines.story');
  return field === undefined ? t('fill.sourceLines.heading') : fieldLabels[field];
}
