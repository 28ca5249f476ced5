import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactElement } from 'react';
import { quadrantChances } from '#domain/scoring/quadrant';
import { rankedAtMost } from '#domain/scoring/rank-chances';
import { stageTexts } from '../../shared/choice-texts';
import { StageGlyph } from '../../shared/glyphs';
import { QuadrantBadge } from '../../shared/rating/quadrant-badge';
import type { RatingLook } from '../../shared/rating/rating-look';
import { sayChance } from '../../shared/rating/score-texts';
import type { Mark } from './data/picture';
import type { Page } from './use-page';
import { useTopChances } from './data/use-top-chances';

const widths = '28px 84px minmax(200px, 3fr) 130px 90px 70px 90px 70px 76px 70px minmax(90px, 1fr)';

/** The same set as the picture, in the same order, with the same actions. */
export default function ScoreTable({ page }: { readonly page: Page }): ReactElement {
  const { picture, picks, looks } = page;
  const { seen: marks, look } = picture;
  const chances = useTopChances(page);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: marks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 40,
    overscan: 12,
  });
  const { model } = look;
  const titles = ['Key', 'Use case', 'Quadrant', 'Stage', model.value.label, model.effort.label];
  return (
    <div
      ref={scroller}
      className="table-scroll"
      role="table"
      aria-label="Scores"
      aria-rowcount={marks.length + 1}
      style={{ '--widths': widths } as React.CSSProperties}
    >
      <div className="table-head" role="rowgroup">
        <div className="line" role="row" aria-rowindex={1}>
          <span role="columnheader">
            <input
              type="checkbox"
              aria-label="Pick all shown"
              checked={marks.length > 0 && marks.every(({ issue }) => picks.ids.has(issue.id))}
              onChange={() => {
                picks.toggle(marks);
              }}
            />
          </span>
          {[...titles, 'Score', 'Certainty', `Top ${String(looks.top)}`, 'Assignee'].map(
            (title) => (
              <span key={title} role="columnheader" className="label">
                {title}
              </span>
            ),
          )}
        </div>
      </div>
      <div className="table-body" role="rowgroup" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const mark = marks[index];
          return mark === undefined ? null : (
            <Line
              key={mark.issue.id}
              mark={mark}
              page={page}
              place={{ index, start }}
              top={typeof chances === 'object' ? chances.get(mark.issue.id) : undefined}
            />
          );
        })}
      </div>
      {chances === 'too-many' ? (
        <p className="quiet small no-rows">
          The chance to be in the top {looks.top} is told for up to{' '}
          {rankedAtMost.toLocaleString('en')} use cases. Narrow the filter to see it.
        </p>
      ) : null}
      {marks.length === 0 ? <p className="quiet no-rows">No use case answers this.</p> : null}
    </div>
  );
}

function Line({
  mark,
  page: { picture, picks, choice },
  place,
  top,
}: {
  readonly mark: Mark;
  readonly page: Page;
  readonly place: { readonly index: number; readonly start: number };
  /** The chance to be among the first. */
  readonly top: number | undefined;
}): ReactElement {
  const { issue, quadrant, stage, value, effort, score } = mark;
  const { say, nameOf } = picture.look;
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
          aria-label={`Pick ${issue.key}`}
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
      <span role="cell">{say(value.likely)}</span>
      <span role="cell">{say(effort.likely)}</span>
      <span role="cell">{say(score)}</span>
      <span role="cell">{certaintyOf(mark, picture.look)}</span>
      <span role="cell">{top === undefined ? '' : sayChance(top)}</span>
      <span role="cell" className="cell">
        {issue.assignee}
      </span>
    </div>
  );
}

/** How likely a use case is in the quadrant where it stands. */
function certaintyOf({ quadrant, value, effort }: Mark, { model }: RatingLook): string {
  const chance = quadrant === null ? undefined : quadrantChances(model, value, effort)?.[quadrant];
  return chance === undefined ? '' : sayChance(chance);
}
