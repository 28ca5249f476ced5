import { useRef, useState, type RefObject } from 'react';
import type { AccountId, IssueId } from '#domain/ids';
import type { ChartHandle } from './chart/chart-props';
import { firstLooks, type Looks } from './chart/looks';
import { noFilter, type Filter, type Mark } from '#domain/quadrant/picture';
import type { PictureStore } from './data/picture-store';
import { useChoice, type Choice } from './scoring/use-choice';
import { usePicture, type SeenPicture } from './data/use-picture';
import { useRescorings, type Rescorings } from './scoring/use-rescoring';

/** Everything that the page shows, and everything that can be done to it. */
export type Page = {
  readonly store: PictureStore;
  readonly viewer: AccountId;
  readonly picture: SeenPicture;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  /** Narrows a filter, that of now if none is given, to what a query finds; says what is wrong with it, or ''. */
  readonly findByJql: (jql: string, of?: Filter) => Promise<string>;
  readonly looks: Looks;
  readonly setLooks: (looks: Looks) => void;
  readonly asTable: boolean;
  readonly setAsTable: (asTable: boolean) => void;
  readonly choice: Choice;
  readonly picks: Picks;
  readonly rescorings: Rescorings;
  readonly chart: RefObject<ChartHandle>;
  readonly mayEdit: boolean;
  /** Why nothing can be changed here; '' where it can. */
  readonly locked: string;
  /** What goes on with the whole project, whatever is looked at meanwhile. */
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

export function usePage(store: PictureStore, viewer: AccountId, locale: string): Page {
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [looks, setLooks] = useState<Looks>(firstLooks);
  const [asTable, setAsTable] = useState(false);
  const [notice, setNotice] = useState<Notice>({ text: '', busy: false });
  const picture = usePicture(store, { filter, looks, locale });
  const mayEdit = picture.state.subject?.mayEdit === true;
  return {
    ...{ store, viewer, picture, filter, setFilter, looks, setLooks, asTable, setAsTable },
    ...{ notice, setNotice },
    findByJql: async (jql, of) => {
      const { source, project } = store.world;
      const found = jql.trim() === '' ? undefined : await source.find(project, jql);
      if (found?.ok === false)
        return found.error.problem === 'refused'
          ? 'Jira does not understand this query.'
          : 'Jira did not answer. Try again in a moment.';
      const asked = { jql: jql.trim(), found: found?.value };
      // What was chosen while Jira looked stays chosen.
      setFilter((now) => ({ ...(of ?? now), ...asked }));
      return '';
    },
    choice: useChoice(picture),
    picks: usePicks(),
    rescorings: useRescorings(store, viewer),
    chart: useRef<ChartHandle>(null),
    mayEdit,
    locked: mayEdit
      ? ''
      : `Changing scores needs the Edit Issues permission in ${picture.state.subject?.name ?? 'this project'}.`,
  };
}

function usePicks(): Picks {
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
