import { csvText } from '#domain/export/csv';
import type { RatingLook } from '../../shared/rating/rating-look';
import type { Mark, Unscored } from './picture';

/** What is shown, as a spreadsheet: the same use cases in the same order, then those without a score. */
export function scoreCsv(
  marks: readonly Mark[],
  unscored: readonly Unscored[],
  { model, nameOf }: RatingLook,
): string {
  const head = [
    ...['key', 'use case', 'type', 'status', 'assignee', 'stage', 'quadrant'],
    ...[model.value.label, model.effort.label, 'Score'].map((label) => label.toLowerCase()),
  ];
  const facts = ({
    issue: { key, summary, type, status, assignee },
  }: Mark | Unscored): string[] => [...[key, summary, type, status, assignee]];
  const rows = marks.map((mark) => [
    ...facts(mark),
    mark.stage,
    mark.quadrant === null ? '' : nameOf(mark.quadrant),
    ...[mark.value.likely, mark.effort.likely, Number(mark.score.toPrecision(4))],
  ]);
  const open = unscored.map((item) => [...facts(item), '', 'not scored', '', '', '']);
  return csvText([head, ...rows, ...open]);
}
