import { useMemo, useState, type ReactElement } from 'react';
import { firstRecords, proposeFill } from '#domain/fill/propose-fill';
import { findInText } from '#domain/fill/read-text';
import type { AllValues, FieldName } from '#domain/use-case/fields';
import type { FieldEdit } from '#domain/use-case/field-edit';
import { changesOf, chosenCandidate, withoutTitle, type Choices } from './choices';
import { RecordChoice } from './record-choice';
import { SourceLines } from './source-lines';
import { TargetList } from './target-list';
import { t } from '../shared/texts';

/** Every line with its fate on the left, every field with its value on the right. */
export function Review({
  text,
  values,
  summary,
  onChangeText,
  onFill,
}: {
  readonly text: string;
  readonly values: AllValues;
  readonly summary: string;
  readonly onChangeText: () => void;
  readonly onFill: (changes: readonly FieldEdit[], usedUp: boolean) => void;
}): ReactElement {
  const found = useMemo(() => findInText(text), [text]);
  const [records, setRecords] = useState(() => firstRecords(found));
  const [placed, setPlaced] = useState<ReadonlyMap<number, FieldName>>(new Map());
  const [choices, setChoices] = useState<Choices>({});
  const proposal = withoutTitle(proposeFill(found, values, { records, placed }), summary);
  const changes = changesOf(proposal, choices, values);
  const filled = proposal.proposals.filter(
    (each) => chosenCandidate(each, choices) !== 'keep',
  ).length;
  const leftOut = found.records.length - records.length;
  const place = (line: number, field: FieldName | undefined): void => {
    const next = new Map(placed);
    if (field === undefined) next.delete(line);
    else next.set(line, field);
    setPlaced(next);
  };
  return (
    <>
      <div className="fill-body">
        <section className="pane" aria-label={t('fill.review.yourText')}>
          <SourceLines found={found} records={records} placed={placed} onPlace={place} />
          <button type="button" className="button" onClick={onChangeText}>
            {t('fill.review.changeText')}
          </button>
        </section>
        <section className="pane" aria-label={t('fill.review.whatGoesWhere')}>
          {found.records.length > 1 ? (
            <RecordChoice found={found} chosen={records} onChoose={setRecords} />
          ) : null}
          <TargetList
            proposal={proposal}
            found={found}
            choices={choices}
            onChoose={(field, choice) => {
              setChoices({ ...choices, [field]: choice });
            }}
          />
        </section>
      </div>
      <div className="fill-foot">
        <span className="quiet small">
          {t('fill.review.nothingIsSavedYet', {
            note: proposal.note === '' ? '' : t('fill.review.linesNotUnderstoodAreKept'),
            out: leftOut > 0 ? t('fill.review.leftOutTheTextStays', { leftOut }) : '',
          })}
        </span>
        <button
          type="button"
          className="button button-primary"
          disabled={changes.length === 0}
          onClick={() => {
            onFill(changes, leftOut === 0);
          }}
        >
          {fillText(filled, changes.length)}
        </button>
      </div>
    </>
  );
}

function fillText(filled: number, changes: number): string {
  if (filled === 0 && changes > 0) return t('fill.review.keepAsANote');
  return t('fill.review.fillFields', { filled });
}
