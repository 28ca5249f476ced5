import type { RowProblem } from '#domain/import/import-row';
import type { SourceProblem } from '#domain/import/read-source';
import type { RowOutcome } from '#bulk/import/import-order';
import { fieldLabels } from '#domain/fields/columns/labels';
import { messageFor } from '../../shared/messages';

/** What is wrong with a source, and what to do. */
export function sourceProblemText(problem: SourceProblem): string {
  switch (problem.problem) {
    case 'empty':
      return 'There is no text in it.';
    case 'nothing-found':
      return 'Nothing in it was recognised as a use case. Begin lines with labels such as “Why:” or “KPI:”, or write “As a …, I want …, so that …”.';
    case 'broken-json':
      return 'This JSON is cut off or broken. Export it again.';
    case 'unknown-json':
      return 'This JSON holds no list of use cases. A list of objects with the same keys can be read.';
    case 'newer-export':
      return `A newer version of Northstar made this export (schema ${String(problem.schema)}). Reload Jira to get it.`;
    case 'too-long':
      return `This text has ${problem.length.toLocaleString('en')} characters; 4,194,304 can be read at once. Split it.`;
    case 'open-quote':
      return `A quote is opened in row ${String(problem.row)} and never closed. Save the table as CSV again.`;
    case 'no-rows':
      return 'There are headings and no rows.';
    case 'no-columns':
      return 'This table has one column only. Is it parted by commas, semicolons or tabs?';
  }
}

/** What a person should know about a row before it is written. */
export function rowProblemText(problem: RowProblem): string {
  switch (problem.problem) {
    case 'unreadable':
      return `${fieldLabels[problem.field]}: “${problem.text}” cannot be read; it goes to the note.`;
    case 'no-title':
      return 'It has no title, so it cannot become an issue.';
    case 'odd-length':
      return `It has ${String(problem.cells)} cells where there are ${String(problem.columns)} columns.`;
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
      return error.words === '' ? 'Jira refused it.' : error.words;
    case 'forbidden':
      return `You may not create issues in ${project}.`;
    case 'slow-down':
      return 'Jira asks us to slow down. Try again in a minute.';
    case 'no-answer':
      return 'Jira did not answer. Trying again makes nothing twice.';
    default:
      return 'Jira refused the request.';
  }
}
