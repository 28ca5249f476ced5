import type { ReactNode, Ref, RefObject } from 'react';
import type { Quadrant } from '#domain/scoring/quadrant';
import type { IssueId } from '#domain/ids';
import type { RatingLook } from '../../../shared/rating/rating-look';
import type { Axis } from '../data/axis';
import type { Label } from './labels';
import type { Shape } from './lay-out';
import type { Category, Looks } from '../data/looks';
import type { Mark } from '#domain/quadrant/picture';
import type { Plot, Viewport } from './viewport';

/** The chart, as the page speaks to it. */
export type WithChart = { readonly chart: RefObject<ChartHandle> };

/** What the page asks of the chart from outside. */
export type ChartHandle = {
  readonly zoom: (factor: number) => void;
  readonly reset: () => void;
  /** Brings what is given into sight, with some room around it. */
  readonly zoomTo: (marks: readonly Mark[]) => void;
  readonly focus: () => void;
  /** What is drawn at this moment, and the element that holds its frame. */
  readonly drawn: () => { readonly scene: LiveScene; readonly element: HTMLElement } | undefined;
};

/** What the chart draws, and what it tells the page. */
export type ChartProps = {
  readonly look: RatingLook;
  readonly marks: readonly Mark[];
  readonly axes: { readonly up: Axis; readonly across: Axis };
  readonly looks: Looks;
  readonly categories: readonly Category[];
  readonly kinds: Uint8Array;
  /** undefined until it is known who is in sight. */
  readonly counts: Readonly<Partial<Record<Quadrant, number>>> | undefined;
  /** In CSS pixels; it stays while details take some of the width. */
  readonly height: number;
  /** Places without names: value and effort by turns. */
  readonly shadows: Float32Array | undefined;
  readonly selected: IssueId | undefined;
  readonly picked: ReadonlySet<IssueId>;
  readonly summary: string;
  /** Why nothing can be moved here; '' where it can. */
  readonly locked: string;
  readonly onSelect: (mark: Mark | undefined) => void;
  readonly onOpen: (marks: readonly Mark[], at: Shape) => void;
  readonly onPick: (marks: readonly Mark[]) => void;
  /** Where a mark was dropped, in the units of the axes. */
  readonly onDrop: (mark: Mark, value: number, effort: number) => void;
  /** Where an issue was dropped that comes from outside of the chart. */
  readonly onDropIssue: (issue: string, value: number, effort: number) => void;
  readonly handle: Ref<ChartHandle>;
  /** What lies over the picture. */
  readonly layers: (scene: LiveScene) => ReactNode;
};

/** The chart with everything that a hand or a key acts upon. */
export type LiveScene = ChartProps & {
  readonly shapes: readonly Shape[];
  readonly shares: Float32Array;
  readonly plot: Plot;
  readonly viewport: Viewport;
  /** undefined while the picture moves. */
  readonly labels: readonly Label[] | undefined;
};
