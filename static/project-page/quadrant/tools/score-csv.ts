import { csvText } from '#domain/export/csv';
import { likelyRange } from '#domain/scoring/quadrant';
import type { IssueId } from '#domain/ids';
import type { RatingLook } from '../../../shared/rating/rating-look';
import type { Mark, Unscored } from '#domain/quadrant/picture';
import { chanceHere } from '../scoring/chance-here';
import { t } from '../../../shared/texts';

/**
 * What is shown, as a spreadsheet: the same use cases in the same order with their figures, the ends of
 * eight of ten outcomes and their chances, then those without a score.
 */
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
  const [value, effort] = [model.value.label.toLowerCase(), model.effort.label.toLowerCase()];
  const figures = [value, effort, 'score'];
  const ends = [value, effort].flatMap((name) => [
    t('tools.scoreCsv.from', { name }),
    t('tools.scoreCsv.to', { name }),
  ]);
  const certain = [t('tools.scoreCsv.chanceOfQuadrant'), t('tools.scoreCsv.chanceOfTop', { top })];
  const names = [
    'key',
    t('tools.scoreCsv.useCase'),
    'type',
    'status',
    'assignee',
    'stage',
    'quadrant',
  ];
  const head = [...names, ...figures, ...ends, ...certain];
  const facts = ({
    issue: { key, summary, type, status, assignee },
  }: Mark | Unscored): readonly string[] => [key, summary, type, status, assignee];
  const rows = marks.map((mark) => [
    ...facts(mark),
    mark.stage,
    mark.quadrant === null ? '' : nameOf(mark.quadrant),
    ...[mark.value.likely, mark.effort.likely, Number(mark.score.toPrecision(4))],
    ...[...likelyRange(model.value, mark.value), ...likelyRange(model.effort, mark.effort)].map(
      (end) => Number(end.toPrecision(3)),
    ),
    chanceHere(mark, model)?.toFixed(2) ?? '',
    chances.get(mark.issue.id)?.toFixed(2) ?? '',
  ]);
  const blank = head.slice(names.length).map(() => '');
  const open = unscored.map((item) => [
    ...facts(item),
    '',
    t('tools.scoreCsv.notScored'),
    ...blank,
  ]);
  return csvText([head, ...rows, ...open]);
}
