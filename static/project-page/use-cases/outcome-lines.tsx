import type { ReactElement } from 'react';
import { isWhole, type EditOutcome } from '#bulk/edit-many';
import type { FieldEdit } from '#domain/use-case/field-edit';
import { fieldLabels } from '#domain/fields/columns/labels';
import { messageFor, nothingLost } from '../../shared/messages';
import { t } from '../../shared/texts';

/** What one issue's edit came to, as far as it is not simply saved: field by field. */
export function OutcomeLines({
  name,
  outcome,
  project,
}: {
  /** Names the issue, or the row that it was made of. */
  readonly name: string;
  readonly outcome: EditOutcome;
  readonly project: string;
}): ReactElement | null {
  const { saved, clashed, failed } = outcome;
  if (isWhole(outcome)) return null;
  const parts = [
    ...(saved.length > 0 ? [t('pages.outcomeLines.saved', { saved: namesOf(saved) })] : []),
    ...(clashed.length > 0
      ? [t('pages.outcomeLines.somebodyChangedItMeanwhileIt', { clashed: namesOf(clashed) })]
      : []),
    ...(failed === undefined ? [] : [`${namesOf(failed.changes)}: ${reason(failed, project)}`]),
  ];
  return (
    <li>
      {name}: {parts.join(' ')}
    </li>
  );
}

function reason({ error }: NonNullable<EditOutcome['failed']>, project: string): string {
  const { title, text } = messageFor(error, project);
  return `${title}. ${text.replace(nothingLost(), '').trim()}`;
}

/** The fields of some changes, as people call them. */
export function namesOf(changes: readonly FieldEdit[]): string {
  return changes.map(({ field }) => fieldLabels[field]).join(', ');
}
