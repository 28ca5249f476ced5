import { useRef, useState } from 'react';
import type { IssueId } from '#domain/ids';
import type { Mark, Unscored } from '#domain/quadrant/picture';
import type { SeenPicture } from './use-picture';

/** How many a run through the backlog takes, one after the other. */
export const topCount = 20;

/** Whom the details are about, and where somebody wants to put them. */
export type Chosen = {
  readonly item: Mark | Unscored;
  /** The figures that a drop asked for; undefined where nothing was moved. */
  readonly wanted?: { readonly value: number; readonly effort: number | undefined } | undefined;
  /** Whether its questions open at once. */
  readonly scoring?: boolean | undefined;
};

/** Who is looked at, and the run through the top of the backlog. */
export type Choice = {
  readonly chosen: Chosen | undefined;
  /** The use cases of a bubble that was opened. */
  readonly opened: readonly Mark[] | undefined;
  /** How far a run through the top of the backlog is; undefined where none is under way. */
  readonly run: { readonly at: number; readonly of: number } | undefined;
  readonly choose: (next: Chosen | undefined) => void;
  readonly open: (marks: readonly Mark[] | undefined) => void;
  readonly select: (mark: Mark | undefined) => void;
  /** Goes on looking at the one that was moved, now that its answers are saved or left as they were. */
  readonly settle: () => void;
  readonly close: () => void;
  /** Scores the top of the backlog one after the other; each save brings the next. */
  readonly start: () => void;
  /** Goes on with the run, if the one that was saved is the one that is looked at. */
  readonly next: (saved: IssueId) => void;
};

export function useChoice(picture: SeenPicture): Choice {
  const [asked, setAsked] = useState<Chosen>();
  const [opened, setOpened] = useState<readonly Mark[]>();
  const [queue, setQueue] = useState<readonly Chosen['item'][]>([]);
  const [of, setOf] = useState(0);
  const latest = useRef<Chosen>();
  const choose = (next: Chosen | undefined): void => {
    latest.current = next;
    setAsked(next);
    setOpened(undefined);
  };
  const chosen = asked && { ...asked, item: itemNow(picture, asked.item) };
  return {
    chosen,
    opened,
    run: of === 0 ? undefined : { at: of - queue.length, of },
    choose,
    open: setOpened,
    select: (mark) => {
      choose(mark && { item: mark });
    },
    settle: () => {
      choose(asked && { item: asked.item });
    },
    close: () => {
      choose(undefined);
      setQueue([]);
      setOf(0);
    },
    start: () => {
      const top = picture.unscored.slice(0, topCount);
      const [first, ...rest] = top;
      setQueue(rest);
      setOf(top.length);
      choose(first && { item: first, scoring: true });
    },
    next: (saved) => {
      // An undo that comes later, from the flag of one before, is no step of the run.
      if (of === 0 || latest.current?.item.issue.id !== saved) return;
      const [item, ...rest] = queue;
      setQueue(rest);
      if (item === undefined) setOf(0);
      choose(item && { item, scoring: true });
    },
  };
}

/** The issue as the picture has it now: it may have been scored since it was chosen. */
function itemNow({ all }: SeenPicture, item: Chosen['item']): Chosen['item'] {
  const isIt = ({ issue }: Chosen['item']): boolean => issue.id === item.issue.id;
  return all.marks.find(isIt) ?? all.unscored.find(isIt) ?? item;
}
