import type { BlankForm } from '#domain/import/found-programme';
import { useState, type ReactElement } from 'react';
import { blankRow, type ImportRow } from '#domain/import/import-row';
import type { FieldName } from '#domain/use-case/fields';
import { fieldLabels } from '#domain/fields/columns/labels';
import { t } from '../../shared/texts';

/** A blank form for one use case: each question with what belongs into its answer. */
export function QuestionsStep({
  questions,
  stages = {},
  onDone,
  onAgain,
}: {
  readonly questions: readonly (readonly [FieldName, string])[];
  /** What each stage means, where the form says it. */
  readonly stages?: BlankForm['stages'];
  readonly onDone: (rows: readonly ImportRow[]) => void;
  readonly onAgain: () => void;
}): ReactElement {
  const [title, setTitle] = useState('');
  const [answers, setAnswers] = useState<Readonly<Partial<Record<FieldName, string>>>>({});
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const values = Object.fromEntries(
          Object.entries(answers).filter(([, answer]) => answer.trim() !== ''),
        );
        onDone([{ ...blankRow(1, title), values }]);
      }}
    >
      <label className="stack">
        <span className="label">{t('pages.questionsStep.title')}</span>
        <input
          required
          value={title}
          onChange={(event) => {
            setTitle(event.currentTarget.value);
          }}
        />
      </label>
      {questions.map(([field, prompt]) => (
        <label key={field} className="stack">
          <span className="label">{fieldLabels[field]}</span>
          <span className="quiet small">{prompt}</span>
          <textarea
            rows={2}
            dir="auto"
            value={answers[field] ?? ''}
            onChange={(event) => {
              setAnswers({ ...answers, [field]: event.currentTarget.value });
            }}
          />
        </label>
      ))}
      {Object.keys(stages).length === 0 ? null : (
        <label className="stack">
          <span className="label">{t('pages.questionsStep.stage')}</span>
          <select
            value={answers.stage ?? ''}
            onChange={(event) => {
              setAnswers({ ...answers, stage: event.currentTarget.value });
            }}
          >
            <option value="">{t('pages.questionsStep.notChosenYet')}</option>
            {Object.entries(stages).map(([stage, meaning]) => (
              <option key={stage} value={stage}>
                {stage}: {meaning}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="actions">
        <button type="submit" className="button button-primary">
          {t('pages.questionsStep.goOn')}
        </button>
        <button type="button" className="button" onClick={onAgain}>
          {t('pages.questionsStep.back')}
        </button>
      </div>
    </form>
  );
}
