import { csvText } from '#domain/export/csv';
import type { IssueId } from '#ports/ids';
import type { RatingLook } from '../../../shared/rating/rating-look';
import type { Mark, Unscored } from '../data/picture';

/** What is shown, as a spreadsheet: the same use cases in the same order, then those without a score. */
export function scoreCsv(
  marks: readonly Mark[],
  unscored: readonly Unscored[],
  {
    look: { model, nameOf },
    top,
    chances,
  }: {
    readonly look: RatingLook;
    readonly top: number;
    /** The chance to be among the first `top`, from 0 to 1; empty where there are too many to weigh. */
    readonly chances: ReadonlyMap<IssueId, number>;
  },
): string {
  const head = [
    ...['key', 'use case', 'type', 'status', 'assignee', 'stage', 'quadrant'],
    ...[model.value.label, model.effort.label, 'Score'].map((label) => label.toLowerCase()),
    `chance of top ${String(top)}`,
  ];
  const facts = ({
    issue: { key, summary, type, status, assignee },
  }: Mark | Unscored): string[] => [...[key, summary, type, status, assignee]];
  const rows = marks.map((mark) => [
    ...facts(mark),
    mark.stage,
    mark.quadrant === null ? '' : nameOf(mark.quadrant),
    ...[mark.value.likely, mark.effort.likely, Number(mark.score.toPrecision(4))],
    chances.get(mark.issue.id)?.toFixed(2) ?? '',
  ]);
  const open = unscored.map((item) => [...facts(item), '', 'not scored', '', '', '', '']);
  return csvText([head, ...rows, ...open]);
}
