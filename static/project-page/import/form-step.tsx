import type { ReactElement } from 'react';
import { pillars, type BlankForm } from '#domain/import/found-programme';
import type { ImportRow } from '#domain/import/import-row';
import type { FieldName } from '#domain/use-case/fields';
import { QuestionsStep } from './questions-step';
import { t } from '../../shared/texts';

/** A framework page became a blank form: its own words say what belongs into each answer. */
export function FormStep({
  form,
  onDone,
  onAgain,
}: {
  readonly form: BlankForm;
  readonly onDone: (rows: readonly ImportRow[]) => void;
  readonly onAgain: () => void;
}): ReactElement {
  return (
    <>
      <p>{t('pages.formStep.thisPageExplainsTheFramework')}</p>
      <QuestionsStep
        questions={questionsOf(form)}
        stages={form.stages}
        onDone={onDone}
        onAgain={onAgain}
      />
    </>
  );
}

function questionsOf(form: BlankForm): readonly (readonly [FieldName, string])[] {
  const own = (['why', 'who', 'what', 'where'] as const).map(
    (field) => [field, form[field]] as const,
  );
  return [...own, ...pillars.map((pillar) => [`how.${pillar}`, form.how[pillar]] as const)];
}
