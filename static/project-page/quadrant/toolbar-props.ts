import type { RatingLook } from '../../shared/rating/rating-look';
import type { Looks } from './looks';
import type { Filter } from './picture';

/** What the toolbar shows, and what it tells the page. */
export type ToolbarProps = {
  readonly look: RatingLook;
  readonly filter: Filter;
  readonly looks: Looks;
  readonly people: readonly string[];
  readonly onFilter: (filter: Filter) => void;
  readonly onLooks: (looks: Looks) => void;
  /** Runs a query; says what is wrong with it, or ''. */
  readonly onJql: (jql: string) => Promise<string>;
};
