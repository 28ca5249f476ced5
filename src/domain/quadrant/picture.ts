import { estimatesOf } from '../scoring/estimate-of';
import type { Model } from '../scoring/models';
import { scoringVersion } from '../scoring/scoring-settings';
import { quadrantOf, type Quadrant } from '../scoring/quadrant';
import type { Estimate } from '../scoring/rating';
import { rankingScore } from '../scoring/ranking-score';
import type { EffortFrom, Position } from '../scoring/score-use-case';
import type { StoredScore } from '../scoring/stored-score';
import type { IssueId } from '../ids';
import { isOfNow } from './current-score';
import type { ScoredIssue } from './scored-issue';

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
};

/** How the project scores, and which types of issue it leaves alone, by id. */
export type PictureRules = {
  readonly model: Model;
  readonly version: string;
  readonly hiddenTypes: readonly string[];
};

/**
 * Places every issue of the project's types. A score of other settings has no place: it would stand
 * where it does not belong. Where effort is the team's estimate, the estimate of now counts, not that
 * of the last score; stories of a type that is left alone are estimated all the same.
 */
export function pictureOf(
  all: readonly ScoredIssue[],
  { model, version, hiddenTypes }: PictureRules,
): Picture {
  const estimates = estimatesOf(all);
  const issues = all.filter(({ typeId }) => !hiddenTypes.includes(typeId));
  const described = issues.filter(({ score }) => (score?.stage ?? '') !== '');
  const useCases = new Set(described.map(({ id }) => id));
  const marks: Mark[] = [];
  const unscored: Unscored[] = [];
  for (const issue of issues) {
    const { score, parentId } = issue;
    const kind = parentId !== null && useCases.has(parentId) ? 'story' : 'use-case';
    const estimate = estimates.get(issue.id);
    if (score !== undefined && isOfNow(score, { model, version, estimate }))
      marks.push(markOf(model, { issue, kind, score, estimate }));
    else unscored.push({ issue, kind, estimate });
  }
  return { marks, unscored };
}

/** Issues whose stored score cannot be told from what is known of them, and is to be made again. */
export function staleIn(
  issues: readonly ScoredIssue[],
  model: Model,
  estimates: ReadonlyMap<IssueId, Estimate>,
): readonly IssueId[] {
  const version = scoringVersion(model);
  return issues.flatMap(({ id, score }) => {
    const now = { model, version, estimate: estimates.get(id) };
    return score === undefined || isOfNow(score, now) ? [] : [id];
  });
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
  const factor = estimate.points / effort.likely;
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
  const { stage, quadrant } = filter;
  const passes = passing(filter);
  const seen = marks.filter(
    (mark) =>
      (stage === '' || stage === mark.stage) &&
      (quadrant === '' || quadrant === mark.quadrant) &&
      passes(mark),
  );
  return seen.sort(
    (left, right) => right.score - left.score || keyNumber(left.issue) - keyNumber(right.issue),
  );
}

/** What is not scored and passes. Stage and quadrant are parts of a score: they narrow scores alone. */
export function seenUnscored(unscored: readonly Unscored[], filter: Filter): readonly Unscored[] {
  return unscored.filter(passing(filter));
}

/** Whether an issue has the kind, the person and the words that are asked for, and the query found it. */
function passing({ kind, person, found, text }: Filter): (item: Mark | Unscored) => boolean {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  return ({ issue, kind: its }) => {
    if (its !== kind || (person !== '' && person !== issue.assigneeId)) return false;
    if (found?.has(issue.id) === false) return false;
    const said = `${issue.key} ${issue.summary}`.toLowerCase();
    return words.every((word) => said.includes(word));
  };
}

function keyNumber({ key }: ScoredIssue): number {
  return Number(/\d+$/u.exec(key)?.[0] ?? 0);
}
