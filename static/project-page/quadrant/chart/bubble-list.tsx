import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactElement, type RefObject } from 'react';
import { StageGlyph } from '../../../shared/glyphs';
import type { RatingLook } from '../../../shared/rating/rating-look';
import type { Mark } from '#domain/quadrant/picture';
import type { Choosing, Picking, WithPicture } from '../data/page-parts';
import type { WithChart } from './chart-props';
import type { LiveScene } from './chart-props';
import type { Shape } from './lay-out';
import type { Plot } from './viewport';
import { t } from '../../../shared/texts';
import { countOf } from '../../../shared/say-figures';

/** How wide the list is, as far as the picture allows, and how far it stands from its bubble. */
const listWidth = 420;
const listGap = 14;

type Uses = WithPicture & Choosing & Picking & WithChart;

/** A bubble, opened into its single use cases, beside where it stands. */
export default function BubbleList({
  page,
  marks,
  at,
  scene,
}: {
  readonly page: Uses;
  readonly marks: readonly Mark[];
  readonly at: Shape | undefined;
  readonly scene: LiveScene;
}): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const rows = useVirtualizer({
    count: marks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    overscan: 8,
  });
  const { open } = page.choice;
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [marks]);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') open(undefined);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  });
  return (
    <div
      className="bubble-list"
      role="dialog"
      aria-label={t('tools.bubbleList.useCasesHere', { marksCount: marks.length })}
      style={{ left: leftOf(at, scene.plot), width: widthIn(scene.plot) }}
    >
      <Head page={page} marks={marks} heading={heading} />
      <div ref={scroller} className="bubble-rows">
        <ul style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const mark = marks[index];
            return mark === undefined ? null : (
              <li key={mark.issue.id} style={{ transform: `translateY(${String(start)}px)` }}>
                <Row page={page} mark={mark} />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** How many there are, where they stand, and what can be done with all of them. */
function Head({
  page,
  marks,
  heading,
}: {
  readonly page: Uses;
  readonly marks: readonly Mark[];
  readonly heading: RefObject<HTMLHeadingElement>;
}): ReactElement {
  const { choice, picks, chart, picture } = page;
  const { look } = picture;
  const { open } = choice;
  const count = countOf(marks.length);
  const all = marks.every(({ issue }) => picks.ids.has(issue.id));
  return (
    <>
      <div className="spread">
        <h2 ref={heading} tabIndex={-1}>
          {t('tools.bubbleList.useCasesHere2', { count })}
        </h2>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            open(undefined);
          }}
        >
          {t('tools.bubbleList.close')}
        </button>
      </div>
      <p className="quiet small">
        {rangeOf(marks, look, 'value')}, {rangeOf(marks, look, 'effort')}
      </p>
      <div className="actions small">
        <button
          type="button"
          className="link-button"
          onClick={() => {
            open(undefined);
            chart.current?.zoomTo(marks);
          }}
        >
          {t('tools.bubbleList.zoomToThese')}
        </button>
        <button
          type="button"
          className="link-button"
          aria-pressed={all}
          onClick={() => {
            picks.toggle(marks);
          }}
        >
          {t('tools.bubbleList.all', {
            pick: all ? t('tools.bubbleList.letGoOf') : t('tools.bubbleList.pick'),
            count,
          })}
        </button>
      </div>
    </>
  );
}

function Row({ page, mark }: { readonly page: Uses; readonly mark: Mark }): ReactElement {
  const { choice, picks, picture } = page;
  const { issue, stage, score } = mark;
  return (
    <>
      <input
        type="checkbox"
        aria-label={t('tools.bubbleList.pick2', { key: issue.key })}
        checked={picks.ids.has(issue.id)}
        onChange={() => {
          picks.toggle([mark]);
        }}
      />
      <button
        type="button"
        className="bubble-row"
        data-issue={issue.id}
        title={issue.summary}
        onClick={() => {
          choice.select(mark);
        }}
      >
        <span className="quiet">{issue.key}</span>
        <span className="stage-name">{stage === '' ? null : <StageGlyph stage={stage} />}</span>
        <span className="cell">{issue.summary}</span>
        <span className="figure-cell">{picture.look.say(score)}</span>
      </button>
    </>
  );
}

function widthIn({ left, width }: Plot): number {
  return Math.min(listWidth, left + width - 8);
}

/** To the right of the bubble where there is room, else to its left, and always inside of the picture. */
function leftOf(at: Shape | undefined, plot: Plot): number {
  const width = widthIn(plot);
  const most = plot.left + plot.width - width;
  if (at === undefined) return Math.max(0, most / 2);
  const right = at.x + at.radius + listGap;
  const left = at.x - at.radius - listGap - width;
  return Math.max(0, right <= most ? right : left >= 0 ? left : most);
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
  return least === most
    ? `${label} ${say(least)}`
    : t('tools.bubbleList.to', { label, least: say(least), most: say(most) });
}
