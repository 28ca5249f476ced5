import { useEffect, useState } from 'react';
import { rankedAtMost, topChances } from '#domain/scoring/rank-chances';
import type { Model } from '#domain/scoring/models';
import type { IssueId } from '#domain/ids';
import type { Mark } from '#domain/quadrant/picture';
import type { Looking, WithPicture } from './page-parts';

/** The chance of each use case to be among the first of what is shown; undefined until it is known. */
export type TopChances = ReadonlyMap<IssueId, number> | 'too-many' | undefined;

/** How long nothing is weighed after a change, in ms: who types a filter is not interrupted. */
const pause = 200;

/** Weighs the ranks of what is shown, after the page has drawn it. */
export function useTopChances({
  picture,
  looks,
}: WithPicture & Pick<Looking, 'looks'>): TopChances {
  const { seen, look } = picture;
  const { model } = look;
  const { top } = looks;
  const [found, setFound] = useState<TopChances>();
  useEffect(() => {
    setFound(undefined);
    const later = setTimeout(() => {
      setFound(chancesOf(seen, model, top));
    }, pause);
    return () => {
      clearTimeout(later);
    };
  }, [seen, model, top]);
  return found;
}

/** Table, details and export ask about the same set: it is weighed once. */
let last: { readonly asked: readonly unknown[]; readonly chances: ReadonlyMap<IssueId, number> } = {
  asked: [],
  chances: new Map(),
};

/** The chances, by issue. */
export function chancesOf(seen: readonly Mark[], model: Model, top: number): TopChances {
  if (seen.length > rankedAtMost) return 'too-many';
  const asked = [seen, model, top];
  if (asked.some((each, index) => each !== last.asked[index])) {
    const chances = topChances(model, seen, top);
    const byIssue = seen.map(({ issue }, index) => [issue.id, chances[index] ?? 0] as const);
    last = { asked, chances: new Map(byIssue) };
  }
  return last.chances;
}
