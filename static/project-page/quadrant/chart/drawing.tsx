import { lazy, Suspense, type ReactElement } from 'react';
import { Chart } from './chart';
import { Layers } from './layers';
import { Legend } from './legend';
import type { Page } from '../use-page';

const BubbleList = lazy(() => import('./bubble-list'));

/** The picture with its legend, and the list of a bubble that was opened. */
export function Drawing({ page }: { readonly page: Page }): ReactElement {
  const { picture, looks, choice, picks, chart, mayEdit } = page;
  const { state, look, seen, axes, categories, counts, unscored } = picture;
  const total = seen.length.toLocaleString('en');
  return (
    <div className="drawing">
      <Legend categories={categories.categories} bubbles={!looks.every} />
      <Chart
        {...{ look, axes, looks, counts }}
        shadows={state.shadows}
        marks={seen}
        categories={categories.categories}
        kinds={categories.of}
        selected={choice.chosen?.item.issue.id}
        picked={picks.ids}
        summary={`${total} use cases by value and effort. Arrows go from one to the next, Enter chooses, Space picks, M moves, T shows the table.`}
        onSelect={choice.select}
        onOpen={choice.open}
        onPick={picks.toggle}
        onDrop={(mark, value, effort) => {
          if (mayEdit) choice.choose({ item: mark, wanted: { value, effort } });
        }}
        onDropIssue={(id, value, effort) => {
          const item = unscored.find(({ issue }) => issue.id === id);
          if (item !== undefined && mayEdit) choice.choose({ item, wanted: { value, effort } });
        }}
        handle={chart}
        layers={(scene) => <Layers page={page} scene={scene} />}
      />
      {choice.opened === undefined ? null : (
        <Suspense>
          <BubbleList
            marks={choice.opened}
            look={look}
            onChoose={choice.select}
            onClose={() => {
              choice.open(undefined);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
