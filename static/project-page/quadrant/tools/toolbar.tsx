import { lazy, Suspense, useState, type ReactElement } from 'react';
import { quadrants } from '#domain/scoring/quadrant';
import { stages } from '#domain/use-case/fields';
import { stageTexts } from '../../../shared/choice-texts';
import { Choice } from './choice';
import { noFilter, type Filter } from '../data/picture';
import type { Page } from '../use-page';

const LooksMenu = lazy(() => import('./looks-menu'));

/** What is seen, and how. */
export function Toolbar({ page }: { readonly page: Page }): ReactElement {
  const { filter, setFilter: onFilter, picture } = page;
  const { look, people } = picture;
  const set = (change: Partial<Filter>): void => {
    onFilter({ ...filter, ...change });
  };
  const chosen = JSON.stringify(filter) !== JSON.stringify({ ...noFilter, kind: filter.kind });
  return (
    <div className="toolbar" role="search">
      <label>
        <span className="label">Find</span>
        <input
          type="search"
          value={filter.text}
          onChange={(event) => {
            set({ text: event.currentTarget.value });
          }}
        />
      </label>
      <Choice
        label="Stage"
        value={filter.stage}
        options={[['', 'All'], ...stages.map((stage) => [stage, stageTexts[stage].name] as const)]}
        onChange={(stage) => {
          set({ stage });
        }}
      />
      <Choice
        label="Quadrant"
        value={filter.quadrant}
        options={[['', 'All'], ...quadrants.map((each) => [each, look.nameOf(each)] as const)]}
        onChange={(quadrant) => {
          set({ quadrant });
        }}
      />
      <Choice
        label="Person"
        value={filter.person}
        options={[['', 'All'], ...withChosen(people, filter.person)]}
        onChange={(person) => {
          set({ person });
        }}
      />
      <Choice
        label="Show"
        value={filter.kind}
        options={[
          ['use-case', 'Use cases'],
          ['story', 'Stories'],
        ]}
        onChange={(kind) => {
          set({ kind: kind === 'story' ? 'story' : 'use-case' });
        }}
      />
      <ViewMenu page={page} />
      {chosen ? (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            onFilter({ ...noFilter, kind: filter.kind });
          }}
        >
          Clear filter
        </button>
      ) : null}
    </div>
  );
}

/** A view of somebody else's may name a person who has nothing here. */
function withChosen(
  people: readonly (readonly [string, string])[],
  chosen: string,
): readonly (readonly [string, string])[] {
  const known = chosen === '' || people.some(([id]) => id === chosen);
  return known ? people : [...people, [chosen, 'Somebody without use cases here']];
}

/** How the picture is drawn is asked for seldom: it comes when the menu is opened. */
function ViewMenu({ page }: { readonly page: Page }): ReactElement {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="menu"
      onToggle={() => {
        setOpened(true);
      }}
    >
      <summary className="button">View</summary>
      <Suspense>{opened ? <LooksMenu page={page} /> : null}</Suspense>
    </details>
  );
}
