import { lazy, type ReactElement } from 'react';
import type { Filtering, Looking, WithPicture } from '../data/page-parts';
import { Menu } from './menu';
import { t, withTexts } from '../../../shared/texts';

const FilterMenu = lazy(withTexts(() => import('./filter-menu'), 'tools'));
const LooksMenu = lazy(withTexts(() => import('./looks-menu'), 'tools'));

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
        aria-label={t('quadrant.toolbar.find')}
        placeholder={t('quadrant.toolbar.findByTextOrKey')}
        value={filter.text}
        onChange={(event) => {
          setFilter({ ...filter, text: event.currentTarget.value });
        }}
      />
      <Menu
        title={
          narrowed === 0
            ? t('quadrant.toolbar.filter')
            : t('quadrant.toolbar.filter2', { narrowed })
        }
      >
        <FilterMenu page={page} />
      </Menu>
      <Menu title={t('quadrant.toolbar.view')}>
        <LooksMenu page={page} />
      </Menu>
    </div>
  );
}
