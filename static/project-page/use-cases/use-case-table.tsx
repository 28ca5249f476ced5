import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type CSSProperties, type ReactElement } from 'react';
import type { Stage } from '#domain/use-case/fields';
import type { IssueId } from '#domain/ids';
import { stageTexts } from '../../shared/choice-texts';
import { StageGlyph } from '../../shared/glyphs';
import { columnTitles, type Column } from './columns';
import type { Row, SortBy, View } from './rows';
import { t } from '../../shared/texts';

const rowHeight = 40;

type UseCaseRow = Extract<Row, { row: 'use-case' }>;

type TableProps = {
  readonly rows: readonly Row[];
  readonly view: View;
  readonly columns: readonly Column[];
  readonly selected: ReadonlySet<IssueId>;
  readonly onSelect: (selected: ReadonlySet<IssueId>) => void;
  readonly onSort: (by: SortBy) => void;
  readonly onEdit: (issue: IssueId) => void;
};

/** The table. Only the lines in sight are drawn, so ten thousand scroll like ten. */
export function UseCaseTable(props: TableProps): ReactElement {
  const { rows, columns } = props;
  const widths = `32px 76px minmax(200px, 2.4fr) repeat(${String(columns.length)}, minmax(80px, 1fr))`;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  return (
    <div
      ref={scroller}
      className="table-scroll"
      role="table"
      aria-label={t('pages.useCaseTable.useCases')}
      aria-rowcount={rows.length + 1}
      style={{ '--widths': widths } as CSSProperties}
    >
      <Head {...props} />
      <div className="table-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <Line key={index} row={row} index={index} start={start} table={props} />
          );
        })}
      </div>
      {rows.length === 0 ? (
        <p className="quiet no-rows">{t('pages.useCaseTable.noUseCaseAnswersThis')}</p>
      ) : null}
    </div>
  );
}

function Head({ rows, view, columns, selected, onSelect, onSort }: TableProps): ReactElement {
  const ids = rows.flatMap((row) => (row.row === 'use-case' ? [row.useCase.issue.id] : []));
  const all = ids.length > 0 && ids.every((id) => selected.has(id));
  const sort = (by: SortBy): 'ascending' | 'descending' | 'none' => {
    if (view.sortBy !== by) return 'none';
    return view.descending ? 'descending' : 'ascending';
  };
  const titles: readonly (readonly [SortBy, string])[] = [
    ['key', t('pages.useCaseTable.key')],
    ['summary', t('pages.useCaseTable.title')],
    ...columns.map((column) => [column, columnTitles[column]] as const),
  ];
  return (
    <div className="table-head" role="rowgroup">
      <div className="line" role="row" aria-rowindex={1}>
        <span role="columnheader">
          <input
            type="checkbox"
            aria-label={t('pages.useCaseTable.selectAllThatAreShown')}
            checked={all}
            onChange={() => {
              onSelect(new Set(all ? [] : ids));
            }}
          />
        </span>
        {titles.map(([by, title]) => (
          <span key={by} role="columnheader" aria-sort={sort(by)}>
            <button
              type="button"
              className="sort"
              onClick={() => {
                onSort(by);
              }}
            >
              {title} {{ ascending: '↑', descending: '↓', none: '' }[sort(by)]}
            </button>
          </span>
        ))}
      </div>
    </div>
  );
}

function Line({
  row,
  index,
  start,
  table,
}: {
  readonly row: Row;
  readonly index: number;
  readonly start: number;
  readonly table: TableProps;
}): ReactElement {
  const place = { transform: `translateY(${String(start)}px)` };
  if (row.row === 'group') {
    return (
      <div style={place} className="line line-group" role="row" aria-rowindex={index + 2}>
        <span role="cell">
          <strong>{groupTitle(row.title)}</strong> <span className="quiet">{row.count}</span>
        </span>
      </div>
    );
  }
  const { issue } = row.useCase;
  const chosen = table.selected.has(issue.id);
  return (
    <div
      style={place}
      className={chosen ? 'line line-chosen' : 'line'}
      role="row"
      aria-rowindex={index + 2}
    >
      <span role="cell">
        <input
          type="checkbox"
          aria-label={t('pages.useCaseTable.select', { key: issue.key })}
          checked={chosen}
          onChange={() => {
            const next = new Set(table.selected);
            if (!next.delete(issue.id)) next.add(issue.id);
            table.onSelect(next);
          }}
        />
      </span>
      <span role="cell" className="quiet">
        {issue.key}
      </span>
      <span role="cell" className={row.depth === 1 ? 'title-cell below' : 'title-cell'}>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            table.onEdit(issue.id);
          }}
        >
          {issue.summary}
        </button>
      </span>
      {table.columns.map((column) => (
        <span key={column} role="cell" className="cell" dir="auto">
          <Cell row={row} column={column} />
        </span>
      ))}
    </div>
  );
}

function Cell({
  row: { shown, useCase, gaps },
  column,
}: {
  readonly row: UseCaseRow;
  readonly column: Column;
}): ReactElement {
  if (useCase.state === 'unreadable')
    return <span className="quiet">{t('pages.useCaseTable.notReadableHere')}</span>;
  if (column === 'status') return <>{useCase.issue.status}</>;
  if (column === 'gaps') return <>{useCase.state === 'blank' ? '' : gaps}</>;
  const inherited = useCase.values[column] === '' && shown[column] !== '';
  return (
    <span
      className={inherited ? 'quiet' : undefined}
      title={inherited ? t('pages.useCaseTable.fromTheUseCase') : undefined}
    >
      {column === 'stage' ? <StageCell stage={shown.stage} /> : shown[column]}
    </span>
  );
}

function StageCell({ stage }: { readonly stage: Stage | '' }): ReactElement | null {
  if (stage === '') return null;
  return (
    <span className="stage-name">
      <StageGlyph stage={stage} /> {stageTexts[stage].name}
    </span>
  );
}

function groupTitle(title: string): string {
  if (title === '') return t('pages.useCaseTable.notSaid');
  return Object.hasOwn(stageTexts, title) ? stageTexts[title as 'crawl'].name : title;
}
