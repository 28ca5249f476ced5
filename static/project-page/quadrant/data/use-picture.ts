import { useMemo, useSyncExternalStore } from 'react';
import { modelFor, scoringVersion, standardScoring } from '#domain/scoring/scoring-settings';
import { readWhereItShows } from '#domain/settings/project-settings';
import { quadrants, type Quadrant } from '#domain/scoring/quadrant';
import { ratingLook, type RatingLook } from '../../../shared/rating/rating-look';
import { axesOf } from './axis';
import { categoriesOf, type Looks } from './looks';
import {
  pictureOf,
  seenMarks,
  seenUnscored,
  type Filter,
  type Mark,
  type Picture,
  type Unscored,
} from '#domain/quadrant/picture';
import type { PictureState } from './picture-state';
import type { PictureStore } from './picture-store';

/** Everything that the page draws, derived from what is known and what is asked. */
export type SeenPicture = {
  readonly state: PictureState;
  readonly look: RatingLook;
  readonly all: Picture;
  /** The marks that pass the filter, the best first. */
  readonly seen: readonly Mark[];
  /** What is not scored and passes the filter, in Jira's rank. */
  readonly unscored: readonly Unscored[];
  /** Who is assigned something, by name: account id and name. */
  readonly people: readonly (readonly [string, string])[];
  readonly counts: Readonly<Partial<Record<Quadrant, number>>>;
  readonly axes: ReturnType<typeof axesOf>;
  readonly categories: ReturnType<typeof categoriesOf>;
};

export function usePicture(
  store: PictureStore,
  {
    filter,
    looks,
    locale,
  }: { readonly filter: Filter; readonly looks: Looks; readonly locale: string },
): SeenPicture {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const scoring = state.scoring ?? standardScoring;
  const look = useMemo(() => ratingLook(scoring, locale), [scoring, locale]);
  const rawSettings = state.subject?.rawSettings;
  const picture = useMemo(
    () =>
      pictureOf(state.issues, {
        model: look.model,
        version: scoringVersion(modelFor(scoring)),
        hiddenTypes: readWhereItShows(rawSettings).hiddenTypes,
      }),
    [state.issues, look.model, scoring, rawSettings],
  );
  const seen = useMemo(() => seenMarks(picture.marks, filter), [picture.marks, filter]);
  const axes = useMemo(() => {
    const reach = (axis: 'value' | 'effort'): number =>
      picture.marks.reduce((most, mark) => Math.max(most, mark[axis].likely), 0);
    const thresholds = look.model.thresholds;
    const [keptValue, keptEffort] = reachOf(state.shadows);
    const effort = Math.max(reach('effort'), keptEffort, 2 * (thresholds.effort ?? 0));
    const value = Math.max(reach('value'), keptValue, 2 * (thresholds.value ?? 0));
    return axesOf(look.model, { value, effort }, looks.flipped);
  }, [picture.marks, state.shadows, look.model, looks.flipped]);
  const categories = useMemo(
    () => categoriesOf(seen, looks.colour, { ...look, epicOf: epicsIn(picture, looks.colour) }),
    [seen, looks.colour, look, picture],
  );
  const ranked = useMemo(() => inRank(picture.unscored, state.ranked), [picture, state.ranked]);
  const unscored = useMemo(() => seenUnscored(ranked, filter), [ranked, filter]);
  const people = useMemo(() => peopleIn([...picture.marks, ...picture.unscored]), [picture]);
  const counts = useMemo(() => countsOf(seen), [seen]);
  return { state, look, all: picture, seen, unscored, people, counts, axes, categories };
}

/** What epics are called, by key; who may not see one sees its key. */
function epicsIn({ marks, unscored }: Picture, colour: Looks['colour']): (key: string) => string {
  if (colour !== 'epic') return (key) => key;
  const names = new Map([...marks, ...unscored].map(({ issue }) => [issue.key, issue.summary]));
  return (key) => [key, names.get(key) ?? ''].join(' ').trim();
}

function peopleIn(marks: readonly (Mark | Unscored)[]): readonly (readonly [string, string])[] {
  const names = new Map(marks.map(({ issue }) => [issue.assigneeId, issue.assignee]));
  names.delete('');
  return [...names].sort(([, left], [, right]) => left.localeCompare(right));
}

/** The greatest value and effort among places that are kept from the last visit. */
function reachOf(places: Float32Array | undefined): readonly [number, number] {
  let [value, effort] = [0, 0];
  places?.forEach((figure, index) => {
    if (index % 2 === 0) value = Math.max(value, figure);
    else effort = Math.max(effort, figure);
  });
  return [value, effort];
}

function inRank(
  unscored: readonly Unscored[],
  ranked: PictureState['ranked'],
): readonly Unscored[] {
  const place = new Map(ranked.map((id, index) => [id, index]));
  const of = ({ issue }: Unscored): number => place.get(issue.id) ?? Number.MAX_SAFE_INTEGER;
  return unscored.toSorted((left, right) => of(left) - of(right));
}

function countsOf(marks: readonly Mark[]): Readonly<Partial<Record<Quadrant, number>>> {
  return Object.fromEntries(
    quadrants.map((quadrant) => [
      quadrant,
      marks.filter((mark) => mark.quadrant === quadrant).length,
    ]),
  );
}
