import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { rankedAtMost } from '#domain/scoring/rank-chances';
import { stageTexts } from '../../shared/choice-texts';
import { StageGlyph } from '../../shared/glyphs';
import '../../shared/rating/rating.css';
import { QuadrantBadge } from '../../shared/rating/quadrant-badge';
import type { Mark } from '#domain/quadrant/picture';
import { useWidth } from './chart/use-size';
import './score-table.css';
import {
  columnsOf,
  figuresOf,
  inOrder,
  isAscending,
  nextOrder,
  type Column,
  type TableOrder,
} from './table-columns';
import type { Choosing, Looking, Picking, WithPicture } from './data/page-parts';
import { useTopChances } from './data/use-top-chances';
import { t } from '../../shared/texts';
import { countOf } from '../../shared/say-figures';

type Uses = WithPicture & Pick<Looking, 'looks'> & Choosing & Picking;

const widths = '28px 84px minmax(200px, 3fr) 130px 90px 70px 90px 70px 76px 70px minmax(90px, 1fr)';

/** The heights of a line, and of a card where there is no room for columns, in CSS pixels. */
const rowHeight = 40;
const cardHeight = 104;

/** The same set as the picture, in the same order until another is asked for, with the same actions. */
export default function ScoreTable({ page }: { readonly page: Uses }): ReactElement {
  const { looks } = page;
  const { seen, look } = page.picture;
  const chances = useTopChances(page);
  const [order, setOrder] = useState<TableOrder>();
  const columns = useMemo(
    () => columnsOf(look, { most: looks.top, chances }),
    [look, looks.top, chances],
  );
  const marks = useMemo(() => inOrder(seen, columns, order), [seen, columns, order]);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const narrow = width > 0 && width < 600;
  const rows = useVirtualizer({
    count: marks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (narrow ? cardHeight : rowHeight),
    overscan: 12,
  });
  const { measure } = rows;
  useEffect(() => {
    measure();
  }, [measure, narrow]);
  // The table takes the focus over from the picture that it stands in the place of.
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus();
  }, []);
  return (
    <div
      ref={scroller}
      className={narrow ? 'table-scroll table-cards' : 'table-scroll'}
      tabIndex={-1}
      role="table"
      aria-label={t('tools.scoreTable.scores')}
      aria-rowcount={marks.length + 1}
      style={{ '--widths': widths } as React.CSSProperties}
    >
      <Head
        {...{ page, columns, order }}
        onOrder={(next) => {
          setOrder(next);
          scroller.current?.scrollTo({ top: 0 });
        }}
      />
      <div className="table-body" role="rowgroup" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const mark = marks[index];
          return mark === undefined ? null : (
            <Line
              key={mark.issue.id}
              mark={mark}
              page={page}
              place={{ index, start }}
              figures={figuresOf(columns, mark)}
            />
          );
        })}
      </div>
      {chances === 'too-many' ? (
        <p className="quiet small no-rows">
          {t('tools.scoreTable.theChanceToBeIn', {
            top: looks.top,
            rankedAtMost: countOf(rankedAtMost),
          })}
        </p>
      ) : null}
      {marks.length === 0 ? (
        <p className="quiet no-rows">{t('tools.scoreTable.noUseCaseAnswersThis')}</p>
      ) : null}
    </div>
  );
}

function Head({
  page: { picture, picks },
  columns,
  order,
  onOrder,
}: {
  readonly page: Uses;
  readonly columns: readonly Column[];
  readonly order: TableOrder | undefined;
  readonly onOrder: (order: TableOrder | undefined) => void;
}): ReactElement {
  const { seen: marks } = picture;
  return (
    <div className="table-head" role="rowgroup">
      <div className="line" role="row" aria-rowindex={1}>
        <span role="columnheader">
          <input
            type="checkbox"
            aria-label={t('tools.scoreTable.pickAllShown')}
            checked={marks.length > 0 && marks.every(({ issue }) => picks.ids.has(issue.id))}
            onChange={() => {
              picks.toggle(marks);
            }}
          />
        </span>
        {columns.map((column) => {
          const sorted = sortOf(column, order);
          return (
            <span
              key={column.title}
              role="columnheader"
              aria-sort={sorted}
              className={column.kind === 'figure' ? 'label figure-cell' : 'label'}
            >
              <button
                type="button"
                className="order-button"
                onClick={() => {
                  onOrder(nextOrder(order, column.title));
                }}
              >
                {column.title}
                {sorted === 'none' ? null : (
                  <span aria-hidden="true">{sorted === 'ascending' ? '↑' : '↓'}</span>
                )}
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
}

function sortOf(
  column: Column,
  order: TableOrder | undefined,
): 'ascending' | 'descending' | 'none' {
  if (order?.title !== column.title) return 'none';
  return isAscending(column, order) ? 'ascending' : 'descending';
}

function Line({
  mark,
  page,
  place,
  figures,
}: {
  readonly mark: Mark;
  readonly page: Uses;
  readonly place: { readonly index: number; readonly start: number };
  readonly figures: ReturnType<typeof figuresOf>;
}): ReactElement {
  const { picture, picks, choice } = page;
  const { issue, quadrant, stage } = mark;
  const { nameOf } = picture.look;
  const chosen = choice.chosen?.item.issue.id === issue.id;
  return (
    <div
      className={chosen ? 'line line-chosen' : 'line'}
      role="row"
      aria-rowindex={place.index + 2}
      style={{ transform: `translateY(${String(place.start)}px)` }}
    >
      <span role="cell">
        <input
          type="checkbox"
          aria-label={t('tools.scoreTable.pick', { key: issue.key })}
          checked={picks.ids.has(issue.id)}
          onChange={() => {
            picks.toggle([mark]);
          }}
        />
      </span>
      <span role="cell">{issue.key}</span>
      <span role="cell" className="title-cell">
        <button
          type="button"
          className="link-button"
          onClick={() => {
            choice.select(mark);
          }}
        >
          {issue.summary}
        </button>
      </span>
      <span role="cell">
        {quadrant === null ? '' : <QuadrantBadge quadrant={quadrant} name={nameOf(quadrant)} />}
      </span>
      <span role="cell" className="stage-name">
        {stage === '' ? null : <StageGlyph stage={stage} />}
        {stage === '' ? '' : stageTexts[stage].name}
      </span>
      {figures.map(([name, figure]) => (
        <span key={name} role="cell" className="figure-cell" data-name={name}>
          {figure}
        </span>
      ))}
      <span role="cell" className="cell">
        {issue.assignee}
      </span>
    </div>
  );
}
