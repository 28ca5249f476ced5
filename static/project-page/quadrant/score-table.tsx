import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactElement } from 'react';
import { quadrantChances } from '#domain/scoring/quadrant';
import type { IssueId } from '#ports/ids';
import { stageTexts } from '../../shared/choice-texts';
import { StageGlyph } from '../../shared/glyphs';
import { QuadrantBadge } from '../../shared/rating/quadrant-badge';
import type { RatingLook } from '../../shared/rating/rating-look';
import { sayChance } from '../../shared/rating/score-texts';
import type { Mark } from './picture';

const widths = '84px minmax(200px, 3fr) 130px 90px 70px 90px 70px 76px minmax(90px, 1fr)';

/** The same set as the picture, in the same order, with the same actions. */
export default function ScoreTable({
  marks,
  look,
  selected,
  onSelect,
}: {
  readonly marks: readonly Mark[];
  readonly look: RatingLook;
  readonly selected: IssueId | undefined;
  readonly onSelect: (mark: Mark) => void;
}): ReactElement {
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
          {[...titles, 'Score', 'Certainty', 'Assignee'].map((title) => (
            <span key={title} role="columnheader" className="label">
              {title}
            </span>
          ))}
        </div>
      </div>
      <div className="table-body" role="rowgroup" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const mark = marks[index];
          return mark === undefined ? null : (
            <Line
              key={mark.issue.id}
              mark={mark}
              look={look}
              place={{ index, start }}
              chosen={mark.issue.id === selected}
              onSelect={onSelect}
            />
          );
        })}
      </div>
      {marks.length === 0 ? <p className="quiet no-rows">No use case answers this.</p> : null}
    </div>
  );
}

function Line({
  mark,
  look,
  place,
  chosen,
  onSelect,
}: {
  readonly mark: Mark;
  readonly look: RatingLook;
  readonly place: { readonly index: number; readonly start: number };
  readonly chosen: boolean;
  readonly onSelect: (mark: Mark) => void;
}): ReactElement {
  const { issue, quadrant, stage, value, effort, score } = mark;
  const { model, say, nameOf } = look;
  const chance = quadrant && quadrantChances(model, value, effort)?.[quadrant];
  return (
    <div
      className={chosen ? 'line line-chosen' : 'line'}
      role="row"
      aria-rowindex={place.index + 2}
      style={{ transform: `translateY(${String(place.start)}px)` }}
    >
      <span role="cell">{issue.key}</span>
      <span role="cell" className="title-cell">
        <button
          type="button"
          className="link-button"
          onClick={() => {
            onSelect(mark);
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
      <span role="cell">{chance === null || chance === undefined ? '' : sayChance(chance)}</span>
      <span role="cell" className="cell">
        {issue.assignee}
      </span>
    </div>
  );
}
