import { propertyKeys } from '../../src/domain/property-keys';
import { estimatesOf } from '../../src/domain/scoring/estimate-of';
import { firstRating } from './stored-document';
import type { Json } from '../../src/domain/use-case/json';
import { scoreOf } from '../../src/domain/scoring/score-of';
import type { Issue, State } from '../jira/state';
import type { ToldRating } from './retailer-ratings';

type Properties = Readonly<Record<string, Json>>;

/** Issue properties with ratings and the scores that follow from them, by issue id. */
export function tellScores(
  state: Pick<State, 'issues' | 'issueTypes'>,
  before: Readonly<Record<string, Properties>>,
  ratings: readonly ToldRating[],
): Readonly<Record<string, Properties>> {
  const issues = Object.values(state.issues);
  const estimates = estimatesOf(issues.filter((issue) => !isSubtask(state, issue)).map(estimated));
  const byKey = new Map(issues.map((issue) => [issue.key, issue]));
  const added = ratings.map(({ key, rating, by }, index): [string, Properties] => {
    const id = byKey.get(key)?.id ?? '';
    const at = `2026-11-${String(10 + (index % 10))}T10:${String(10 + index)}:00.000Z`;
    const signed = { op: `seed-${key}`, by: by.accountId, at };
    const stored = firstRating(rating, signed);
    const useCase = before[id]?.[propertyKeys.useCase];
    const score = scoreOf({
      rating: stored,
      useCase,
      settings: undefined,
      estimate: estimates.get(id),
      at: Date.parse(at),
    });
    const scored = score === null ? {} : { [propertyKeys.score]: score };
    return [id, { ...before[id], [propertyKeys.rating]: stored, ...scored }];
  });
  return { ...before, ...Object.fromEntries(added) };
}

function isSubtask({ issueTypes }: Pick<State, 'issueTypes'>, { typeId }: Issue): boolean {
  return issueTypes.find(({ id }) => id === typeId)?.subtask === true;
}

function estimated({ id, parentId, points }: Issue): {
  readonly id: string;
  readonly parentId: string | null;
  readonly points: number | undefined;
} {
  return { id, parentId, points: points ?? undefined };
}
