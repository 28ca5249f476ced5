import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Chart } from './chart';
import { Layers } from './layers';
import type { Shape } from './lay-out';
import { Legend } from './legend';
import { allSingle } from './scene';
import type {
  Choosing,
  Filtering,
  Looking,
  Noticing,
  Picking,
  Rights,
  WithPicture,
  WithStore,
} from '../data/page-parts';
import type { WithChart } from './chart-props';
import { ZoomButtons } from './zoom-buttons';
import { t, withTexts } from '../../../shared/texts';
import { countOf } from '../../../shared/say-figures';

type Uses = WithStore &
  WithPicture &
  Pick<Filtering, 'filter'> &
  Pick<Looking, 'looks'> &
  Choosing &
  Picking &
  WithChart &
  Pick<Rights, 'locked'> &
  Noticing;

const BubbleList = lazy(withTexts(() => import('./bubble-list'), 'tools'));

/** The picture with its legend, and the list of a bubble that was opened. */
export function Drawing({
  page,
  height,
}: {
  readonly page: Uses;
  readonly height: number;
}): ReactElement {
  const { picture, looks, choice, picks, chart, locked } = page;
  const { state, look, seen, axes, categories, counts, unscored } = picture;
  const [openedAt, setOpenedAt] = useState<Shape>();
  const isReady = state.phase === 'ready';
  return (
    <div className="drawing">
      <div className="spread">
        <Legend
          categories={categories.categories}
          size={looks.size}
          bubbles={!looks.every && seen.length > allSingle}
          ellipse={choice.chosen !== undefined}
        />
        <ZoomButtons chart={chart} />
      </div>
      <Chart
        {...{ look, axes, looks, height, locked }}
        counts={isReady ? counts : undefined}
        shadows={state.shadows}
        marks={seen}
        categories={categories.categories}
        kinds={categories.of}
        selected={choice.chosen?.item.issue.id}
        picked={picks.ids}
        summary={summaryOf(seen.length, locked)}
        onSelect={choice.select}
        onOpen={(marks, at) => {
          setOpenedAt(at);
          choice.open(marks);
        }}
        onPick={picks.toggle}
        onDrop={(mark, value, effort) => {
          choice.choose({ item: mark, wanted: { value, effort } });
        }}
        onDropIssue={(id, value, effort) => {
          const item = unscored.find(({ issue }) => issue.id === id);
          if (item !== undefined) choice.choose({ item, wanted: { value, effort } });
        }}
        handle={chart}
        layers={(scene) => (
          <>
            <Layers page={page} scene={scene} />
            {isReady && seen.length === 0 ? <p className="chart-empty">{nothing(page)}</p> : null}
            {choice.opened === undefined ? null : (
              <Suspense>
                <BubbleList page={page} marks={choice.opened} at={openedAt} scene={scene} />
              </Suspense>
            )}
          </>
        )}
      />
    </div>
  );
}

function summaryOf(count: number, locked: string): string {
  const moves = locked === '' ? t('quadrant.drawing.mMoves') : '';
  return t('quadrant.drawing.useCasesByValueAnd', { count: countOf(count), moves });
}

/** Why the picture is empty, and what to do. */
function nothing({ picture: { all, unscored }, filter, locked }: Uses): string {
  const ofKind = all.marks.filter(({ kind }) => kind === filter.kind).length;
  if (ofKind > 0) return t('quadrant.drawing.nothingHereAnswersTheFilter');
  if (filter.kind === 'story') return t('quadrant.drawing.noStoryOfAScored');
  if (unscored.length === 0) return t('quadrant.drawing.thisProjectHasNoIssues');
  return locked === ''
    ? t('quadrant.drawing.nothingIsScoredYetStart')
    : t('quadrant.drawing.nothingIsScoredYet');
}
