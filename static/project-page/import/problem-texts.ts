import type { RowProblem } from '#domain/import/import-row';
import type { SourceProblem } from '#domain/import/read-source';
import type { RowOutcome } from '#bulk/import/import-order';
import { fieldLabels } from '#domain/fields/columns/labels';
import { messageFor } from '../../shared/messages';
import { t } from '../../shared/texts';
import { countOf } from '../../shared/say-figures';

/** What is wrong with a source, and what to do. */
export function sourceProblemText(problem: SourceProblem): string {
  switch (problem.problem) {
    case 'empty':
      return t('pages.problemTexts.thereIsNoTextIn');
    case 'nothing-found':
      return t('pages.problemTexts.nothingInItWasRecognised');
    case 'broken-json':
      return t('pages.problemTexts.thisJsonIsCutOff');
    case 'unknown-json':
      return t('pages.problemTexts.thisJsonHoldsNoList');
    case 'newer-export':
      return t('pages.problemTexts.aNewerVersionOfNorthstar', { schema: problem.schema });
    case 'too-long':
      return t('pages.problemTexts.thisTextHasCharacters4', {
        problemCount: countOf(problem.length),
      });
    case 'open-quote':
      return t('pages.problemTexts.aQuoteIsOpenedIn', { row: problem.row });
    case 'no-rows':
      return t('pages.problemTexts.thereAreHeadingsAndNo');
    case 'no-columns':
      return t('pages.problemTexts.thisTableHasOneColumn');
  }
}

/** What a person should know about a row before it is written. */
export function rowProblemText(problem: RowProblem): string {
  switch (problem.problem) {
    case 'unreadable':
      return t('pages.problemTexts.cannotBeReadItGoes', {
        field: fieldLabels[problem.field],
        text: problem.text,
      });
    case 'no-title':
      return t('pages.problemTexts.itHasNoTitleSo');
    case 'odd-length':
      return t('pages.problemTexts.itHasCellsWhereThere', {
        cells: problem.cells,
        columns: problem.columns,
      });
  }
}

/** Why a row failed, in words. */
export function failureText(
  { error }: Extract<RowOutcome, { outcome: 'failed' }>,
  project: string,
): string {
  if ('code' in error) return messageFor(error, project).title;
  switch (error.problem) {
    case 'not-taken':
      return error.words === '' ? t('pages.problemTexts.jiraRefusedIt') : error.words;
    case 'forbidden':
      return t('pages.problemTexts.youMayNotCreateIssues', { project });
    case 'slow-down':
      return t('pages.problemTexts.jiraAsksUsToSlow');
    case 'no-answer':
      return t('pages.problemTexts.jiraDidNotAnswerTrying');
    default:
      return t('pages.problemTexts.jiraRefusedTheRequest');
  }
}
