import { useState } from 'react';
import type { AccountId, IssueId } from '#domain/ids';
import { noFilter, type Filter, type Mark } from '#domain/quadrant/picture';
import type { Looks } from './looks';
import type { PictureStore } from './picture-store';
import type { Choice } from './use-choice';
import type { SeenPicture } from './use-picture';
import { t } from '../../../shared/texts';

/** What is drawn. */
export type WithPicture = { readonly picture: SeenPicture };

/** Where the scores come from, and who looks at them. */
export type WithStore = { readonly store: PictureStore; readonly viewer: AccountId };

/** What narrows the picture. */
export type Filtering = {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  /** Narrows a filter, that of now if none is given, to what a query finds; says what is wrong with it, or ''. */
  readonly findByJql: (jql: string, of?: Filter) => Promise<string>;
};

/** How the picture is drawn. */
export type Looking = { readonly looks: Looks; readonly setLooks: (looks: Looks) => void };

/** Whether a table stands in the place of the chart. */
export type ShownAs = {
  readonly asTable: boolean;
  readonly setAsTable: (asTable: boolean) => void;
};

/** Who is looked at. */
export type Choosing = { readonly choice: Choice };

/** What was picked to be worked on together. */
export type Picking = { readonly picks: Picks };

/** What the viewer may do. */
export type Rights = {
  readonly mayEdit: boolean;
  /** Why nothing can be changed here; '' where it can. */
  readonly locked: string;
};

/** What goes on with the whole project, whatever is looked at meanwhile. */
export type Noticing = {
  readonly notice: Notice;
  readonly setNotice: (notice: Notice) => void;
};

/** `busy` until it has ended; '' where there is nothing to say. */
export type Notice = { readonly text: string; readonly busy: boolean };

/** The use cases that were picked to be worked on together. */
export type Picks = {
  readonly ids: ReadonlySet<IssueId>;
  /** Picks what is not picked, or, where all of it is, lets go of it. */
  readonly toggle: (marks: readonly Mark[]) => void;
  readonly set: (marks: readonly Mark[]) => void;
  /** Whether a line is being drawn round what is to be picked. */
  readonly lasso: boolean;
  readonly setLasso: (lasso: boolean) => void;
};

export function usePicks(): Picks {
  const [ids, setIds] = useState<ReadonlySet<IssueId>>(new Set());
  const [lasso, setLasso] = useState(false);
  return {
    ...{ ids, lasso, setLasso },
    toggle: (marks) => {
      const all = marks.every(({ issue }) => ids.has(issue.id));
      const next = new Set(ids);
      for (const { issue } of marks) {
        if (all) next.delete(issue.id);
        else next.add(issue.id);
      }
      setIds(next);
    },
    set: (marks) => {
      setIds(new Set(marks.map(({ issue }) => issue.id)));
    },
  };
}

export function useFiltering({ store }: Pick<WithStore, 'store'>): Filtering {
  const [filter, setFilter] = useState<Filter>(noFilter);
  return {
    ...{ filter, setFilter },
    findByJql: async (jql, of) => {
      const { source, project } = store.world;
      const found = jql.trim() === '' ? undefined : await source.find(project, jql);
      if (found?.ok === false)
        return found.error.problem === 'refused'
          ? t('quadrant.pageParts.jiraDoesNotUnderstandThis')
          : t('quadrant.pageParts.jiraDidNotAnswerTry');
      const asked = { jql: jql.trim(), found: found?.value };
      // What was chosen while Jira looked stays chosen.
      setFilter((now) => ({ ...(of ?? now), ...asked }));
      return '';
    },
  };
}
