import { fits, type Criterion } from './criterion';
import { confidenceAnswer, widened, type Evidence } from './evidence';
import { exactly, type Range } from './range';

/** What people answered about a use case: a range for each criterion, and what they rest on. */
export type Rating = {
  readonly answers: Readonly<Record<string, Range>>;
  readonly evidence: Evidence | null;
};

/** What the team's estimates say about a use case: its stories' sum, or its own. */
export type Estimate = {
  /** In the unit of the estimation field, usually story points. */
  readonly points: number;
  readonly from: 'stories' | 'issue';
  /** How many of its stories are estimated, and how many there are; 0 for an issue without stories. */
  readonly estimated: number;
  readonly stories: number;
  /** Stories that the viewer sees and that are not counted, because others may not see them. */
  readonly uncounted?: Uncounted | undefined;
};

/** Stories that do not count for an estimate that everybody is told. */
export type Uncounted = {
  /** Under issue security or a restriction. */
  readonly restricted: number;
  /** In another project. */
  readonly elsewhere: number;
  readonly points: number;
};

/** A rating without answers. */
export const noRating: Rating = { answers: {}, evidence: null };

/**
 * The answer to a criterion as somebody gave it or the evidence implies it; undefined where there is
 * none. An answer that lies off the scale, because the scale has changed since, is none.
 */
export function answerTo(criterion: Criterion, rating: Rating): Range | undefined {
  const { answers, evidence } = rating;
  const given = givenAnswer(criterion, answers);
  if (given !== undefined || criterion.fromEvidence !== true || evidence === null) return given;
  return confidenceAnswer(criterion.scale, evidence);
}

/** The answer under an id; never what every object has under such a name. */
export function ownAnswer(answers: Rating['answers'], id: string): Range | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

function givenAnswer(criterion: Criterion, answers: Rating['answers']): Range | undefined {
  const given = ownAnswer(answers, criterion.id);
  return given !== undefined && fits(criterion, given) ? given : undefined;
}

/** The answer with the doubt that its evidence leaves. */
export function uncertainAnswer(criterion: Criterion, rating: Rating, answer: Range): Range {
  return criterion.fromEvidence === true
    ? answer
    : widened(answer, criterion.scale, rating.evidence);
}

/** The effort that counts where the axis is the team's estimate: the estimate, else a number of one's own. */
export function effortAnswer(
  criterion: Criterion,
  rating: Rating,
  estimate: Estimate | undefined,
): Range | undefined {
  return estimate === undefined ? givenAnswer(criterion, rating.answers) : exactly(estimate.points);
}
