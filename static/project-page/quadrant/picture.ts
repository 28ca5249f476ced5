import { estimatesOf } from '#domain/scoring/estimate-of';
import type { Model } from '#domain/scoring/models';
import { quadrantOf, type Quadrant } from '#domain/scoring/quadrant';
import type { Estimate } from '#domain/scoring/rating';
import { rankingScore } from '#domain/scoring/ranking-score';
import type { EffortFrom, Position } from '#domain/scoring/score-use-case';
import type { StoredScore } from '#domain/scoring/stored-score';
import type { IssueId } from '#ports/ids';
import type { ScoredIssue } from '#ports/scored-issues';

/** A scored issue with its place in the picture. */
export type Mark = {
  readonly issue: ScoredIssue;
  /**
   * A story is an issue under one that is scored and described as a use case: the two are never
   * counted together. An epic that only groups use cases leaves them what they are.
   */
  readonly kind: 'use-case' | 'story';
  readonly value: Position;
  readonly effort: Position;
  readonly effortFrom: EffortFrom;
  readonly estimate: Estimate | undefined;
  readonly score: number;
  readonly quadrant: Quadrant | null;
  readonly stage: StoredScore['stage'];
};

/** An issue without a score. */
export type Unscored = {
  readonly issue: ScoredIssue;
  readonly kind: Mark['kind'];
  readonly estimate: Estimate | undefined;
};

/** A whole project, split into what has a place and what has none. */
export type Picture = {
  readonly marks: readonly Mark[];
  readonly unscored: readonly Unscored[];
  /** Issues whose stored score is of other settings and is to be made again. */
  readonly stale: readonly IssueId[];
};

/**
 * Places every issue. A score of other settings has no place: it would stand where it does not
 * belong. Where effort is the team's estimate, the estimate of now counts, not that of the last score.
 */
export function pictureOf(issues: readonly ScoredIssue[], model: Model, version: string): Picture {
  const estimates = estimatesOf(issues);
  const described = issues.filter(({ score }) => (score?.stage ?? '') !== '');
  const useCases = new Set(described.map(({ id }) => id));
  const marks: Mark[] = [];
  const unscored: Unscored[] = [];
  const stale: IssueId[] = [];
  for (const issue of issues) {
    const { score, parentId } = issue;
    const kind = parentId !== null && useCases.has(parentId) ? 'story' : 'use-case';
    const estimate = estimates.get(issue.id);
    if (score?.version === version) marks.push(markOf(model, { issue, kind, score, estimate }));
    else unscored.push({ issue, kind, estimate });
    if (score !== undefined && score.version !== version) stale.push(issue.id);
  }
  return { marks, unscored, stale };
}

function markOf(
  model: Model,
  of: {
    readonly issue: ScoredIssue;
    readonly kind: Mark['kind'];
    readonly score: StoredScore;
    readonly estimate: Estimate | undefined;
  },
): Mark {
  const { issue, kind, score, estimate } = of;
  const { effort, effortFrom } = effortNow(model, score, estimate);
  return {
    issue,
    kind,
    value: score.value,
    effort,
    effortFrom,
    estimate,
    score: rankingScore(model, score.value.likely, effort.likely),
    quadrant: quadrantOf(model, score.value.likely, effort.likely),
    stage: score.stage,
  };
}

/** An estimate that changed since keeps the doubt that its evidence left, in proportion. */
function effortNow(
  model: Model,
  { effort, effortFrom }: StoredScore,
  estimate: Estimate | undefined,
): Pick<Mark, 'effort' | 'effortFrom'> {
  const followed = model.effort.combine === 'estimate' && estimate !== undefined;
  if (!followed || estimate.points === effort.likely) {
    return { effort, effortFrom: followed ? estimate.from : effortFrom };
  }
  const factor = effort.likely > 0 ? estimate.points / effort.likely : 1;
  return {
    effort: { likely: estimate.points, mean: effort.mean * factor, sd: effort.sd * factor },
    effortFrom: estimate.from,
  };
}

/** What is to be seen of a picture. */
export type Filter = {
  readonly text: string;
  readonly stage: string;
  readonly quadrant: string;
  /** An account id, '' for everybody. */
  readonly person: string;
  /** The viewer's own query, '' where none is asked. */
  readonly jql: string;
  /** Ids that the query found. */
  readonly found: ReadonlySet<IssueId> | undefined;
  readonly kind: Mark['kind'];
};

export const noFilter: Filter = {
  text: '',
  stage: '',
  quadrant: '',
  person: '',
  jql: '',
  found: undefined,
  kind: 'use-case',
};

/** The marks that pass, the best score first: the one order of picture, table and export. */
export function seenMarks(marks: readonly Mark[], filter: Filter): readonly Mark[] {
  const words = filter.text.toLowerCase().split(/\s+/u).filter(Boolean);
  const seen = marks.filter((mark) => passes(mark, filter) && says(mark.issue, words));
  return seen.sort(
    (left, right) => right.score - left.score || keyNumber(left.issue) - keyNumber(right.issue),
  );
}

function passes({ issue, kind, stage, quadrant }: Mark, filter: Filter): boolean {
  const asked = [
    [filter.kind, kind],
    [filter.stage, stage],
    [filter.quadrant, quadrant],
    [filter.person, issue.assigneeId],
  ] as const;
  const fits = asked.every(([wanted, has]) => wanted === '' || wanted === has);
  return fits && (filter.found?.has(issue.id) ?? true);
}

function says({ key, summary }: ScoredIssue, words: readonly string[]): boolean {
  const text = `${key} ${summary}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function keyNumber({ key }: ScoredIssue): number {
  return Number(/\d+$/u.exec(key)?.[0] ?? 0);
}
