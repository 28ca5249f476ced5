import type { Estimate, Uncounted } from './rating';

/** An issue of a project, as far as estimating goes. Sub-tasks are not among them. */
export type ProjectEstimate<Id extends string> = {
  readonly id: Id;
  readonly parentId: Id | null;
  readonly points?: number | undefined;
  /** Whether not everybody who sees the project sees it. */
  readonly restricted?: boolean | undefined;
};

/** A story as far as estimating goes. */
export type EstimatedIssue = {
  /** Sub-tasks are part of their story; their estimates are not added to it. */
  readonly subtask: boolean;
  /** undefined where it is not estimated; 0 is an estimate. */
  readonly points: number | undefined;
  /** Why it is not counted: the sum is told to people who may not see it. */
  readonly hidden?: 'restricted' | 'elsewhere' | undefined;
};

/**
 * What a use case takes: the sum of its stories' estimates if any has one, else its own. The sum is stored
 * and the same for everybody, so only stories count that everybody in the project sees.
 */
export function estimateOf(
  own: number | undefined,
  children: readonly EstimatedIssue[],
): Estimate | undefined {
  const all = children.filter(({ subtask }) => !subtask);
  const stories = all.filter(({ hidden }) => hidden === undefined);
  const points = stories.flatMap((story) => (story.points === undefined ? [] : [story.points]));
  const uncounted = uncountedOf(all);
  const counted = {
    estimated: points.length,
    stories: stories.length,
    ...(uncounted !== undefined && { uncounted }),
  };
  if (points.length > 0) {
    return { points: sumOf(points), from: 'stories', ...counted };
  }
  return own === undefined ? undefined : { points: own, from: 'issue', ...counted };
}

function uncountedOf(stories: readonly EstimatedIssue[]): Uncounted | undefined {
  const count = (why: EstimatedIssue['hidden']): number =>
    stories.filter(({ hidden }) => hidden === why).length;
  const left = stories.filter(({ hidden }) => hidden !== undefined);
  if (left.length === 0) return undefined;
  const points = sumOf(left.map((story) => story.points ?? 0));
  return { restricted: count('restricted'), elsewhere: count('elsewhere'), points };
}

/** 1.4, 2.8 and 3.8 are eight, whatever binary fractions make of it. */
function sumOf(points: readonly number[]): number {
  return Number(points.reduce((sum, each) => sum + each, 0).toPrecision(12));
}

/** The estimates of all issues of a project at once, by id; who has none is left out. */
export function estimatesOf<Id extends string>(
  issues: readonly ProjectEstimate<Id>[],
): ReadonlyMap<Id, Estimate> {
  const children = new Map<Id, EstimatedIssue[]>();
  for (const { parentId, points, restricted } of issues) {
    if (parentId === null) continue;
    const stories = children.get(parentId) ?? [];
    stories.push({ subtask: false, points, ...(restricted === true && { hidden: 'restricted' }) });
    children.set(parentId, stories);
  }
  return new Map(
    issues.flatMap(({ id, points }) => {
      const stories = children.get(id) ?? [];
      const estimate = estimateOf(points, stories);
      return estimate === undefined ? [] : [[id, estimate] as const];
    }),
  );
}
