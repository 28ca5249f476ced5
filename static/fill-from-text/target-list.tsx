import type { ReactElement } from 'react';
import type { FillProposal, Proposal } from '#domain/fill/propose-fill';
import type { FoundText } from '#domain/fill/read-text';
import { isEmpty, recordOf, type FieldName, type FieldValue } from '#domain/use-case/fields';
import { fieldLabels } from '#domain/fields/columns/labels';
import { textOfValue } from '#domain/fill/value-text';
import { chosenCandidate, type Choice, type Choices } from './choices';
import { t, type TextKey } from '../shared/texts';

type Chooser = (field: FieldName, choice: Choice) => void;

const sections: readonly { title: TextKey; holds: (field: FieldName) => boolean }[] = [
  {
    title: 'fill.targetList.story',
    holds: (field) => field.startsWith('story.'),
  },
  {
    title: 'fill.targetList.kpiAndStage',
    holds: (field) => field.startsWith('kpi.') || field === 'stage',
  },
  {
    title: 'fill.targetList.framework',
    holds: (field) =>
      recordOf(field) === 'useCase' && !/^(?:story\.|kpi\.|stage$|note$)/u.test(field),
  },
  {
    title: 'fill.targetList.document',
    holds: (field) => recordOf(field) === 'document',
  },
];

/** The fields that the text would fill. What is on the issue stays unless chosen otherwise. */
export function TargetList({
  proposal,
  found,
  choices,
  onChoose,
}: {
  readonly proposal: FillProposal;
  readonly found: FoundText;
  readonly choices: Choices;
  readonly onChoose: Chooser;
}): ReactElement {
  const { proposals, same, note } = proposal;
  return (
    <>
      <div className="pane-head">
        <h2>{t('fill.targetList.whatGoesWhere')}</h2>
        {same.length > 0 ? (
          <span className="quiet small">
            {t('fill.targetList.sameAsTheIssue', {
              list: same.map((field) => fieldLabels[field]).join(', '),
            })}
          </span>
        ) : null}
      </div>
      {proposals.length === 0 ? (
        <p className="quiet">
          {found.records.length === 0
            ? t('fill.targetList.noFieldWasRecognisedPut')
            : t('fill.targetList.nothingHereWouldChangeThis')}
        </p>
      ) : null}
      {sections.map(({ title, holds }) => {
        const rows = proposals.filter(({ field }) => holds(field));
        return rows.length === 0 ? null : (
          <section key={title}>
            <h3 className="label">{t(title)}</h3>
            {rows.map((row) => (
              <Target
                key={row.field}
                proposal={row}
                choice={chosenCandidate(row, choices)}
                onChoose={onChoose}
              />
            ))}
          </section>
        );
      })}
      {note === '' ? null : (
        <section>
          <h3 className="label">{t('fill.targetList.keptAsANote')}</h3>
          <p className="prose quiet small" dir="auto">
            {note}
          </p>
        </section>
      )}
    </>
  );
}

function Target({
  proposal,
  choice,
  onChoose,
}: {
  readonly proposal: Proposal;
  readonly choice: Choice;
  readonly onChoose: Chooser;
}): ReactElement {
  const { field, existing, candidates, line } = proposal;
  const label = fieldLabels[field];
  const options: readonly { choice: Choice; about: string; value: FieldValue }[] = [
    ...(isEmpty(existing)
      ? []
      : [{ choice: 'keep' as const, about: t('fill.targetList.keep'), value: existing }]),
    ...candidates.map((candidate, index) => ({
      choice: index,
      about: t('fill.targetList.use'),
      value: candidate.value,
    })),
  ];
  const [only] = options;
  const single = options.length === 1 && only !== undefined;
  return (
    <div className="target" role="group" aria-label={label}>
      {single ? (
        <label className="target-name">
          <input
            type="checkbox"
            checked={choice !== 'keep'}
            onChange={(event) => {
              onChoose(field, event.currentTarget.checked ? 0 : 'keep');
            }}
          />
          {label}
        </label>
      ) : (
        <span className="target-name">{label}</span>
      )}
      <div>
        {single ? (
          <p className="prose" dir="auto">
            {textOfValue(field, only.value)}
          </p>
        ) : (
          options.map((option) => (
            <label key={option.choice} className="target-option">
              <input
                type="radio"
                name={field}
                checked={choice === option.choice}
                onChange={() => {
                  onChoose(field, option.choice);
                }}
              />
              <span className="prose" dir="auto">
                <span className="quiet small">{option.about}</span>{' '}
                {textOfValue(field, option.value)}
              </span>
            </label>
          ))
        )}
      </div>
      <span className="quiet small">
        {line === undefined ? '' : t('fill.targetList.line', { line })}
      </span>
    </div>
  );
}
