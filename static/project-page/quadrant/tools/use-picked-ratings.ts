import { useEffect, useState } from 'react';
import { noRating, type Rating } from '#domain/scoring/rating';
import { readRating } from '#domain/scoring/stored-rating';
import type { IssueId } from '#domain/ids';
import type { Mark } from '#domain/quadrant/picture';
import type { WithPicture, WithStore } from '../data/page-parts';

/** Answers by issue; undefined while they are read. */
export type PickedRatings = ReadonlyMap<IssueId, Rating> | 'failed' | undefined;

/**
 * The answers of the picked use cases, read anew whenever the picks or the picture change. Damaged and
 * newer answers count as none: they are left alone.
 */
export function usePickedRatings(
  { store, picture }: Pick<WithStore, 'store'> & WithPicture,
  marks: readonly Mark[],
): PickedRatings {
  const [read, setRead] = useState<PickedRatings>();
  const { issues } = picture.state;
  useEffect(() => {
    let current = true;
    setRead(undefined);
    void store.world.source.readRatings(marks.map(({ issue }) => issue.id)).then((found) => {
      if (!current) return;
      setRead(
        found.ok ? new Map([...found.value].map(([id, raw]) => [id, ratingIn(raw)])) : 'failed',
      );
    });
    return () => {
      current = false;
    };
  }, [store, marks, issues]);
  return read;
}

function ratingIn(raw: unknown): Rating {
  const read = readRating(raw);
  return read.state === 'ready' ? read.rating : noRating;
}
