import { lazy, type ReactElement } from 'react';
import type { Filtering, Looking, WithPicture } from '../data/page-parts';
import { Menu } from './menu';

const FilterMenu = lazy(() => import('./filter-menu'));
const LooksMenu = lazy(() => import('./looks-menu'));

/** What is seen, and how. */
export function Toolbar({
  page,
}: {
  readonly page: WithPicture & Filtering & Looking;
}): ReactElement {
  const { filter, setFilter } = page;
  const narrowed = [filter.stage, filter.quadrant, filter.person, filter.jql].filter(
    Boolean,
  ).length;
  return (
    <div className="toolbar" role="search">
      <input
        type="search"
        aria-label="Find"
        placeholder="Find by text or key"
        value={filter.text}
        onChange={(event) => {
          setFilter({ ...filter, text: event.currentTarget.value });
        }}
      />
      <Menu title={narrowed === 0 ? 'Filter' : `Filter (${String(narrowed)})`}>
        <FilterMenu page={page} />
      </Menu>
      <Menu title="View">
        <LooksMenu page={page} />
      </Menu>
    </div>
  );
}
