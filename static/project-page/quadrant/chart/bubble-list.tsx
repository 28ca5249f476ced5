import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactElement } from 'react';
import type { RatingLook } from '../../../shared/rating/rating-look';
import type { Mark } from '../data/picture';

/** A bubble, opened into its single use cases. */
export default function BubbleList({
  marks,
  look,
  onChoose,
  onClose,
}: {
  readonly marks: readonly Mark[];
  readonly look: RatingLook;
  readonly onChoose: (mark: Mark) => void;
  readonly onClose: () => void;
}): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const rows = useVirtualizer({
    count: marks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    overscan: 8,
  });
  useEffect(() => {
    heading.current?.focus();
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [marks, onClose]);
  return (
    <div
      className="bubble-list"
      role="dialog"
      aria-label={`${String(marks.length)} use cases here`}
    >
      <div className="spread">
        <h2 ref={heading} tabIndex={-1}>
          {marks.length.toLocaleString('en')} use cases here
        </h2>
        <button type="button" className="link-button" onClick={onClose}>
          Close
        </button>
      </div>
      <p className="quiet small">
        {rangeOf(marks, look, 'value')}, {rangeOf(marks, look, 'effort')}
      </p>
      <div ref={scroller} className="bubble-rows">
        <ul style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const mark = marks[index];
            return mark === undefined ? null : (
              <li key={mark.issue.id} style={{ transform: `translateY(${String(start)}px)` }}>
                <button
                  type="button"
                  className="bubble-row"
                  data-issue={mark.issue.id}
                  onClick={() => {
                    onChoose(mark);
                  }}
                >
                  <span className="quiet">{mark.issue.key}</span>
                  <span className="cell">{mark.issue.summary}</span>
                  <span className="figure-cell">{look.say(mark.score)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

function rangeOf(
  marks: readonly Mark[],
  { model, say }: RatingLook,
  axis: 'value' | 'effort',
): string {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const mark of marks) {
    least = Math.min(least, mark[axis].likely);
    most = Math.max(most, mark[axis].likely);
  }
  const label = model[axis].label;
  return least === most ? `${label} ${say(least)}` : `${label} ${say(least)} to ${say(most)}`;
}
