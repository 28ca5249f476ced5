import { lazy, Suspense, useEffect, useRef, useState, type ReactElement } from 'react';
import type { AccountId } from '#ports/ids';
import { Chart } from './chart';
import type { ChartHandle } from './chart-props';
import type { Chosen } from './details';
import { Legend } from './legend';
import { firstLooks, type Looks } from './looks';
import { noFilter, type Filter, type Mark } from './picture';
import type { PictureStore } from './picture-store';
import './quadrant.css';
import { SumLine } from './sum-line';
import { Toolbar } from './toolbar';
import { topCount, Tray } from './tray';
import { usePicture, type SeenPicture } from './use-picture';
import { useRescorings, type Rescorings } from './use-rescoring';

const BubbleList = lazy(() => import('./bubble-list'));
const Details = lazy(() => import('./details'));
const Failed = lazy(() => import('./failed'));
const ScoreTable = lazy(() => import('./score-table'));

/** Value against effort: what comes first, and why. */
export function QuadrantPage({
  store,
  viewer,
  locale,
}: {
  readonly store: PictureStore;
  readonly viewer: AccountId;
  readonly locale: string;
}): ReactElement {
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [looks, setLooks] = useState<Looks>(firstLooks);
  const [asTable, setAsTable] = useState(false);
  const picture = usePicture(store, { filter, looks, locale });
  const rescorings = useRescorings(store, viewer);
  const chart = useRef<ChartHandle>(null);
  const choice = useChoice(picture);
  const { state, look, seen } = picture;
  const mayEdit = state.subject?.mayEdit === true;
  useTableKey(() => {
    setAsTable((before) => !before);
  });
  const findByJql = useJql(store, filter, setFilter);
  if (state.phase === 'failed') return <Failed onRetry={() => void store.load()} />;
  return (
    <section className="quadrant" aria-label="Quadrant">
      <div className="page-head">
        <h1>Quadrant</h1>
        <SumLine picture={picture} filter={filter} />
        <Actions
          {...{ asTable, rescorings, chart }}
          onTable={setAsTable}
          onExport={() =>
            void import('./export-csv').then((loaded) => {
              loaded.exportCsv(picture, filter);
            })
          }
        />
      </div>
      <Toolbar
        {...{ look, filter, looks, people: picture.people }}
        onFilter={setFilter}
        onLooks={setLooks}
        onJql={findByJql}
      />
      <div className={choice.chosen === undefined ? 'quadrant-body' : 'quadrant-body with-details'}>
        <div className="quadrant-main">
          {asTable ? (
            <Suspense fallback={<p className="quiet">Loading …</p>}>
              <ScoreTable
                marks={seen}
                look={look}
                selected={choice.chosen?.item.issue.id}
                onSelect={choice.select}
              />
            </Suspense>
          ) : (
            <Drawing {...{ picture, looks, choice, chart, mayEdit }} />
          )}
          <Unplaced {...{ picture, filter, choice, mayEdit }} />
        </div>
        {choice.chosen === undefined ? null : (
          <Suspense fallback={<div className="bone bone-tall" />}>
            <Details
              chosen={choice.chosen}
              ahead={aheadOf(seen, choice.chosen)}
              look={look}
              mayEdit={mayEdit}
              projectName={state.subject?.name ?? ''}
              rescorings={rescorings}
              onSaved={choice.next}
              onClose={choice.close}
            />
          </Suspense>
        )}
      </div>
    </section>
  );
}

/** Narrows the picture by a query of the viewer's; an empty one takes the narrowing back. */
function useJql(
  store: PictureStore,
  filter: Filter,
  setFilter: (filter: Filter) => void,
): (jql: string) => Promise<string> {
  return async (jql) => {
    const found =
      jql.trim() === '' ? undefined : await store.world.source.find(store.world.project, jql);
    if (found?.ok === false) return 'Jira does not understand this query.';
    setFilter({ ...filter, found: found?.value });
    return '';
  };
}

/** The mark right before the chosen one in what is shown. */
function aheadOf(seen: readonly Mark[], { item }: Chosen): Mark | undefined {
  return seen[seen.findIndex(({ issue }) => issue.id === item.issue.id) - 1];
}

type Choosing = ReturnType<typeof useChoice>;

/** Who is looked at, and the run through the top of the backlog. */
function useChoice(picture: SeenPicture) {
  const [chosen, setChosen] = useState<Chosen>();
  const [opened, setOpened] = useState<readonly Mark[]>();
  const [queue, setQueue] = useState<readonly Chosen['item'][]>([]);
  const [of, setOf] = useState(0);
  const choose = (next: Chosen | undefined): void => {
    setChosen(next);
    setOpened(undefined);
  };
  return {
    chosen,
    opened,
    run: of === 0 ? undefined : { at: of - queue.length, of },
    choose,
    open: setOpened,
    select: (mark: Mark | undefined) => {
      choose(mark && { item: mark });
    },
    close: () => {
      choose(undefined);
      setQueue([]);
      setOf(0);
    },
    /** Scores the top of the backlog one after the other; each save brings the next. */
    start: (kind: Filter['kind']) => {
      const top = picture.unscored.filter((each) => each.kind === kind).slice(0, topCount);
      const [first, ...rest] = top;
      setQueue(rest);
      setOf(top.length);
      choose(first && { item: first, scoring: true });
    },
    next: () => {
      const [item, ...rest] = queue;
      setQueue(rest);
      if (of === 0) return;
      if (item === undefined) setOf(0);
      choose(item && { item, scoring: true });
    },
  };
}

function Unplaced({
  picture: { unscored },
  filter: { kind },
  choice,
  mayEdit,
}: {
  readonly picture: SeenPicture;
  readonly filter: Filter;
  readonly choice: Choosing;
  readonly mayEdit: boolean;
}): ReactElement {
  return (
    <Tray
      unscored={unscored.filter((each) => each.kind === kind)}
      mayEdit={mayEdit}
      next={choice.run}
      onChoose={(item) => {
        choice.choose({ item, scoring: true });
      }}
      onStart={() => {
        choice.start(kind);
      }}
    />
  );
}

function Drawing({
  picture,
  looks,
  choice,
  chart,
  mayEdit,
}: {
  readonly picture: SeenPicture;
  readonly looks: Looks;
  readonly choice: Choosing;
  readonly chart: React.RefObject<ChartHandle>;
  readonly mayEdit: boolean;
}): ReactElement {
  const { look, seen, axes, categories, counts, unscored } = picture;
  const total = seen.length.toLocaleString('en');
  return (
    <div className="drawing">
      <Legend categories={categories.categories} bubbles={!looks.every} />
      <Chart
        {...{ look, axes, looks, counts }}
        shadows={picture.state.shadows}
        marks={seen}
        categories={categories.categories}
        kinds={categories.of}
        selected={choice.chosen?.item.issue.id}
        summary={`${total} use cases by value and effort. Arrows go from one to the next, Enter chooses, M moves, T shows the table.`}
        onSelect={choice.select}
        onOpen={choice.open}
        onDrop={(mark, value, effort) => {
          if (mayEdit) choice.choose({ item: mark, wanted: { value, effort } });
        }}
        onDropIssue={(id, value, effort) => {
          const item = unscored.find(({ issue }) => issue.id === id);
          if (item !== undefined && mayEdit) choice.choose({ item, wanted: { value, effort } });
        }}
        handle={chart}
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

function Actions({
  asTable,
  rescorings,
  chart,
  onTable,
  onExport,
}: {
  readonly asTable: boolean;
  readonly rescorings: Rescorings;
  readonly chart: React.RefObject<ChartHandle>;
  readonly onTable: (table: boolean) => void;
  readonly onExport: () => void;
}): ReactElement {
  const { undoable, redoable, undo, redo } = rescorings;
  const [said, setSaid] = useState('');
  const zoom = (factor: number) => () => chart.current?.zoom(factor);
  const buttons: readonly (readonly [string, string, boolean, () => void])[] = [
    ['Undo', undoable?.key ?? '', undoable === undefined, () => void undo().then(setSaid)],
    ['Redo', redoable?.key ?? '', redoable === undefined, () => void redo().then(setSaid)],
    ['Zoom in', '', asTable, zoom(0.7)],
    ['Zoom out', '', asTable, zoom(1 / 0.7)],
    ['Show all', '', asTable, () => chart.current?.reset()],
    ['Export CSV', '', false, onExport],
  ];
  return (
    <div className="actions">
      {buttons.map(([name, about, disabled, act]) => (
        <button key={name} type="button" className="button" disabled={disabled} onClick={act}>
          {name} {about}
        </button>
      ))}
      <button
        type="button"
        className="button"
        aria-pressed={asTable}
        onClick={() => {
          onTable(!asTable);
        }}
      >
        {asTable ? 'Chart' : 'Table'}
      </button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </div>
  );
}

/** T shows the table, wherever nobody is typing. */
function useTableKey(toggle: () => void): void {
  useEffect(() => {
    const onKey = ({ key, target, ctrlKey, metaKey }: KeyboardEvent): void => {
      const typing = target instanceof HTMLElement && target.matches('input, textarea, select');
      if (key.toLowerCase() === 't' && !typing && !ctrlKey && !metaKey) toggle();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  });
}
